package org.phatthana.registers;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.phatthana.proof.PublicLog;
import org.phatthana.registers.EntryRecording.By;
import org.phatthana.values.Message;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Records figures that are sent from the field, each exactly once, and never over one that its sender has not
/// seen.
@Component
public class FieldFigures {

    private final ObservationRecording recording;
    private final Observations observations;
    private final StandingFigures standing;
    private final PublicLog log;
    private final JdbcClient jdbc;

    FieldFigures(
            ObservationRecording recording,
            Observations observations,
            StandingFigures standing,
            PublicLog log,
            JdbcClient jdbc) {
        this.recording = recording;
        this.observations = observations;
        this.standing = standing;
        this.log = log;
        this.jdbc = jdbc;
    }

    /// What became of a figure.
    public sealed interface Outcome {

        /// It stands.
        ///
        /// @param isNew whether it was recorded just now; otherwise it stood already, just so
        record Recorded(Observation figure, boolean isNew) implements Outcome {}

        /// Something stands against it; the faults are those of [ObservationOutcome.Refused].
        record Refused(List<RecordingOutcome.Fault> faults) implements Outcome {

            public Refused {
                faults = List.copyOf(faults);
            }
        }

        /// Another one stands there, or none any more, and the sender decides.
        record Overtaken(Optional<Observation> now) implements Outcome {}
    }

    /// Records a figure, or nothing. One that replaces another says which it saw, and why. A key that was recorded
    /// before is answered as in [#earlier].
    ///
    /// @param key made by the phone for this and nothing else
    /// @param digest over all that the phone sent
    /// @throws IllegalArgumentException if another account has used the key
    @Transactional
    public Outcome record(UUID key, String digest, ObservationDraft draft, By by) {
        log.lock();
        var earlier = earlier(key, digest, by.account());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        var now = standing.under(List.of(draft)).getFirst();
        var isSeen = draft.seen().isPresent()
                ? now.stream().anyMatch(one -> one.number() == draft.seen().getAsLong())
                : now.isEmpty() || !ObservationRecording.says(draft, now);
        if (!isSeen) {
            return new Outcome.Overtaken(now);
        }
        if (draft.seen().isPresent() && draft.note().isBlank()) {
            return new Outcome.Refused(
                    List.of(new RecordingOutcome.Fault(0, "note", Message.of("registers.field.figure.why"))));
        }
        return switch (recording.record(List.of(draft), by)) {
            case ObservationOutcome.Refused(var faults) -> new Outcome.Refused(faults);
            case ObservationOutcome.Recorded(var figures, var _) -> {
                var figure = figures.stream().findFirst().or(() -> now).orElseThrow();
                keep(key, digest, figure, by);
                yield new Outcome.Recorded(figure, !figures.isEmpty());
            }
        };
    }

    private void keep(UUID key, String digest, Observation figure, By by) {
        jdbc.sql("insert into registers.sent_figure (key, account, digest, number) values (:key, :account, :digest,"
                        + " :number)")
                .param("key", key)
                .param("account", by.account())
                .param("digest", digest)
                .param("number", figure.number())
                .update();
    }

    /// What a key has recorded: the figure where the same is sent again. Where something else is sent under it,
    /// since it was mended before the answer came, the sender was overtaken by themselves.
    ///
    /// @throws IllegalArgumentException if another account has used it
    public Optional<Outcome> earlier(UUID key, String digest, UUID account) {
        return jdbc.sql("select account, digest, number from registers.sent_figure where key = :key")
                .param("key", key)
                .<Outcome>query((row, _) -> {
                    if (!account.equals(row.getObject("account", UUID.class))) {
                        throw new IllegalArgumentException("Another account has used the key " + key);
                    }
                    var figure = observations.find(row.getLong("number")).orElseThrow();
                    return row.getString("digest").equals(digest)
                            ? new Outcome.Recorded(figure, true)
                            : new Outcome.Overtaken(observations
                                    .standing(figure.series(), figure.subject(), figure.day())
                                    .filter(one -> !one.withdrawn()));
                })
                .optional();
    }
}
