package org.phatthana.works.contracts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.phatthana.exchange.Amount;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.Dates;
import org.phatthana.exchange.FieldRow;
import org.phatthana.values.Message;
import org.phatthana.values.Money;

/// What a row says of one contract. What it does not say is empty.
record ContractRow(
        FieldRow row,
        String egp,
        String name,
        String method,
        Optional<Money> amount,
        Optional<Money> median,
        String supplier,
        String contract,
        Optional<LocalDate> signed,
        Optional<Money> price,
        Optional<LocalDate> begins,
        Optional<LocalDate> ends) {

    private static final int TAX_DIGITS = 13;
    private static final int LONGEST = 500;

    /// Reads a row.
    ///
    /// @param errors where what cannot be read is told
    /// @param notes where what is odd is told
    static ContractRow of(FieldRow row, List<CellNote> errors, List<CellNote> notes) {
        var tax = CellText.latinDigits(row.text(ContractColumns.TAX_ID)).replaceAll("[\\s-]", "");
        if (!tax.isEmpty() && !isTaxId(tax)) {
            notes.add(row.note(ContractColumns.TAX_ID, Message.of("works.contracts.tax-id", tax)));
        }
        for (var field : List.of(ContractColumns.NAME, ContractColumns.SUPPLIER, ContractColumns.CONTRACT)) {
            if (row.text(field).length() > LONGEST) {
                errors.add(row.note(field, Message.of("works.contracts.too-long", (long) LONGEST)));
            }
        }
        return new ContractRow(
                row,
                digits(row.text(ContractColumns.EGP)),
                row.text(ContractColumns.NAME),
                row.text(ContractColumns.METHOD),
                money(row, ContractColumns.AMOUNT, errors),
                money(row, ContractColumns.MEDIAN, errors),
                row.text(ContractColumns.SUPPLIER),
                row.text(ContractColumns.CONTRACT),
                day(row, ContractColumns.SIGNED, errors),
                money(row, ContractColumns.PRICE, errors),
                day(row, ContractColumns.BEGINS, errors),
                day(row, ContractColumns.ENDS, errors));
    }

    /// Whether the other system says that it was given up.
    boolean isCancelled() {
        return row.text(ContractColumns.STATUS).contains("ยกเลิก");
    }

    /// The number of a project in e-GP as it is compared.
    static String digits(String egp) {
        return CellText.latinDigits(egp).replaceAll("[\\s\\-/]", "");
    }

    /// Whether the last of 13 digits checks the others.
    private static boolean isTaxId(String tax) {
        if (!tax.matches("\\d{" + TAX_DIGITS + "}")) {
            return false;
        }
        var sum = 0;
        for (var i = 0; i < TAX_DIGITS - 1; i++) {
            sum += (tax.charAt(i) - '0') * (TAX_DIGITS - i);
        }
        return (11 - sum % 11) % 10 == tax.charAt(TAX_DIGITS - 1) - '0';
    }

    private static Optional<Money> money(FieldRow row, String field, List<CellNote> errors) {
        var amount = row.amount(field);
        return switch (amount) {
            case Amount.Nothing _ -> Optional.empty();
            case Amount.Unreadable unreadable -> {
                errors.add(row.note(field, Message.of("works.contracts.no-amount", unreadable.found())));
                yield Optional.empty();
            }
            case Amount.InError failed -> {
                errors.add(row.note(field, Message.of("works.contracts.no-amount", failed.code())));
                yield Optional.empty();
            }
            case Amount.Plain _, Amount.Understood _ -> {
                if (amount.money().isNegative()) {
                    errors.add(row.note(field, Message.of("works.contracts.no-amount", amount.money())));
                }
                yield Optional.of(amount.money());
            }
        };
    }

    private static Optional<LocalDate> day(FieldRow row, String field, List<CellNote> errors) {
        var day = Dates.of(row.cell(field));
        if (day.isEmpty() && !row.text(field).isEmpty()) {
            errors.add(row.note(field, Message.of("works.contracts.no-day", row.text(field))));
        }
        return day;
    }
}
