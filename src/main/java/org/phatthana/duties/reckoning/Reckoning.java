package org.phatthana.duties.reckoning;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.phatthana.duties.Deadline;
import org.phatthana.duties.Duty;
import org.phatthana.duties.Obligation;
import org.phatthana.duties.Obligation.Evidence;
import org.phatthana.duties.Obligation.State;
import org.phatthana.duties.Period;
import org.phatthana.duties.Sign;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Thailand;

/// What is due on a day, from the facts of the log alone.
///
/// Where a day is told by an act, the newest act of that kind says it, so that a correction counts; where an
/// entry's own time counts, it is the oldest's, so that a later version does not move it. What fell due before the
/// house began cannot be overdue here: it is on record, or it is not known.
public final class Reckoning {

    private static final Comparator<Obligation> ORDER = Comparator.comparing(Obligation::state)
            .thenComparing(obligation -> obligation.due().orElse(LocalDate.MAX))
            .thenComparing(obligation -> obligation.duty().id())
            .thenComparing(obligation -> obligation.period().key())
            .thenComparing(Obligation::sample);

    private final List<Fact> facts;
    private final LocalDate began;
    private final LocalDate today;

    /// @param facts in the order of the log
    /// @param began the day of the log's first entry
    public Reckoning(List<Fact> facts, LocalDate began, LocalDate today) {
        this.facts = List.copyOf(facts);
        this.began = began;
        this.today = today;
    }

    /// What is due in a fiscal year, and what is about it and has no day yet; what is overdue comes first. Sample
    /// entries make obligations of their own, beside the real ones.
    public List<Obligation> in(FiscalYear year, List<Duty> duties) {
        return duties.stream()
                .flatMap(duty -> periods(duty, year)
                        .flatMap(period -> Stream.concat(
                                Stream.of(of(duty, period, false)),
                                Stream.of(of(duty, period, true)).filter(Reckoning::hasEvidence)))
                        .filter(obligation -> obligation
                                .due()
                                .map(FiscalYear::containing)
                                .orElse(obligation.period().year())
                                .equals(year)))
                .sorted(ORDER)
                .toList();
    }

    private static boolean hasEvidence(Obligation obligation) {
        return obligation.start().isPresent() || obligation.done().isPresent();
    }

    /// The periods of a duty that may be due in a fiscal year.
    private Stream<Period> periods(Duty duty, FiscalYear year) {
        return switch (duty.due()) {
            case Deadline.Yearly yearly -> Stream.of(new Period.Year(yearly.about(year)));
            case Deadline.Monthly _ -> {
                var first = YearMonth.from(year.firstDay()).minusMonths(1);
                yield IntStream.range(0, 12).mapToObj(month -> new Period.Month(first.plusMonths(month)));
            }
            case Deadline.After after -> {
                var years = new TreeSet<FiscalYear>(List.of(year));
                for (var fact : facts) {
                    after.after().stream()
                            .filter(sign -> sign.act().equals(fact.kind()))
                            .flatMap(sign -> year(fact.fields().get(sign.key())).stream())
                            .forEach(years::add);
                }
                yield years.stream().map(Period.Year::new);
            }
        };
    }

    /// One obligation, from real entries alone or from sample entries alone.
    public Obligation of(Duty duty, Period period, boolean sample) {
        var done = find(duty.done(), period, sample);
        var start = duty.due() instanceof Deadline.After after
                ? find(after.after(), period, sample).filter(found -> found.isTold() || !isOverBeforeTheHouse(period))
                : Optional.<Evidence>empty();
        var due = switch (duty.due()) {
            case Deadline.Yearly yearly -> Optional.of(yearly.of(period.year()));
            case Deadline.Monthly monthly ->
                period instanceof Period.Month(var month)
                        ? Optional.of(monthly.of(month))
                        : Optional.<LocalDate>empty();
            case Deadline.After after -> start.map(found -> found.day().plusDays(after.days()));
        };
        var state = done.map(found -> done(found, due)).orElseGet(() -> open(duty, period, due));
        return new Obligation(duty, period, start, due, state, done, sample);
    }

    /// When an entry stands in the log says nothing of a year that was over when the log began.
    private boolean isOverBeforeTheHouse(Period period) {
        return period.year().lastDay().isBefore(began);
    }

    private State done(Evidence done, Optional<LocalDate> due) {
        if (due.isEmpty()) {
            return State.ON_RECORD;
        }
        if (!done.day().isAfter(due.get())) {
            return State.IN_TIME;
        }
        return due.get().isBefore(began) && !done.isTold() ? State.ON_RECORD : State.LATE;
    }

    private State open(Duty duty, Period period, Optional<LocalDate> due) {
        if (due.isEmpty()) {
            return isOverBeforeTheHouse(period) ? State.NOT_KNOWN : State.NOT_BEGUN;
        }
        var left = ChronoUnit.DAYS.between(today, due.get());
        if (left < 0) {
            return due.get().isBefore(began) ? State.NOT_KNOWN : State.OVERDUE;
        }
        return left <= duty.soonDays() ? State.SOON : State.LATER;
    }

    private Optional<Evidence> find(List<Sign> signs, Period period, boolean sample) {
        return signs.stream()
                .flatMap(sign -> find(sign, period, sample).stream())
                .findFirst();
    }

    private Optional<Evidence> find(Sign sign, Period period, boolean sample) {
        var found = new ArrayList<Fact>();
        for (var fact : facts) {
            if (fact.sample() == sample && fact.kind().equals(sign.act()) && isAbout(fact, sign, period)) {
                found.add(fact);
            }
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        return sign.tellsDay()
                ? day(found.getLast().fields().get(sign.day())).map(day -> evidence(found.getLast(), day, true))
                : Optional.of(evidence(
                        found.getFirst(), Thailand.date(found.getFirst().at()), false));
    }

    private static boolean isAbout(Fact fact, Sign sign, Period period) {
        if (sign.where().entrySet().stream()
                .anyMatch(field -> !field.getValue().equals(fact.fields().get(field.getKey())))) {
            return false;
        }
        var key = fact.fields().getOrDefault(sign.key(), "");
        if (sign.until().isEmpty() || period instanceof Period.Month) {
            return key.equals(period.key());
        }
        var first = year(key);
        var last = year(fact.fields().get(sign.until()));
        return first.isPresent()
                && last.isPresent()
                && first.get().compareTo(period.year()) <= 0
                && last.get().compareTo(period.year()) >= 0;
    }

    private static Evidence evidence(Fact fact, LocalDate day, boolean isTold) {
        return new Evidence(fact.position(), fact.at(), day, isTold, fact.subject());
    }

    /// The fiscal year that a field names, if it does.
    public static Optional<FiscalYear> year(@Nullable String text) {
        return text != null && text.matches("\\d{4}") && FiscalYear.isValid(Integer.parseInt(text))
                ? Optional.of(new FiscalYear(Integer.parseInt(text)))
                : Optional.empty();
    }

    private static Optional<LocalDate> day(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
