package org.phatthana.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.phatthana.values.Message;
import org.phatthana.values.Money;

/// What a cell that ought to hold baht turns out to hold.
public sealed interface Amount {

    /// More baht than this is no amount.
    BigDecimal MOST = BigDecimal.TEN.pow(15);
    /// Baht below which a difference is what binary fractions leave.
    BigDecimal CRUMB = new BigDecimal("0.000001");

    /// What people write around a number of baht: `฿500`, `500 บาท`, `500.-`, `500 บาทถ้วน`, `500 (งบ อบจ.)`.
    Pattern AROUND = Pattern.compile("(?:฿ ?)?(\\(?[^()]*[0-9๐-๙０-９]\\)?)(?:[.,/]-?)? ?(?:บาท(?:ถ้วน)?)?"
            + " ?(?:\\((?<remark>[^()0-9๐-๙０-９]+)\\))?");

    /// The money; nothing written is none.
    default Money money() {
        return switch (this) {
            case Plain plain -> plain.amount();
            case Understood understood -> understood.amount();
            case Nothing _, Unreadable _, InError _ -> Money.ZERO;
        };
    }

    /// A number of baht with at most two decimals.
    record Plain(Money amount) implements Amount {}

    /// Money that was written oddly but can mean one thing only.
    ///
    /// @param how why it is odd, to be told
    record Understood(Money amount, Message how) implements Amount {}

    /// No money: blank, or one of the usual dashes.
    ///
    /// @param written whether something was typed to say so
    record Nothing(boolean written) implements Amount {}

    /// Something that is no amount.
    record Unreadable(String found) implements Amount {}

    /// A formula that failed.
    record InError(String code) implements Amount {}

    /// Reads a cell as baht.
    static Amount of(SheetCell cell) {
        return of(cell, BigDecimal.ONE);
    }

    /// Reads a cell as money.
    ///
    /// @param unit how many baht one stands for
    static Amount of(SheetCell cell, BigDecimal unit) {
        return switch (cell) {
            case SheetCell.Blank _ -> new Nothing(false);
            case SheetCell.Numeric number -> ofNumber(number.number(), unit);
            case SheetCell.Text text -> ofText(text.text(), unit);
            case SheetCell.Failed failed -> new InError(failed.code());
            case SheetCell.Formula formula -> of(formula.value(), unit);
        };
    }

    /// The words in brackets behind a number that was typed as text.
    static Optional<String> remark(SheetCell cell) {
        if (!(cell.shown() instanceof SheetCell.Text text)) {
            return Optional.empty();
        }
        var around = AROUND.matcher(CellText.oneLine(text.text()));
        return around.matches() ? Optional.ofNullable(around.group("remark")) : Optional.empty();
    }

    private static Amount ofNumber(BigDecimal written, BigDecimal unit) {
        if (!CellText.isSensible(written) || written.multiply(unit).abs().compareTo(MOST) > 0) {
            return new Unreadable(written.toString());
        }
        var number = written.multiply(unit);
        var rounded = number.setScale(2, RoundingMode.HALF_UP);
        if (rounded.compareTo(number) == 0) {
            return new Plain(Money.ofBaht(rounded));
        }
        // Binary fractions leave crumbs far below a satang; anything larger was typed.
        var crumb = rounded.subtract(number).abs().compareTo(CRUMB) < 0;
        return crumb
                ? new Plain(Money.ofBaht(rounded))
                : new Understood(
                        Money.ofBaht(rounded),
                        Message.of("exchange.cell.rounded", number.toPlainString(), rounded.toPlainString()));
    }

    private static Amount ofText(String text, BigDecimal unit) {
        if (CellText.isNothing(text)) {
            return new Nothing(!text.isEmpty());
        }
        var typed = CellText.oneLine(text);
        var around = AROUND.matcher(typed);
        return CellText.number(around.matches() ? around.group(1) : typed)
                .map(number -> switch (ofNumber(number, unit)) {
                    case Plain plain ->
                        new Understood(
                                plain.amount(), Message.of("exchange.cell.number-as-text", typed, plain.amount()));
                    case Amount other -> other;
                })
                .orElseGet(() -> new Unreadable(typed));
    }
}
