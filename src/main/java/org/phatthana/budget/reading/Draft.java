package org.phatthana.budget.reading;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.phatthana.budget.Ordinance;
import org.phatthana.budget.Sums;
import org.phatthana.values.Money;

/// What a file says, before it is known whose ordinance of which year it is and whether it adds up.
///
/// @param organization as the file itself names it; empty where it does not
/// @param people as the file itself states them
/// @param places where the stated figure of a sum stands in the file
public record Draft(
        Money total,
        List<Ordinance.Area> areas,
        List<Ordinance.Share> types,
        List<Ordinance.Line> lines,
        List<Ordinance.IncomeKind> incomes,
        String organization,
        @Nullable Long people,
        Function<Sums.Difference, Place> places) {}
