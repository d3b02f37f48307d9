package org.phatthana.plan;

import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;

/// Money that a project needs in a year from one source.
///
/// @param source the id of a source of funds in the pack's classification; empty where it is not said
public record Funding(FiscalYear year, String source, Money money) {

    public Funding {
        if (money.isNegative()) {
            throw new IllegalArgumentException("A project needs no negative money, as in " + year);
        }
    }
}
