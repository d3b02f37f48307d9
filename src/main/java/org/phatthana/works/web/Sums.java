package org.phatthana.works.web;

import java.util.List;
import org.phatthana.values.Money;
import org.phatthana.works.Work;

/// The money of several works.
///
/// @param amount what was set aside when they were opened
/// @param price what their contracts cost as they stand
/// @param unpaid what is set aside or owed and not paid
public record Sums(int count, Money amount, Money price, Money paid, Money unpaid) {

    static Sums of(List<Work> works) {
        return new Sums(
                works.size(),
                Money.sum(works.stream().map(Work::amount).toList()),
                Money.sum(works.stream()
                        .map(work -> work.price().orElse(Money.ZERO))
                        .toList()),
                Money.sum(works.stream().map(Work::paid).toList()),
                Money.sum(works.stream().map(Work::unpaid).toList()));
    }
}
