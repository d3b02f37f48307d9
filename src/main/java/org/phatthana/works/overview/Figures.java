package org.phatthana.works.overview;

import java.util.List;
import org.phatthana.budget.Balances;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.Stage;
import org.phatthana.values.Money;
import org.phatthana.works.Concern;
import org.phatthana.works.Work;

/// What is of concern about some works and the lines of the books beside them.
///
/// @param open works that are neither settled nor given up
/// @param late, over, unowned, unsigned how many works each concern is about
/// @param overBy by how much the works that are over cost too much
/// @param authorised what the lines may spend
/// @param unspent of it neither paid, carried over nor lapsed
public record Figures(
        long open, long late, long over, Money overBy, long unowned, long unsigned, Money authorised, Money unspent) {

    /// Works with what is of concern about them.
    ///
    /// @param keys the groups in which they are counted
    record Counted(Work work, List<String> keys, List<Concern> concerns) {

        Counted {
            keys = List.copyOf(keys);
            concerns = List.copyOf(concerns);
        }
    }

    /// A line of the books with what stands in its stages.
    ///
    /// @param keys the groups in which it is counted
    public record Paying(BookLine line, Balances balances, List<String> keys) {

        public Paying {
            keys = List.copyOf(keys);
        }

        public Money unspent() {
            return balances.left().plus(balances.reserved()).plus(balances.committed());
        }

        /// What was paid.
        public Money spent() {
            return balances.of(Stage.DISBURSED);
        }
    }

    static Figures of(List<Counted> works, List<Paying> lines) {
        return new Figures(
                works.stream().filter(each -> each.work().state().isOpen()).count(),
                count(works, Concern.LATE),
                count(works, Concern.OVER),
                Money.sum(works.stream().map(each -> each.work().over()).toList()),
                count(works, Concern.UNOWNED),
                count(works, Concern.UNSIGNED),
                Money.sum(
                        lines.stream().map(each -> each.balances().authorised()).toList()),
                Money.sum(lines.stream().map(Paying::unspent).toList()));
    }

    private static long count(List<Counted> works, Concern concern) {
        return works.stream().filter(each -> each.concerns().contains(concern)).count();
    }

    /// How many works a concern is about.
    public long of(Concern concern) {
        return switch (concern) {
            case LATE -> late;
            case OVER -> over;
            case UNOWNED -> unowned;
            case UNSIGNED -> unsigned;
            case UNPAID -> 0;
        };
    }

    /// Which share of what may be spent is not; 0 where nothing may be.
    public double unspentShare() {
        return unspent.shareOf(authorised);
    }

    /// Whether anybody should see to something here.
    public boolean isOfConcern() {
        return late + over + unowned + unsigned > 0;
    }
}
