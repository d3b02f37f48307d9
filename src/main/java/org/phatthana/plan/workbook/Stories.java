package org.phatthana.plan.workbook;

import java.util.Optional;
import java.util.TreeSet;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.SheetRow;
import org.phatthana.plan.Edition;
import org.phatthana.plan.EditionName;

/// Reads by which editions a project came to stand as it does.
final class Stories {

    private final Findings findings;

    Stories(Findings findings) {
        this.findings = findings;
    }

    void take(SheetRow row, Heading table, Draft draft) {
        if (!table.has(Field.EDITION) && !table.has(Field.EDITIONS)) {
            return;
        }
        var text = named(row, table, Field.EDITION, table.text(row, Field.EDITION));
        var editions = new TreeSet<EditionName>();
        for (var part : table.text(row, Field.EDITIONS).split("[;\\n]")) {
            named(row, table, Field.EDITIONS, part).ifPresent(editions::add);
        }
        text.ifPresent(editions::add);
        if (editions.isEmpty()) {
            return;
        }
        var additions = editions.stream()
                .filter(edition -> edition.type() == Edition.Type.ADDED)
                .count();
        if (additions > 1 || (additions == 1 && editions.getFirst().type() != Edition.Type.ADDED)) {
            findings.note(
                    row,
                    table.cell(row, Field.EDITIONS),
                    Field.EDITIONS.word(),
                    Findings.message(
                            "edition-order", MoneyCells.shortened(CellText.oneLine(table.text(row, Field.EDITIONS)))));
        }
        draft.story = new ReadProject.Story(text.or(() -> Optional.of(editions.getLast())), editions);
    }

    private Optional<EditionName> named(SheetRow row, Heading table, Field field, String text) {
        var name = EditionName.in(text);
        if (name.isEmpty() && !EditionName.isFirst(text)) {
            findings.note(
                    row,
                    table.cell(row, field),
                    field.word(),
                    Findings.message("edition-unknown", MoneyCells.shortened(CellText.oneLine(text))));
        }
        return name;
    }
}
