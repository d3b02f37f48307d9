package org.phatthana.plan.workbook;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.phatthana.exchange.CellText;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;

/// A project while its rows are still being read.
final class Draft {

    final String sheet;
    final int row;
    final String sequence;
    final ReadProject.Group group;
    final Map<FiscalYear, Money> amounts = new TreeMap<>();
    final Map<FiscalYear, Money> ordinance = new TreeMap<>();
    private final Map<Field, String> texts = new EnumMap<>(Field.class);

    Draft(String sheet, int row, String sequence, ReadProject.Group group) {
        this.sheet = sheet;
        this.row = row;
        this.sequence = sequence;
        this.group = group;
    }

    void add(Field field, String text) {
        texts.merge(field, CellText.meant(text), (before, more) -> before + "\n" + more);
    }

    ReadProject done() {
        return new ReadProject(
                sheet,
                row,
                sequence,
                group,
                CellText.oneLine(text(Field.NAME)),
                text(Field.OBJECTIVE),
                text(Field.TARGET),
                amounts,
                ordinance,
                text(Field.KPI),
                text(Field.RESULT),
                text(Field.DEPARTMENT),
                text(Field.PLACE));
    }

    private String text(Field field) {
        return texts.getOrDefault(field, "");
    }
}
