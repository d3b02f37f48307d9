package org.phatthana.budget.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.SheetCell;
import org.phatthana.values.Money;

/// Reads amounts of baht strictly: whole satang, not negative, no larger than a country's budget. What is refused
/// is told, and counts as nothing until then.
record Amounts(Findings findings) {

    private static final BigDecimal MOST_BAHT = BigDecimal.TEN.pow(13);
    private static final int MOST_DIGITS = 30;

    /// An amount that is a number in the file.
    Money number(BigDecimal number, Place place, String field) {
        if (number.precision() - (long) number.scale() > MOST_DIGITS || number.scale() > MOST_DIGITS) {
            findings.error(place, field, "amount-too-large", number.toString());
        } else if (number.signum() < 0) {
            findings.error(place, field, "amount-negative", number.toPlainString());
        } else if (number.compareTo(MOST_BAHT) > 0) {
            findings.error(place, field, "amount-too-large", number.toPlainString());
        } else if (number.setScale(2, RoundingMode.DOWN).compareTo(number) != 0) {
            findings.error(place, field, "amount-fraction", number.toPlainString());
        } else {
            return Money.ofBaht(number);
        }
        return Money.ZERO;
    }

    /// An amount that was typed as text: commas, Thai digits, dashes for nothing.
    Money text(String typed, Place place, String field) {
        var shown = CellText.oneLine(typed);
        if (shown.isEmpty()) {
            findings.error(place, field, "amount-missing");
            return Money.ZERO;
        }
        if (CellText.isNothing(typed)) {
            findings.note(place, field, "amount-nothing", shown);
            return Money.ZERO;
        }
        var bare = shown.endsWith("บาท") ? shown.substring(0, shown.length() - 3) : shown;
        var number = CellText.number(bare);
        if (number.isEmpty()) {
            findings.error(place, field, "amount-unreadable", shortened(shown));
            return Money.ZERO;
        }
        return number(number.get(), place, field);
    }

    /// The amount of a cell. Text is usual in CSV; in a workbook it is told.
    Money cell(SheetCell cell, Place place, String field, boolean textIsUsual) {
        return switch (cell.shown()) {
            case SheetCell.Numeric numeric -> number(crumbless(numeric.number()), place, field);
            case SheetCell.Failed failed -> {
                findings.error(place, field, "cell-failed", failed.code());
                yield Money.ZERO;
            }
            case SheetCell.Text text -> {
                if (!textIsUsual && !CellText.isNothing(text.text())) {
                    findings.note(place, field, "amount-text", CellText.oneLine(text.text()));
                }
                yield text(text.text(), place, field);
            }
            case SheetCell.Blank _, SheetCell.Formula _ -> text("", place, field);
        };
    }

    /// Spreadsheets keep binary fractions, which leave crumbs far below a satang.
    private static BigDecimal crumbless(BigDecimal number) {
        if (number.scale() <= 2 || number.scale() > MOST_DIGITS) {
            return number;
        }
        var rounded = number.setScale(2, RoundingMode.HALF_UP);
        return rounded.subtract(number).abs().compareTo(new BigDecimal("0.000001")) < 0 ? rounded : number;
    }

    static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
