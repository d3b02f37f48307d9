package org.phatthana.budget;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.phatthana.values.Money;

/// Whether the parts of an ordinance add up to what it states. Every figure of an ordinance stands in at least one
/// of these sums, so that no single one can be altered unseen.
public final class Sums {

    /// Which parts are summed against which figure.
    public enum Part {
        /// All areas against the total.
        AREAS,
        /// The programmes of an area against the area.
        AREA,
        /// All types against the total.
        TYPES,
        /// All tasks against the total.
        TASKS,
        /// The tasks of a programme against the programme.
        PROGRAMME,
        /// The tasks of a type against the type.
        TYPE,
        /// The categories of a kind of income against the kind.
        INCOME_KIND
    }

    /// A sum that differs.
    ///
    /// @param index where the stated figure stands in its list; 0 for the total
    /// @param inner for a programme, where it stands in its area
    /// @param name of what the figure is stated; empty for the total
    /// @param stated the figure
    /// @param sum what the parts come to
    public record Difference(Part part, int index, int inner, String name, Money stated, Money sum) {

        /// The parts less the figure.
        public Money amount() {
            return sum.minus(stated);
        }
    }

    private final Ordinance ordinance;
    private final List<Difference> found = new ArrayList<>();

    private Sums(Ordinance ordinance) {
        this.ordinance = ordinance;
    }

    /// Everything that does not add up, from the total downwards; empty for a sound ordinance.
    public static List<Difference> differences(Ordinance ordinance) {
        var sums = new Sums(ordinance);
        sums.compareTotals();
        sums.compareAreas();
        sums.compareTypes();
        sums.compareStrays();
        sums.compareIncomes();
        return List.copyOf(sums.found);
    }

    private void compareTotals() {
        compare(
                Part.AREAS,
                0,
                0,
                "",
                ordinance.total(),
                ordinance.areas().stream().map(Ordinance.Area::total).toList());
        compare(
                Part.TYPES,
                0,
                0,
                "",
                ordinance.total(),
                ordinance.types().stream().map(Ordinance.Share::amount).toList());
        if (!ordinance.lines().isEmpty()) {
            compare(Part.TASKS, 0, 0, "", ordinance.total(), lines(_ -> true));
        }
    }

    private void compareAreas() {
        for (var index = 0; index < ordinance.areas().size(); index++) {
            var area = ordinance.areas().get(index);
            compare(
                    Part.AREA,
                    index,
                    0,
                    area.name(),
                    area.total(),
                    area.programmes().stream().map(Ordinance.Share::amount).toList());
            for (var inner = 0;
                    !ordinance.lines().isEmpty() && inner < area.programmes().size();
                    inner++) {
                var programme = area.programmes().get(inner);
                compare(
                        Part.PROGRAMME,
                        index,
                        inner,
                        programme.name(),
                        programme.amount(),
                        lines(line -> line.area().equals(area.name())
                                && line.programme().equals(programme.name())));
            }
        }
    }

    private void compareTypes() {
        for (var index = 0;
                !ordinance.lines().isEmpty() && index < ordinance.types().size();
                index++) {
            var type = ordinance.types().get(index);
            compare(
                    Part.TYPE,
                    index,
                    0,
                    type.name(),
                    type.amount(),
                    lines(line -> line.type().equals(type.name())));
        }
    }

    /// Tasks of a programme or type that the ordinance does not list are parts of a figure that is stated as
    /// nothing.
    private void compareStrays() {
        var programmes = ordinance.programmes();
        ordinance.lines().stream()
                .filter(line -> programmes.stream()
                        .noneMatch(programme -> programme.area().equals(line.area())
                                && programme.name().equals(line.programme())))
                .forEach(line -> compare(Part.PROGRAMME, -1, -1, line.programme(), Money.ZERO, List.of(line.amount())));
        ordinance.lines().stream()
                .filter(line ->
                        ordinance.types().stream().noneMatch(type -> type.name().equals(line.type())))
                .forEach(line -> compare(Part.TYPE, -1, -1, line.type(), Money.ZERO, List.of(line.amount())));
    }

    private void compareIncomes() {
        for (var index = 0; index < ordinance.incomes().size(); index++) {
            var kind = ordinance.incomes().get(index);
            compare(
                    Part.INCOME_KIND,
                    index,
                    0,
                    kind.name(),
                    kind.total(),
                    kind.categories().stream().map(Ordinance.Share::amount).toList());
        }
    }

    private List<Money> lines(Predicate<Ordinance.Line> which) {
        return ordinance.lines().stream()
                .filter(which)
                .map(Ordinance.Line::amount)
                .toList();
    }

    private void compare(Part part, int index, int inner, String name, Money stated, Collection<Money> parts) {
        var sum = Money.sum(parts);
        if (!sum.equals(stated)) {
            found.add(new Difference(part, index, inner, name, stated, sum));
        }
    }
}
