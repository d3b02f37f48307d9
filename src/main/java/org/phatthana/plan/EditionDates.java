package org.phatthana.plan;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Message;

/// When the editions of a plan that is taken in came into force. A file knows at most their numbers and years:
/// their days are estimated unless people state them.
///
/// @param base of the first edition; empty for now
/// @param baseEstimated whether that is not known
/// @param editions the others, in the order in which they came
/// @param faults what stands against what people stated, by field
public record EditionDates(
        Optional<LocalDate> base, boolean baseEstimated, List<Dated> editions, Map<String, Message> faults) {

    /// The field of the day on which the plan was announced.
    public static final String BASE_FIELD = "announced";

    /// The fields of the other editions begin so and go on with their [EditionName#code].
    public static final String FIELD = "edition-";

    static final EditionDates NOW = new EditionDates(Optional.empty(), false, List.of(), Map.of());

    /// An edition and its first day.
    public record Dated(EditionName name, LocalDate from, boolean estimated) {}

    /// Works the days out. The first edition is estimated to the first day of the plan's first fiscal year; those
    /// of a year are spread evenly over it, in the order of their numbers. A plan without others counts from now
    /// on, until somebody states its day.
    ///
    /// @param stated days (ISO 8601) by field
    static EditionDates of(
            FiscalYear first, Collection<EditionName> names, Map<String, String> stated, LocalDate today) {
        var faults = new LinkedHashMap<String, Message>();
        var said = day(stated, BASE_FIELD, LocalDate.MIN, today, faults);
        if (names.isEmpty() && said.isEmpty()) {
            return new EditionDates(Optional.empty(), true, List.of(), faults);
        }
        var start = LocalDate.of(first.commonEra() - 1, Month.OCTOBER, 1);
        var base = said.orElse(start.isAfter(today) ? today : start);
        var dated = new ArrayList<Dated>();
        var sorted = names.stream().sorted().toList();
        for (var name : sorted) {
            var day = day(stated, FIELD + name.code(), base, today, faults);
            dated.add(new Dated(name, day.orElseGet(() -> estimate(name, sorted, base, today)), day.isEmpty()));
        }
        dated.sort(Comparator.comparing(Dated::from));
        return new EditionDates(Optional.of(base), said.isEmpty(), List.copyOf(dated), faults);
    }

    private static LocalDate estimate(EditionName name, List<EditionName> all, LocalDate base, LocalDate today) {
        var year = name.year() - FiscalYear.OFFSET;
        var start = later(LocalDate.of(year, Month.JANUARY, 1), base);
        var end = earlier(LocalDate.of(year, Month.DECEMBER, 31), today);
        var sameYear = all.stream().filter(other -> other.year() == name.year()).toList();
        var span = Math.max(0, ChronoUnit.DAYS.between(start, end));
        var day = start.plusDays(span * (sameYear.indexOf(name) + 1) / (sameYear.size() + 1));
        return earlier(day, today);
    }

    private static Optional<LocalDate> day(
            Map<String, String> stated,
            String field,
            LocalDate earliest,
            LocalDate latest,
            Map<String, Message> faults) {
        var text = stated.getOrDefault(field, "").strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            var day = LocalDate.parse(text);
            if (day.isBefore(earliest)) {
                faults.put(field, Message.of("plan.import.date-before-plan"));
            } else if (day.isAfter(latest)) {
                faults.put(field, Message.of("plan.import.date-to-come"));
            } else {
                return Optional.of(day);
            }
        } catch (DateTimeParseException _) {
            faults.put(field, Message.of("plan.import.date-unreadable"));
        }
        return Optional.empty();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
