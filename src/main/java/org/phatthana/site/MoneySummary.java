package org.phatthana.site;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.phatthana.budget.Ordinance;
import org.phatthana.strategy.Mission;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;

/// A year's ordinance in the few figures that the start shows.
///
/// @param investment what may be spent on งบลงทุน
/// @param perHead the total for each person of the province, where the people are known
/// @param rows the programmes, largest first
public record MoneySummary(
        FiscalYear year, Money total, Money investment, Optional<Money> perHead, List<Row> rows, Localized source) {

    /// A programme.
    ///
    /// @param mission the id of the mission whose colour it has, by the goal that it most likely serves
    /// @param share of the total, between 0 and 1
    /// @param ofLargest of the largest programme, between 0 and 1, for the bar
    public record Row(Localized name, Optional<String> mission, Money amount, double share, double ofLargest) {}

    private static final String INVESTMENT = "investment";

    static MoneySummary of(Ordinance ordinance, Strategy strategy) {
        var classification = strategy.classification();
        var largest = ordinance.programmes().stream()
                .map(Ordinance.Programme::amount)
                .max(Comparator.naturalOrder())
                .orElse(Money.ZERO);
        var rows = ordinance.programmes().stream()
                .sorted(Comparator.comparing(Ordinance.Programme::amount).reversed())
                .map(programme -> new Row(
                        classification
                                .programme(programme.name())
                                .map(known -> known.name())
                                .orElseGet(() -> Localized.thai(programme.name())),
                        classification
                                .suggestion(programme.name())
                                .map(suggestion -> suggestion.goalFor(""))
                                .flatMap(strategy::goal)
                                .map(strategy::missionOf)
                                .map(Mission::id),
                        programme.amount(),
                        programme.amount().shareOf(ordinance.total()),
                        programme.amount().shareOf(largest)))
                .toList();
        var investment = classification.expenditureTypes().stream()
                .filter(type -> type.id().equals(INVESTMENT))
                .findFirst()
                .map(type -> ordinance.ofType(type.name().thai()))
                .orElse(Money.ZERO);
        return new MoneySummary(
                ordinance.year(),
                ordinance.total(),
                investment,
                ordinance.perHead(),
                rows,
                ordinance.source().text());
    }
}
