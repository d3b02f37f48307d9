package org.phatthana.plan.workbook;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.phatthana.exchange.CellText;
import org.phatthana.plan.ProjectContent;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;

/// A project while its rows are still being read.
final class Draft {

    final String sheet;
    final int row;
    final String sequence;
    final ReadProject.Group group;
    final ProjectContent.Form form;
    final Map<FiscalYear, Money> amounts = new TreeMap<>();
    final Map<FiscalYear, Money> ordinance = new TreeMap<>();
    ReadProject.Story story = ReadProject.Story.NONE;
    String fund = "";
    String geometry = "";
    private final Map<Field, String> texts = new EnumMap<>(Field.class);

    Draft(String sheet, int row, String sequence, ReadProject.Group group, ProjectContent.Form form) {
        this.sheet = sheet;
        this.row = row;
        this.sequence = sequence;
        this.group = group;
        this.form = form;
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
                name(),
                text(Field.OBJECTIVE),
                text(Field.TARGET),
                amounts,
                ordinance,
                text(Field.KPI),
                text(Field.RESULT),
                text(Field.DEPARTMENT),
                place(),
                new ReadProject.Details(
                        form,
                        text(Field.CATEGORY),
                        text(Field.KIND),
                        fund,
                        geometry,
                        text(Field.REASON),
                        text(Field.REMARK)),
                story);
    }

    /// Equipment is called by its kind and what is bought, as the form for it has no name.
    private String name() {
        var name = CellText.oneLine(text(Field.NAME));
        if (!name.isEmpty() || form != ProjectContent.Form.P03) {
            return name;
        }
        var made = CellText.oneLine(text(Field.KIND) + " " + text(Field.TARGET));
        return made.length() <= ProjectContent.LONGEST_NAME
                ? made
                : made.substring(0, ProjectContent.LONGEST_NAME - 1) + "…";
    }

    private String place() {
        var place = text(Field.PLACE);
        var tambon = marked(text(Field.TAMBON), "ต.", "ตำบล");
        var amphoe = marked(text(Field.AMPHOE), "อ.", "อำเภอ");
        return tambon.isEmpty() && amphoe.isEmpty() ? place : CellText.clean(place + " " + tambon + " " + amphoe);
    }

    private static String marked(String name, String mark, String word) {
        return name.isEmpty() || name.startsWith(mark) || name.startsWith(word) ? name : mark + name;
    }

    private String text(Field field) {
        return texts.getOrDefault(field, "");
    }
}
