package org.phatthana.registers;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.phatthana.proof.PublicAct;
import org.phatthana.proof.PublicLog;
import org.phatthana.registers.EntryRecording.By;
import org.phatthana.registers.ObservationCheck.Sound;
import org.phatthana.registers.ObservationRows.About;
import org.phatthana.registers.ObservationRows.Of;
import org.phatthana.registers.RecordingOutcome.Fault;
import org.phatthana.values.Message;
import org.phatthana.values.Thailand;
import org.phatthana.web.Texts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Records figures: each lands with its entry in the public log and with what is worked out of it
/// ([ObservationsChanged]), or nothing does.
@Component
public class ObservationRecording {

    private static final int TOLD_AT_ONCE = 500;

    private final SeriesCatalogue catalogue;
    private final ObservationCheck check;
    private final ObservationRows rows;
    private final Observations observations;
    private final PublicLog log;
    private final Texts texts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ObservationRecording(
            SeriesCatalogue catalogue,
            ObservationCheck check,
            ObservationRows rows,
            Observations observations,
            PublicLog log,
            Texts texts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.catalogue = catalogue;
        this.check = check;
        this.rows = rows;
        this.observations = observations;
        this.log = log;
        this.texts = texts;
        this.events = events;
        this.clock = clock;
    }

    /// Records figures, all or none, in one transaction, the caller's where there is one. What says what stands
    /// already is left as it is.
    @Transactional
    public ObservationOutcome record(List<ObservationDraft> drafts, By by) {
        return record(drafts, by, false);
    }

    /// Records sample figures, or real ones.
    @Transactional
    public ObservationOutcome record(List<ObservationDraft> drafts, By by, boolean sample) {
        log.lock();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var faults = new ArrayList<Fault>();
        var sound = check.sound(drafts, Thailand.date(now), faults);
        if (!faults.isEmpty()) {
            return new ObservationOutcome.Refused(faults);
        }
        var numbers =
                rows.numbers(sound.stream().map(each -> each.series().code()).collect(Collectors.toSet()));
        var standing = rows.standing(sound.stream().map(Sound::about).toList(), numbers);
        faults.addAll(overtaken(drafts, sound, standing));
        if (!faults.isEmpty()) {
            return new ObservationOutcome.Refused(faults);
        }
        var fresh = sound.stream()
                .filter(each -> says(each.draft(), Optional.ofNullable(standing.get(each.about()))))
                .toList();
        var unchanged = sound.size() - fresh.size();
        if (fresh.isEmpty()) {
            return new ObservationOutcome.Recorded(List.of(), unchanged);
        }
        var newest = observations.newest();
        var changes = changes(fresh, standing, flags(fresh, numbers), by, now, sample, newest);
        var written = changes.stream().map(ObservationsChanged.Change::after).toList();
        var salt = fresh.stream().anyMatch(each -> each.series().ofPeople()) ? EntryRecording.salt() : "";
        rows.write(written, numbers, by.account(), salt);
        rows.count(more(changes), numbers);
        log.append(acts(written, by, salt));
        return new ObservationOutcome.Recorded(written, unchanged);
    }

    private static List<Fault> overtaken(
            List<ObservationDraft> drafts, List<Sound> sound, Map<About, Observation> standing) {
        var faults = new ArrayList<Fault>();
        for (var i = 0; i < sound.size(); i++) {
            var seen = sound.get(i).draft().seen();
            var now = standing.get(sound.get(i).about());
            if (seen.isPresent() && (now == null || now.number() != seen.getAsLong())) {
                faults.add(new Fault(
                        drafts.indexOf(sound.get(i).draft()), "value", Message.of("registers.observation.overtaken")));
            } else if (sound.get(i).draft().value().isEmpty() && (now == null || now.withdrawn())) {
                faults.add(new Fault(
                        drafts.indexOf(sound.get(i).draft()), "value", Message.of("registers.observation.nothing")));
            }
        }
        return faults;
    }

    /// Whether a draft says anything that does not stand already.
    static boolean says(ObservationDraft draft, Optional<Observation> standing) {
        return standing.filter(now -> !now.withdrawn()
                        && draft.value()
                                .filter(value -> value.compareTo(now.value()) == 0)
                                .isPresent()
                        && draft.method().equals(now.method())
                        && draft.source().equals(now.source())
                        && (draft.flag() == now.flag() || (now.flag().isWaiting() && draft.flag() != Flag.CHECKED)))
                .isEmpty();
    }

    /// What the drafts make of the figures, told in small parts, while they are still in the processor's cache:
    /// whoever reckons with them reads each again.
    private List<ObservationsChanged.Change> changes(
            List<Sound> fresh,
            Map<About, Observation> standing,
            Map<About, Flag> flags,
            By by,
            Instant now,
            boolean sample,
            long newest) {
        var told = 0;
        var changes = new ArrayList<ObservationsChanged.Change>();
        for (var each : fresh) {
            var before = Optional.ofNullable(standing.get(each.about()));
            var draft = each.draft();
            var after = new Observation(
                    newest + changes.size() + 1,
                    each.series().code(),
                    draft.subject(),
                    each.place(),
                    each.day(),
                    draft.value()
                            .map(ObservationRecording::millionths)
                            .orElseGet(() -> before.orElseThrow().millionths()),
                    draft.method(),
                    draft.source(),
                    flags.getOrDefault(each.about(), draft.flag()),
                    draft.value().isEmpty(),
                    draft.note(),
                    sample,
                    now,
                    by.capacity(),
                    before.map(one -> OptionalLong.of(one.number())).orElse(OptionalLong.empty()));
            changes.add(new ObservationsChanged.Change(before, after));
            if (changes.size() - told == TOLD_AT_ONCE || changes.size() == fresh.size()) {
                events.publishEvent(new ObservationsChanged(changes.subList(told, changes.size()), newest + told));
                told = changes.size();
            }
        }
        return changes;
    }

    private Map<About, Flag> flags(List<Sound> fresh, Map<String, Short> numbers) {
        var bySubject = fresh.stream()
                .filter(each -> each.draft().value().isPresent())
                .sorted(Comparator.comparing(Sound::day))
                .collect(Collectors.groupingBy(
                        each -> new Of(each.series().code(), each.draft().subject()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        var before = new HashMap<Of, LocalDate>();
        bySubject.forEach((of, all) -> before.put(of, all.getFirst().day()));
        var earlier = rows.earlier(before, numbers);
        var flags = new HashMap<About, Flag>();
        bySubject.forEach((of, all) -> {
            var likelihood = new Likelihood(all.getFirst().series(), earlier.getOrDefault(of, List.of()));
            all.forEach(each -> flags.put(
                    each.about(),
                    likelihood.next(
                            millionths(each.draft().value().orElseThrow()),
                            each.draft().flag())));
        });
        return flags;
    }

    private static long millionths(BigDecimal value) {
        return value.movePointRight(Observation.SCALE).longValueExact();
    }

    private static Map<String, Long> more(List<ObservationsChanged.Change> changes) {
        var more = new TreeMap<String, Long>();
        for (var change : changes) {
            var before = change.before().filter(one -> !one.withdrawn()).isPresent() ? 1L : 0L;
            var after = change.after().withdrawn() ? 0L : 1L;
            more.merge(change.after().series(), after - before, Long::sum);
        }
        return more;
    }

    /// The acts of a recording: one for each series, with the digest over all of its figures.
    private List<PublicAct> acts(List<Observation> written, By by, String salt) {
        var bySeries =
                written.stream().collect(Collectors.groupingBy(Observation::series, TreeMap::new, Collectors.toList()));
        return bySeries.entrySet().stream()
                .map(one -> act(catalogue.find(one.getKey()).orElseThrow(), one.getValue(), by, salt))
                .toList();
    }

    private PublicAct act(Series series, List<Observation> all, By by, String salt) {
        var first = all.getFirst();
        return new PublicAct(
                "registers.observations-recorded",
                all.size() == 1 ? first.address() : series.address(),
                by.capacity(),
                texts.everywhere(Message.of("registers.observation.act", series.title(), all.size())),
                Map.of(
                        "series",
                        series.code(),
                        "observations",
                        all.size(),
                        "first",
                        first.number(),
                        "last",
                        all.getLast().number(),
                        "digest",
                        digest(series.ofPeople() ? salt : "", all)),
                first.sample());
    }

    /// The SHA-256 over a line for each figure: its number, series, subject, day, millionths, whether it is
    /// withdrawn, method and source, divided by tabulators. Of people it begins with the salt of the recording,
    /// which only the staff has: otherwise anybody could try values until one fits.
    static String digest(String salt, List<Observation> all) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt.getBytes(StandardCharsets.UTF_8));
            for (var one : all) {
                digest.update("%d\t%s\t%s\t%s\t%d\t%b\t%s\t%s\n"
                        .formatted(
                                one.number(),
                                one.series(),
                                one.subject(),
                                one.day(),
                                one.millionths(),
                                one.withdrawn(),
                                one.method().orElse(""),
                                one.source())
                        .getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
