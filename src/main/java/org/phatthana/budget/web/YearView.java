package org.phatthana.budget.web;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.phatthana.budget.Names;
import org.phatthana.budget.Ordinance;
import org.phatthana.budget.StoredOrdinance;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;

/// One ordinance as its page tells it: parts with their shares, beside the year before.
public final class YearView {

    /// The name under which the classification knows investment.
    static final String INVESTMENT = "งบลงทุน";

    /// A figure among others of its kind.
    ///
    /// @param mission the class of its colour, empty where none is known
    /// @param share of the whole, 0 to 1
    /// @param bar of the largest, 0 to 1
    /// @param perHead nothing where the people are not known
    /// @param before the same a year earlier, nothing where that year is not known
    public record Row(
            Localized name,
            String mission,
            Money amount,
            double share,
            double bar,
            @Nullable Money perHead,
            @Nullable Money before) {

        /// How much it rose; negative where it fell.
        public @Nullable Money change() {
            return before == null ? null : amount.minus(before);
        }

        /// `more`, `less` or `same` as the year before; `same` too where that is not known.
        public String direction() {
            var change = change();
            return change == null || change.isZero() ? "same" : change.isNegative() ? "less" : "more";
        }

        /// The change without its sign.
        public Money size() {
            var change = change();
            return change == null ? Money.ZERO : change.isNegative() ? change.negated() : change;
        }

        /// The change as a share of the year before; nothing where there was nothing.
        public @Nullable Double changeShare() {
            return before == null || before.isZero()
                    ? null
                    : amount.minus(before).shareOf(before);
        }
    }

    /// An area with its programmes.
    public record AreaRows(Row area, List<ProgrammeRows> programmes) {}

    /// A programme with its tasks.
    ///
    /// @param anchor where its tasks stand on the page
    public record ProgrammeRows(Row programme, String anchor, List<TaskRow> tasks) {}

    /// What a task may spend on a type.
    public record TaskRow(Localized task, Localized type, Money amount) {}

    /// A kind of income with its categories.
    public record KindRows(Row kind, List<Row> categories) {}

    private final StoredOrdinance stored;
    private final @Nullable Ordinance before;
    private final Names names;
    private final Strategy strategy;

    YearView(StoredOrdinance stored, Optional<Ordinance> before, Names names, Strategy strategy) {
        this.stored = stored;
        this.before = before.orElse(null);
        this.names = names;
        this.strategy = strategy;
    }

    public StoredOrdinance stored() {
        return stored;
    }

    public Ordinance ordinance() {
        return stored.ordinance();
    }

    public @Nullable Ordinance before() {
        return before;
    }

    public Money investment() {
        return ordinance().ofType(INVESTMENT);
    }

    public @Nullable Money perHead() {
        return ordinance().perHead().orElse(null);
    }

    public @Nullable Money surplus() {
        return ordinance().surplus().orElse(null);
    }

    /// The whole as a row, for the foot of a table.
    public Row total() {
        return row(
                Localized.of("รวม", "Total"),
                "",
                ordinance().total(),
                ordinance().total(),
                before == null ? null : before.total());
    }

    /// Areas in the ordinance's order.
    public List<AreaRows> areas() {
        var largest = largest(ordinance().programmes().stream().map(Ordinance.Programme::amount));
        return ordinance().areas().stream()
                .map(area -> new AreaRows(
                        row(
                                names.area(area.name()),
                                "",
                                area.total(),
                                ordinance().total(),
                                areaBefore(area.name())),
                        area.programmes().stream()
                                .map(programme -> programme(area, programme, largest))
                                .toList()))
                .toList();
    }

    /// Programmes, the largest first.
    public List<ProgrammeRows> programmes() {
        return areas().stream()
                .flatMap(area -> area.programmes().stream())
                .sorted(Comparator.comparing(
                                (ProgrammeRows rows) -> rows.programme().amount())
                        .reversed())
                .toList();
    }

    /// Programmes that changed, those that rose most first. Programmes that only the year before had are among
    /// them.
    public List<Row> changes() {
        if (before == null) {
            return List.of();
        }
        var gone = before.programmes().stream()
                .filter(old -> ordinance().programmes().stream()
                        .noneMatch(programme -> programme.name().equals(old.name())))
                .map(old ->
                        row(names.programme(old.name()), mission(old.name()), Money.ZERO, Money.ZERO, old.amount()));
        return Stream.concat(programmes().stream().map(ProgrammeRows::programme), gone)
                .filter(row -> !row.direction().equals("same"))
                .sorted(Comparator.comparing((Row row) ->
                                row.direction().equals("less") ? row.size().negated() : row.size())
                        .reversed())
                .toList();
    }

    /// Types, the largest first.
    public List<Row> types() {
        var largest = largest(ordinance().types().stream().map(Ordinance.Share::amount));
        return ordinance().types().stream()
                .sorted(Comparator.comparing(Ordinance.Share::amount).reversed())
                .map(type -> row(
                        names.type(type.name()),
                        "",
                        type.amount(),
                        largest,
                        before == null ? null : before.ofType(type.name())))
                .toList();
    }

    public List<KindRows> incomes() {
        var largest = largest(ordinance().incomes().stream().map(Ordinance.IncomeKind::total));
        return ordinance().incomes().stream()
                .map(kind -> new KindRows(
                        income(kind.name(), kind.total(), largest),
                        kind.categories().stream()
                                .map(category -> income(category.name(), category.amount(), largest))
                                .toList()))
                .toList();
    }

    /// All income as a row.
    public Row income() {
        return income("", ordinance().income(), ordinance().income());
    }

    /// The class of the colour of the mission that a programme most likely serves.
    String mission(String programme) {
        return strategy.classification()
                .suggestion(programme)
                .map(suggestion -> suggestion.goalFor(""))
                .flatMap(strategy::goal)
                .map(goal -> "mission-" + goal.mission())
                .orElse("");
    }

    private ProgrammeRows programme(Ordinance.Area area, Ordinance.Share programme, Money largest) {
        var index = ordinance()
                .programmes()
                .indexOf(new Ordinance.Programme(area.name(), programme.name(), programme.amount()));
        var tasks = ordinance().lines().stream()
                .filter(line ->
                        line.area().equals(area.name()) && line.programme().equals(programme.name()))
                .map(line -> new TaskRow(names.task(line.task()), names.type(line.type()), line.amount()))
                .toList();
        return new ProgrammeRows(
                row(
                        names.programme(programme.name()),
                        mission(programme.name()),
                        programme.amount(),
                        largest,
                        before == null ? null : before.ofProgramme(programme.name())),
                "programme-" + (index + 1),
                tasks);
    }

    private @Nullable Money areaBefore(String area) {
        return before == null
                ? null
                : Money.sum(before.areas().stream()
                        .filter(old -> old.name().equals(area))
                        .map(Ordinance.Area::total)
                        .toList());
    }

    private Row row(Localized name, String mission, Money amount, Money largest, @Nullable Money earlier) {
        var people = ordinance().people();
        return new Row(
                name,
                mission,
                amount,
                amount.shareOf(ordinance().total()),
                amount.shareOf(largest),
                people == null ? null : amount.per(people.count()),
                earlier);
    }

    private Row income(String name, Money amount, Money largest) {
        var people = ordinance().people();
        var earlier = before == null || before.incomes().isEmpty()
                ? null
                : incomes(before).getOrDefault(name, Money.ZERO);
        return new Row(
                names.income(name),
                "",
                amount,
                amount.shareOf(ordinance().income()),
                amount.shareOf(largest),
                people == null ? null : amount.per(people.count()),
                earlier);
    }

    /// Income by the name of its kind or category; the whole of it by no name.
    private static Map<String, Money> incomes(Ordinance ordinance) {
        var amounts = new LinkedHashMap<String, Money>();
        amounts.put("", ordinance.income());
        for (var kind : ordinance.incomes()) {
            amounts.put(kind.name(), kind.total());
            kind.categories().forEach(category -> amounts.put(category.name(), category.amount()));
        }
        return amounts;
    }

    private static Money largest(Stream<Money> amounts) {
        return amounts.max(Comparator.naturalOrder()).orElse(Money.ZERO);
    }
}
