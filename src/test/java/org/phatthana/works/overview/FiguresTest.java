package org.phatthana.works.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.phatthana.budget.Balances;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.Stage;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;

class FiguresTest {

    @Test
    void unspentIsWhatIsFreeSetAsideOrOwed() {
        var figures = Figures.of(
                List.of(),
                List.of(
                        paying(
                                "a",
                                Map.of(
                                        Stage.APPROPRIATED, -1_000,
                                        Stage.UNALLOTTED, 100,
                                        Stage.ALLOTTED, 200,
                                        Stage.RESERVED, 150,
                                        Stage.COMMITTED, 250,
                                        Stage.DISBURSED, 300)),
                        paying("b", Map.of(Stage.APPROPRIATED, -500, Stage.LAPSED, 200, Stage.CARRIED_OVER, 300))));
        assertThat(figures.authorised()).isEqualTo(Money.ofBaht(1_500));
        assertThat(figures.unspent()).isEqualTo(Money.ofBaht(700));
        assertThat(figures.isOfConcern()).isFalse();
    }

    private static Figures.Paying paying(String id, Map<Stage, Integer> baht) {
        var amounts = new EnumMap<Stage, Money>(Stage.class);
        baht.forEach((stage, amount) -> amounts.put(stage, Money.ofBaht(amount)));
        var line =
                new BookLine(id, new FiscalYear(2566), "", "", "", "", "", "", "", BookLine.ORDINANCE, "", "", false);
        return new Figures.Paying(line, new Balances(amounts), List.of("M6"));
    }
}
