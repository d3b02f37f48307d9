package org.phatthana.works.disclosing;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.phatthana.values.Money;
import org.phatthana.works.Work;

/// What was contracted in a month.
///
/// @param works those whose contract was signed in it, in the order of the days
/// @param announced when that was last announced; empty where it was not
public record Month(YearMonth month, List<Work> works, Optional<Announced> announced, boolean sample) {

    public Month {
        works = List.copyOf(works);
    }

    /// What was agreed in all.
    public Money agreed() {
        return Money.sum(works.stream()
                .map(work -> work.contract().orElseThrow().fact().price())
                .toList());
    }

    /// Whether something was told since it was announced, so that it should be announced anew.
    public boolean isChanged() {
        return announced.isPresent() && !announced.get().contracts().equals(contracts(works));
    }

    /// By what one announcement is told from another: works with the number and price of their contract.
    static List<String> contracts(List<Work> works) {
        return works.stream()
                .map(work -> work.contract().orElseThrow())
                .map(contract ->
                        contract.fact().number() + " " + contract.fact().price().toPlainString())
                .toList();
    }

    public String address() {
        return "/works/disclosure/" + month;
    }
}
