package org.phatthana.documents;

import org.phatthana.values.Money;
import org.phatthana.web.Numbers;

/// How forms write amounts and counts: a dash for nothing, satang only where there are any.
record Figures(Numbers numbers) {

    static final String NOTHING = "-";

    /// The same as a spreadsheet's format for numbers without decimals.
    static final String WHOLE_FORMAT = "#,##0;-#,##0;\"-\"";
    /// The same as a spreadsheet's format for numbers with two decimals.
    static final String SATANG_FORMAT = "#,##0.00;-#,##0.00;\"-\"";

    /// A spreadsheet's format for numbers as they are given.
    static final String POINTS_FORMAT = "General";

    String baht(Money money) {
        return money.isZero() ? NOTHING : numbers.baht(money);
    }

    String count(long number) {
        return number == 0 ? NOTHING : numbers.number(number);
    }
}
