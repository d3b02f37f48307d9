package org.phatthana.exchange.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.ImportGuide;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.values.Message;
import org.phatthana.values.Money;
import org.phatthana.web.Page;
import org.phatthana.web.Texts;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/// Shows what would become of a file that was tried.
@Component
class Trials {

    private static final int MOST_REMARKS = 500;
    private static final int MOST_CHANGES = 2_000;

    private final Texts texts;

    Trials(Texts texts) {
        this.texts = texts;
    }

    /// @param choice which column is which, where the file is such a table
    View show(
            Page page,
            int status,
            ImportGuide guide,
            TriedFiles.Tried file,
            ImportOutcome outcome,
            Optional<ColumnChoice> choice) {
        var notes = switch (outcome) {
            case ImportOutcome.Stored stored -> stored.notes();
            case ImportOutcome.Refused refused -> refused.errors();
        };
        var changes =
                outcome instanceof ImportOutcome.Stored stored ? stored.changes() : List.<ImportOutcome.Change>of();
        var shown = new HashMap<String, Object>();
        shown.put("guide", guide);
        shown.put("tried", file);
        shown.put("outcome", outcome);
        shown.put("remarkCount", notes.size());
        shown.put("remarks", remarks(page, guide, notes));
        shown.put("changeCount", changes.size());
        shown.put(
                "changes",
                changes.stream()
                        .limit(MOST_CHANGES)
                        .map(change -> changed(page, guide, change))
                        .toList());
        choice.ifPresent(columns -> shown.put("choice", columns));
        return page.show(status, "exchange/tried", shown);
    }

    List<Remark> remarks(Page page, ImportGuide guide, List<CellNote> notes) {
        return notes.stream()
                .limit(MOST_REMARKS)
                .map(note -> Remark.of(note, field(page, guide, note.field()), page.text(note.message())))
                .toList();
    }

    private Changed changed(Page page, ImportGuide guide, ImportOutcome.Change change) {
        var difference = change.before() instanceof Money before && change.after() instanceof Money after
                ? signed(page, after.minus(before))
                : "";
        return new Changed(
                change.sheet(),
                change.row(),
                page.text(change.about()),
                field(page, guide, change.field()),
                shown(page, change.before()),
                shown(page, change.after()),
                difference);
    }

    private static String signed(Page page, Money difference) {
        return (difference.isNegative() ? "−" : "+")
                + page.baht(difference.isNegative() ? difference.negated() : difference);
    }

    private static String shown(Page page, Object value) {
        return switch (value) {
            case Money money -> page.baht(money);
            case LocalDate day -> page.date(day);
            case Message message -> page.text(message);
            default -> value.toString();
        };
    }

    /// A field as people call it.
    private String field(Page page, ImportGuide guide, String field) {
        var label = guide.words() + "field." + field;
        if (texts.has(label)) {
            return page.text(label);
        }
        return guide.columns().find(field).isPresent() ? ColumnChoices.title(page, guide.columns(), field) : field;
    }
}
