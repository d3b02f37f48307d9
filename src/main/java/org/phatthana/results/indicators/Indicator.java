package org.phatthana.results.indicators;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.phatthana.results.formulas.Formula;
import org.phatthana.results.formulas.Term;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;

/// What is measured, and how.
///
/// @param code in addresses and formulas, for example `G2-01`
/// @param goal whose way it measures
/// @param denominator none where the indicator is a number of things
/// @param per what the ratio is multiplied by: 100 for percent, 1000 for a thousand people
/// @param moreIsBetter otherwise less is
/// @param source where its figures come from
/// @param owner the department that answers for it
/// @param sdg the SDG indicator that it compares with, for example `4.1.1`; may be empty
/// @param asean the ASEAN indicator that it compares with; may be empty
/// @param ofPeople whether it counts people, so that few of them are not shown
public record Indicator(
        String code,
        Localized name,
        Localized definition,
        String goal,
        Formula numerator,
        Optional<Formula> denominator,
        BigDecimal per,
        Localized unit,
        boolean moreIsBetter,
        Localized source,
        Optional<Standard> standard,
        Optional<YearValue> baseline,
        Optional<YearValue> target,
        Frequency frequency,
        Localized owner,
        String sdg,
        String asean,
        boolean ofPeople) {

    /// How often its figures come.
    public enum Frequency {
        MONTH,
        YEAR
    }

    /// What ought to be.
    ///
    /// @param source who says so
    public record Standard(BigDecimal value, Localized source) {}

    /// What was, or is to be, in a year.
    public record YearValue(FiscalYear year, BigDecimal value) {}

    /// The figure that a tally comes to, in the indicator's unit; missing where nothing is known or the denominator
    /// is zero.
    public Optional<BigDecimal> value(Tally tally) {
        return (denominator.isPresent() ? tally.ratio() : tally.amount()).map(per::multiply);
    }

    /// The terms of its numerator and then of its denominator.
    List<Term> terms() {
        return Stream.concat(
                        numerator.terms().stream(), denominator.stream().flatMap(formula -> formula.terms().stream()))
                .toList();
    }
}
