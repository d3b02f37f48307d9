package org.phatthana.works;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;
import org.phatthana.values.PlaceCode;

/// Works as their facts make them: everything here follows from what was told and not undone.
public final class Work {

    /// All of the works.
    public static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final String id;
    private final boolean sample;
    private final List<Told<?>> told;
    private final List<Told<?>> valid;
    private final Told<Fact.Opened> opening;

    private Work(String id, boolean sample, List<Told<?>> told) {
        this.id = id;
        this.sample = sample;
        this.told = List.copyOf(told);
        var undone = told.stream()
                .map(Told::fact)
                .filter(Fact.Undone.class::isInstance)
                .map(fact -> ((Fact.Undone) fact).fact())
                .collect(Collectors.toSet());
        this.valid = this.told.stream()
                .filter(each -> !undone.contains(each.number()) && !(each.fact() instanceof Fact.Undone))
                .toList();
        this.opening = of(this.told, Fact.Opened.class).getFirst();
    }

    /// @param told all that was told of them in its order; the first opened them
    static Work of(String id, boolean sample, List<Told<?>> told) {
        return new Work(id, sample, told);
    }

    /// These works with one fact more.
    Work with(Told<?> next) {
        var more = new ArrayList<>(told);
        more.add(next);
        return new Work(id, sample, more);
    }

    /// These works as they stood at an instant, of what had been told by then; empty if they were not yet opened.
    public Optional<Work> asOf(Instant at) {
        var known = told.stream().filter(each -> !each.at().isAfter(at)).toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(new Work(id, sample, known));
    }

    public String id() {
        return id;
    }

    public boolean sample() {
        return sample;
    }

    /// Where everyone reads of them.
    public String address() {
        return "/works/" + id;
    }

    /// All that was told, also what was undone, oldest first.
    public List<Told<?>> told() {
        return told;
    }

    /// What was told and counts, oldest first.
    public List<Told<?>> valid() {
        return valid;
    }

    public Optional<Told<?>> told(int number) {
        return number >= 1 && number <= told.size() ? Optional.of(told.get(number - 1)) : Optional.empty();
    }

    /// The fact that undid another.
    public Optional<Told<Fact.Undone>> undoing(int number) {
        return of(told, Fact.Undone.class).stream()
                .filter(undone -> undone.fact().fact() == number)
                .findFirst();
    }

    /// The facts of a type that count, oldest first.
    public <F extends Fact> List<Told<F>> all(Class<F> type) {
        return of(valid, type);
    }

    /// The newest fact of a type that counts.
    public <F extends Fact> Optional<Told<F>> last(Class<F> type) {
        var all = all(type);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    @SuppressWarnings("unchecked") // Only facts of the type are taken.
    private static <F extends Fact> List<Told<F>> of(List<Told<?>> facts, Class<F> type) {
        return facts.stream()
                .filter(each -> type.isInstance(each.fact()))
                .map(each -> (Told<F>) each)
                .toList();
    }

    public Told<Fact.Opened> opening() {
        return opening;
    }

    public Fact.Opened opened() {
        return opening.fact();
    }

    public Localized name() {
        return opened().name();
    }

    public Instant changedAt() {
        return told.getLast().at();
    }

    /// What may be spent in all.
    public Money amount() {
        return opened().amount();
    }

    public Optional<Money> median() {
        return opened().median();
    }

    public WorkState state() {
        if (isUndone(opening.number()) || last(Fact.Cancelled.class).isPresent()) {
            return WorkState.CANCELLED;
        }
        if (last(Fact.HandedOver.class).isPresent()) {
            return last(Fact.Settled.class).isPresent() ? WorkState.SETTLED : WorkState.DELIVERED;
        }
        if (contract().isPresent()) {
            return WorkState.WORKING;
        }
        return award().isPresent() ? WorkState.AWARDED : WorkState.PROCURING;
    }

    private boolean isUndone(int number) {
        return undoing(number).isPresent();
    }

    /// What may be told of them next, in the order of the forms.
    public List<Step> next() {
        var state = state();
        return Arrays.stream(Step.values())
                .filter(step -> step.fits(state))
                .filter(step -> step != Step.MENDING || !openDefects().isEmpty())
                .filter(step -> step != Step.CORRECTION || !isUndone(opening.number()))
                .toList();
    }

    /// Who looks after them; empty where nobody does.
    public Optional<UUID> owner() {
        return last(Fact.Owned.class).flatMap(Told::account);
    }

    /// The line of the books that pays for them now.
    public String line() {
        return last(Fact.Carried.class).map(carried -> carried.fact().line()).orElseGet(() -> opened().line());
    }

    /// The fiscal year of that line.
    public FiscalYear year() {
        return last(Fact.Carried.class).map(carried -> carried.fact().year()).orElseGet(() -> opened().year());
    }

    public List<Bid> bids() {
        return last(Fact.Offered.class).map(offered -> offered.fact().bids()).orElse(List.of());
    }

    public Optional<Told<Fact.Awarded>> award() {
        return last(Fact.Awarded.class);
    }

    /// Who does the works, or is to do them.
    public Optional<String> supplier() {
        return award().map(award -> award.fact().supplier());
    }

    public Optional<Told<Fact.Contracted>> contract() {
        return last(Fact.Contracted.class);
    }

    public List<Told<Fact.Amended>> amendments() {
        return all(Fact.Amended.class);
    }

    /// What is to be paid for them under the contract as it stands.
    public Optional<Money> price() {
        return last(Fact.Amended.class)
                .map(amended -> amended.fact().price())
                .or(() -> contract().map(contract -> contract.fact().price()));
    }

    /// The day by which they are to be ready under the contract as it stands.
    public Optional<LocalDate> ends() {
        return last(Fact.Amended.class)
                .map(amended -> amended.fact().ends())
                .or(() -> contract().map(contract -> contract.fact().ends()));
    }

    public List<Milestone> milestones() {
        return last(Fact.Scheduled.class)
                .map(scheduled -> scheduled.fact().milestones())
                .orElse(List.of());
    }

    public List<Told<Fact.Progressed>> progress() {
        return all(Fact.Progressed.class);
    }

    /// How much of them stands there, in percent.
    public BigDecimal physical() {
        return last(Fact.Progressed.class)
                .map(progressed -> progressed.fact().percent())
                .orElse(BigDecimal.ZERO);
    }

    public boolean isBuilt() {
        return physical().compareTo(WHOLE) >= 0;
    }

    public List<Told<Fact.Inspected>> inspections() {
        return all(Fact.Inspected.class);
    }

    /// What the committee accepted, in money.
    public Money accepted() {
        return Money.sum(
                inspections().stream().map(each -> each.fact().amount()).toList());
    }

    public List<Told<Fact.Paid>> payments() {
        return all(Fact.Paid.class);
    }

    public Money paid() {
        return Money.sum(payments().stream().map(each -> each.fact().amount()).toList());
    }

    /// What is set aside or owed and not paid.
    public Money unpaid() {
        return switch (state()) {
            case PROCURING, AWARDED -> amount();
            case WORKING, DELIVERED -> price().orElse(Money.ZERO).minus(paid());
            case SETTLED, CANCELLED -> Money.ZERO;
        };
    }

    /// By how much their price is above what was set aside for them when they were opened; nothing where it is not.
    public Money over() {
        var over = price().orElse(Money.ZERO).minus(amount());
        return over.isNegative() ? Money.ZERO : over;
    }

    public Optional<Told<Fact.HandedOver>> handOver() {
        return last(Fact.HandedOver.class);
    }

    public List<Told<Fact.DefectFound>> defects() {
        return all(Fact.DefectFound.class);
    }

    /// How a defect was mended.
    public Optional<Told<Fact.DefectMended>> mending(Told<Fact.DefectFound> defect) {
        return all(Fact.DefectMended.class).stream()
                .filter(mended -> mended.fact().defect() == defect.number())
                .findFirst();
    }

    /// The defects that nobody has mended.
    public List<Told<Fact.DefectFound>> openDefects() {
        return defects().stream().filter(defect -> mending(defect).isEmpty()).toList();
    }

    /// The amphoe in which they are, each once.
    public List<PlaceCode> amphoe() {
        return opened().places().stream()
                .filter(place -> place.level() != PlaceCode.Level.PROVINCE)
                .map(place -> new PlaceCode(place.code().substring(0, 4)))
                .distinct()
                .sorted()
                .toList();
    }

    /// The plan of the works over time; empty before there is a contract.
    public Optional<Schedule> schedule() {
        return contract().map(contract -> Schedule.of(contract.fact().begins(), ends().orElseThrow(), milestones()));
    }

    /// When they will be ready, as it looks on a day; empty before there is a contract.
    public Optional<Forecast> forecast(LocalDate today) {
        return schedule()
                .map(schedule -> schedule.forecast(
                        progress().stream()
                                .map(each -> new Schedule.Reached(
                                        each.day(), each.fact().percent()))
                                .toList(),
                        state() == WorkState.CANCELLED
                                ? Optional.of(told.getLast().day())
                                : Optional.empty(),
                        today));
    }

    /// Whether they are late: not handed over nor given up, and not ready by the contract's day, or not expected to
    /// be.
    public boolean isLate(LocalDate today) {
        return state() == WorkState.WORKING
                && forecast(today).filter(forecast -> forecast.lateDays() > 0).isPresent();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Work work && work.id.equals(id) && work.told.equals(told);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "works " + id;
    }
}
