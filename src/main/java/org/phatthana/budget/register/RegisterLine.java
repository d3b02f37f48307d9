package org.phatthana.budget.register;

import java.util.Map;
import java.util.Objects;
import org.phatthana.exchange.FieldRow;
import org.phatthana.values.Money;

/// What a row of a register says of one line.
///
/// @param names the classification, by levels; what is not said is empty
/// @param fundSource the id of the source of funds
/// @param project, department as the file has them; empty where it does not
/// @param amounts by the keys of their columns; columns that the file lacks are not there
record RegisterLine(
        FieldRow row,
        Map<Level, String> names,
        String fundSource,
        String project,
        String department,
        Map<String, Money> amounts) {

    String name(Level level) {
        return names.getOrDefault(level, "");
    }

    /// An amount; nothing where the file lacks its column.
    Money amount(String field) {
        return amounts.getOrDefault(field, Money.ZERO);
    }

    boolean states(String field) {
        return amounts.containsKey(field);
    }

    /// What transfers brought; negative where they took more.
    Money transferred() {
        var out = amount(RegisterColumns.TRANSFERRED_OUT);
        return amount(RegisterColumns.TRANSFERRED)
                .plus(amount(RegisterColumns.TRANSFERRED_IN))
                .minus(out.isNegative() ? out.negated() : out);
    }

    boolean statesTransfers() {
        return states(RegisterColumns.TRANSFERRED)
                || states(RegisterColumns.TRANSFERRED_IN)
                || states(RegisterColumns.TRANSFERRED_OUT);
    }

    /// What may be spent in all.
    Money authorised() {
        return amount(RegisterColumns.APPROPRIATED)
                .plus(amount(RegisterColumns.SUPPLEMENTED))
                .plus(transferred())
                .plus(amount(RegisterColumns.CARRIED_IN));
    }

    /// What must be left.
    Money reckoned() {
        return authorised()
                .minus(amount(RegisterColumns.RESERVED))
                .minus(amount(RegisterColumns.COMMITTED))
                .minus(amount(RegisterColumns.DISBURSED))
                .minus(amount(RegisterColumns.CARRIED_OVER))
                .minus(amount(RegisterColumns.LAPSED));
    }

    /// What the finest of its names is.
    String brief() {
        for (var level : new Level[] {Level.ITEM, Level.KIND, Level.CATEGORY}) {
            if (!name(level).isEmpty()) {
                return name(level);
            }
        }
        return name(Level.TYPE) + " · " + name(Level.TASK);
    }

    /// By what two rows are for the same line.
    String key() {
        var key = new StringBuilder();
        for (var level : Level.values()) {
            key.append(level.bare(name(level))).append('|');
        }
        return key.append(fundSource).toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RegisterLine line && row == line.row;
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(row);
    }
}
