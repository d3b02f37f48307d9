package org.phatthana.exchange;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phatthana.values.Localized;

/// What the writers of tables share.
final class Cells {

    static final String SAMPLE_COLUMN = "is_sample";

    private static final Localized SAMPLE_TITLE = Localized.of("เป็นข้อมูลตัวอย่าง", "Is sample data");

    private Cells() {}

    /// The table's columns, with the mark of sample data where it needs one.
    static List<Table.Column> columns(Table table) {
        if (!marks(table)) {
            return table.columns();
        }
        var columns = new ArrayList<>(table.columns());
        columns.add(new Table.Column(SAMPLE_COLUMN, SAMPLE_TITLE));
        return columns;
    }

    /// A row for [#columns].
    static List<@Nullable Object> row(Table table, List<@Nullable Object> row) {
        if (!marks(table)) {
            return row;
        }
        var cells = new ArrayList<@Nullable Object>(row);
        cells.add(true);
        return cells;
    }

    private static boolean marks(Table table) {
        return table.sample()
                && table.columns().stream().noneMatch(column -> column.name().equals(SAMPLE_COLUMN));
    }
}
