package org.phatthana.registers;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.UUID;
import org.phatthana.commands.Synthetic;
import org.phatthana.places.Places;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Thailand;
import org.springframework.stereotype.Component;

/// Makes synthetic figures of every series that the pack declares, marked as samples, spread evenly over all their
/// subjects and periods. What is made of a subject and a period follows from the seed alone, so that a larger
/// sample leaves as it is what a smaller one has made.
@Component
class SampleObservations implements Synthetic {

    private static final EntryRecording.By NOBODY = new EntryRecording.By(new UUID(0, 0), "sample");
    private static final int BATCH = 100_000;
    private static final String SOURCE = "ข้อมูลสังเคราะห์เพื่อทดสอบ";

    /// The range of values where a series names none.
    private static final BigDecimal USUAL = BigDecimal.valueOf(1_000);

    private final SeriesCatalogue catalogue;
    private final Registers registers;
    private final Entries entries;
    private final Places places;
    private final ObservationRows rows;
    private final ObservationRecording recording;
    private final Clock clock;

    SampleObservations(
            SeriesCatalogue catalogue,
            Registers registers,
            Entries entries,
            Places places,
            ObservationRows rows,
            ObservationRecording recording,
            Clock clock) {
        this.catalogue = catalogue;
        this.registers = registers;
        this.entries = entries;
        this.places = places;
        this.rows = rows;
        this.recording = recording;
        this.clock = clock;
    }

    /// What a series can have a figure of.
    private record Observable(Series series, List<String> subjects) {}

    @Override
    public String kind() {
        return "observations";
    }

    @Override
    public String make(Wish wish) {
        if (rows.hasReal()) {
            throw new IllegalArgumentException(
                    "Figures that are no samples are recorded here: none are made beside them");
        }
        var today = Thailand.date(clock.instant());
        var first = FiscalYear.containing(today).plus(1 - wish.years()).firstDay();
        var all = catalogue.all().stream()
                .map(series -> new Observable(series, subjects(series)))
                .toList();
        var room = first.datesUntil(today.plusDays(1))
                .mapToLong(day -> begun(all, day).stream()
                        .mapToLong(one -> one.subjects().size())
                        .sum())
                .sum();
        if (wish.rows() > room) {
            throw new IllegalArgumentException(
                    "The pack's series have room for %,d figures in %d fiscal years".formatted(room, wish.years()));
        }
        var made = new Making(wish, room);
        first.datesUntil(today.plusDays(1))
                .forEach(day -> begun(all, day)
                        .forEach(one -> one.subjects().forEach(subject -> made.next(one.series(), subject, day))));
        made.record();
        return "%d new, %d as they were".formatted(made.fresh, made.unchanged);
    }

    /// Those of which a period begins on a day.
    private static List<Observable> begun(List<Observable> all, LocalDate day) {
        return all.stream()
                .filter(one -> one.series().every().first(day).equals(day))
                .toList();
    }

    private List<String> subjects(Series series) {
        return switch (series.of()) {
            case Series.OfPlaces(var level) ->
                places.of(level).stream().map(place -> place.code().code()).toList();
            case Series.OfEntries(var register) -> {
                var ids = new ArrayList<String>();
                entries.each(registers.find(register).orElseThrow(), entry -> ids.add(entry.id()));
                yield ids;
            }
        };
    }

    /// Takes every so many-eth of what there is room for, and records them by batches.
    private final class Making {
        private final Wish wish;
        private final long room;
        private final List<ObservationDraft> batch = new ArrayList<>();
        private long at;
        private long fresh;
        private long unchanged;

        Making(Wish wish, long room) {
            this.wish = wish;
            this.room = room;
        }

        void next(Series series, String subject, LocalDate day) {
            var number = at++;
            if (Math.multiplyExact(number + 1, (long) wish.rows()) / room == number * wish.rows() / room) {
                return;
            }
            batch.add(new ObservationDraft(
                    series.code(),
                    subject,
                    day,
                    Optional.of(value(series, number)),
                    series.methods().stream().findFirst().map(Series.Method::code),
                    SOURCE,
                    Flag.OK,
                    "",
                    OptionalLong.empty()));
            if (batch.size() == BATCH) {
                record();
            }
        }

        /// Records what has gathered.
        void record() {
            if (batch.isEmpty()) {
                return;
            }
            switch (recording.record(batch, NOBODY, true)) {
                case ObservationOutcome.Refused(var faults) ->
                    throw new IllegalStateException("The sample was refused: " + faults.getFirst());
                case ObservationOutcome.Recorded recorded -> {
                    fresh += recorded.observations().size();
                    unchanged += recorded.unchanged();
                }
            }
            System.err.printf("%,d of %,d%n", fresh + unchanged, wish.rows());
            batch.clear();
        }

        private BigDecimal value(Series series, long number) {
            var least = series.least().orElse(BigDecimal.ZERO);
            var most = series.most().orElse(least.add(USUAL));
            var steps = most.subtract(least).movePointRight(series.decimals()).longValue();
            var step = new SplittableRandom(wish.seed() * 0x9E3779B97F4A7C15L + number).nextLong(steps + 1);
            return least.add(BigDecimal.valueOf(step, series.decimals()));
        }
    }
}
