package org.phatthana.registers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.phatthana.places.Place;
import org.phatthana.places.Places;
import org.phatthana.registers.RecordingOutcome.Fault;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Message;
import org.phatthana.values.PlaceCode;
import org.springframework.stereotype.Component;

/// What a figure must be to be recorded, and where it counts.
@Component
class ObservationCheck {

    private static final int LONGEST_SOURCE = 200;
    private static final int LONGEST_NOTE = 1_000;

    /// So that the sums of many still are numbers that the program can tell.
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000_000L);

    private final SeriesCatalogue catalogue;
    private final ObservationRows rows;
    private final Places places;

    ObservationCheck(SeriesCatalogue catalogue, ObservationRows rows, Places places) {
        this.catalogue = catalogue;
        this.rows = rows;
        this.places = places;
    }

    /// A draft of which everything is known.
    ///
    /// @param day the first of what it stands for
    /// @param place where it counts
    record Sound(ObservationDraft draft, Series series, LocalDate day, PlaceCode place) {

        ObservationRows.About about() {
            return new ObservationRows.About(series.code(), draft.subject(), day);
        }
    }

    /// Checks drafts.
    ///
    /// @param faults takes what stands against them
    /// @return those against which nothing stands, in their order
    List<Sound> sound(List<ObservationDraft> drafts, LocalDate today, List<Fault> faults) {
        var entries = entries(drafts);
        var seen = new HashSet<ObservationRows.About>();
        var sound = new ArrayList<Sound>();
        for (var i = 0; i < drafts.size(); i++) {
            var draft = drafts.get(i);
            var series = catalogue.find(draft.series());
            if (series.isEmpty()) {
                faults.add(new Fault(i, "series", Message.of("registers.observation.no-series", draft.series())));
                continue;
            }
            var own = new ArrayList<Fault>();
            var place = place(series.get(), draft, entries, i, own);
            faults(series.get(), draft, today, i, own);
            if (own.isEmpty()) {
                var each = new Sound(draft, series.get(), series.get().every().first(draft.day()), place.orElseThrow());
                if (seen.add(each.about())) {
                    sound.add(each);
                } else {
                    own.add(new Fault(
                            i, "day", Message.of("registers.observation.twice", draft.subject(), each.day())));
                }
            }
            faults.addAll(own);
        }
        return sound;
    }

    /// The entries that drafts are about, by register.
    private Map<String, Map<String, Optional<PlaceCode>>> entries(List<ObservationDraft> drafts) {
        var wanted = new HashMap<String, HashSet<String>>();
        for (var draft : drafts) {
            if (catalogue.find(draft.series()).map(Series::of).orElse(null) instanceof Series.OfEntries(var register)) {
                wanted.computeIfAbsent(register, _ -> new HashSet<>()).add(draft.subject());
            }
        }
        return wanted.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> rows.entries(one.getKey(), one.getValue())));
    }

    private Optional<PlaceCode> place(
            Series series,
            ObservationDraft draft,
            Map<String, Map<String, Optional<PlaceCode>>> entries,
            int index,
            List<Fault> faults) {
        var place = switch (series.of()) {
            case Series.OfPlaces(var level) ->
                PlaceCode.parse(draft.subject())
                        .filter(code -> code.level() == level)
                        .flatMap(places::find)
                        .map(Place::code);
            case Series.OfEntries(var register) ->
                Optional.ofNullable(entries.getOrDefault(register, Map.of()).get(draft.subject()))
                        .map(known -> known.orElseGet(() -> places.province().code()));
        };
        if (place.isEmpty()) {
            faults.add(new Fault(index, "subject", Message.of("registers.observation.no-subject", draft.subject())));
        }
        return place;
    }

    /// That nothing is kept for a day; where its year is one of the Buddhist Era, which day may be meant.
    private static Message noDay(LocalDate day) {
        var meant = day.minusYears(FiscalYear.OFFSET);
        return FiscalYear.isValid(meant)
                ? Message.of(
                        "registers.observation.other-era", Integer.toString(day.getYear()), meant, meant.toString())
                : Message.of("registers.observation.no-day", day);
    }

    private static void faults(Series series, ObservationDraft draft, LocalDate today, int index, List<Fault> faults) {
        if (!FiscalYear.isValid(draft.day())) {
            faults.add(new Fault(index, "day", noDay(draft.day())));
        } else if (series.every().first(draft.day()).isAfter(today)) {
            faults.add(new Fault(index, "day", Message.of("registers.fault.future")));
        }
        draft.value()
                .flatMap(value -> value(series, value))
                .ifPresent(message -> faults.add(new Fault(index, "value", message)));
        draft.method()
                .filter(method -> series.method(method).isEmpty())
                .ifPresent(method ->
                        faults.add(new Fault(index, "method", Message.of("registers.fault.no-code", method))));
        if (draft.source().length() > LONGEST_SOURCE) {
            faults.add(new Fault(index, "source", Message.of("registers.fault.long", LONGEST_SOURCE)));
        }
        if (draft.note().length() > LONGEST_NOTE) {
            faults.add(new Fault(index, "note", Message.of("registers.fault.long", LONGEST_NOTE)));
        }
        if (draft.value().isEmpty() && draft.note().isBlank()) {
            faults.add(new Fault(index, "note", Message.of("registers.observation.why")));
        }
        if (draft.flag().isWaiting()) {
            faults.add(new Fault(index, "flag", Message.of("registers.observation.found")));
        }
    }

    private static Optional<Message> value(Series series, BigDecimal value) {
        if (value.stripTrailingZeros().scale() > series.decimals()) {
            return Optional.of(Message.of("registers.observation.decimals", series.decimals()));
        }
        return value.abs().compareTo(LARGEST) > 0
                ? Optional.of(Message.of("registers.observation.large", LARGEST))
                : Optional.empty();
    }
}
