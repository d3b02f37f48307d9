package org.phatthana.works.disclosing;

import java.util.List;
import java.util.Optional;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;
import org.phatthana.works.Work;

/// A row of the monthly disclosure of procurement: the sixteen fields, in their order.
///
/// @param number in the register, from 1
/// @param source where the money comes from
/// @param agreed the price as it stands, or as it was agreed before the contract
public record Register(
        Work work,
        int number,
        FiscalYear year,
        Localized agency,
        Localized amphoe,
        Localized province,
        Localized ministry,
        Localized agencyKind,
        Localized item,
        Money amount,
        Localized source,
        Localized state,
        Localized method,
        Optional<Money> median,
        Optional<Money> agreed,
        String supplier,
        String egp) {

    /// The keys of the fields' names.
    public static final List<String> FIELDS = List.of(
            "no",
            "year",
            "agency",
            "amphoe",
            "province",
            "ministry",
            "kind",
            "item",
            "amount",
            "source",
            "state",
            "method",
            "median",
            "agreed",
            "supplier",
            "egp");
}
