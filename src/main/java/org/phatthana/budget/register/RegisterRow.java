package org.phatthana.budget.register;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.phatthana.exchange.Amount;
import org.phatthana.exchange.FieldRow;
import org.phatthana.exchange.TableColumns;
import org.phatthana.values.Money;

/// A row of a register before it is known whether it is a line, a heading or a total.
final class RegisterRow {

    private static final Pattern TOTAL = Pattern.compile(
            "(?:ยอด)?รวม(?:$|["
                + " :.].*|(?:ทั้ง|ทุก|เป็น|เงิน|ยอด|ราย|ด้าน|แผนงาน|งาน|งบ|หมวด|ประเภท|ค่า).*)|ยอดยก(?:มา|ไป).*|(?:sub|grand"
                + " )?total.*",
            Pattern.CASE_INSENSITIVE);

    private final FieldRow row;
    private final Map<Level, String> own = new EnumMap<>(Level.class);
    private final Map<String, Money> amounts = new HashMap<>();
    private final boolean isFilled;
    private final boolean isTotal;
    private final Map<Level, String> heading;

    RegisterRow(FieldRow row, TableColumns columns, Levels levels, RegisterFindings findings) {
        this.row = row;
        for (var level : Level.values()) {
            var text = row.text(level.field());
            if (!text.isEmpty()) {
                own.put(level, text);
            }
        }
        this.isTotal = own.size() <= 1 && TOTAL.matcher(row.firstText()).matches();
        var filled = false;
        for (var field : RegisterColumns.AMOUNTS) {
            if (columns.find(field).isPresent() && row.has(field)) {
                filled |= row.isFilled(field);
                amounts.put(field, money(field, findings));
            }
        }
        this.isFilled = filled;
        this.heading = heading(levels);
    }

    private Map<Level, String> heading(Levels levels) {
        if (isTotal || own.size() > 1) {
            return Map.of();
        }
        var written = own.keySet().stream().findFirst();
        return written.isPresent() && written.get() != Level.ITEM ? own : levels.of(row.firstText());
    }

    private Money money(String field, RegisterFindings findings) {
        return switch (row.amount(field)) {
            case Amount.Unreadable unreadable -> wrong(field, findings, "amount-unreadable", unreadable.found());
            case Amount.InError failed -> wrong(field, findings, "amount-failed", failed.code());
            case Amount.Understood understood
            when understood.how().key().equals("exchange.cell.rounded") ->
                wrong(field, findings, "amount-fraction", row.cell(field).text());
            case Amount amount -> {
                var money = amount.money();
                var maySink = field.equals(RegisterColumns.TRANSFERRED)
                        || field.equals(RegisterColumns.TRANSFERRED_OUT)
                        || field.equals(RegisterColumns.LEFT);
                yield money.isNegative() && !maySink ? wrong(field, findings, "amount-negative", money) : money;
            }
        };
    }

    private Money wrong(String field, RegisterFindings findings, String word, Object argument) {
        findings.error(row, field, word, argument);
        return Money.ZERO;
    }

    FieldRow row() {
        return row;
    }

    /// What the row's own columns say.
    Map<Level, String> own() {
        return own;
    }

    /// What it says as a heading between rows; nothing where it is none.
    Map<Level, String> heading() {
        return heading;
    }

    /// The finest level that it names; items are the finest of all.
    Level level() {
        var names = heading.isEmpty() ? own : heading;
        return names.keySet().stream().reduce((_, finer) -> finer).orElse(Level.ITEM);
    }

    /// The widest level that it names; items are the finest of all.
    Level widest() {
        var names = heading.isEmpty() ? own : heading;
        return names.keySet().stream().findFirst().orElse(Level.ITEM);
    }

    Map<String, Money> amounts() {
        return amounts;
    }

    Money amount(String field) {
        return amounts.getOrDefault(field, Money.ZERO);
    }

    /// Whether anything is written in a column of amounts, and be it a dash.
    boolean isFilled() {
        return isFilled;
    }

    /// Whether any of its amounts is more or less than nothing.
    boolean hasMoney() {
        return amounts.values().stream().anyMatch(amount -> !amount.isZero());
    }

    boolean isTotal() {
        return isTotal;
    }
}
