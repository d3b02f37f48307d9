package org.phatthana.plan.workbook;

import java.util.ArrayList;
import java.util.List;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.SheetCell;
import org.phatthana.exchange.SheetRow;
import org.phatthana.values.Message;

/// The remarks that reading a workbook gives rise to.
final class Findings {

    private static final int MOST_ERRORS = 200;

    final List<CellNote> notes = new ArrayList<>();
    final List<CellNote> errors = new ArrayList<>();

    void note(SheetRow row, SheetCell cell, String field, Message message) {
        notes.add(at(row, cell, field, message));
    }

    void note(SheetRow row, Message message) {
        notes.add(new CellNote(row.sheet(), row.number(), "", "", message));
    }

    void note(String sheet, Message message) {
        notes.add(new CellNote(sheet, 0, "", "", message));
    }

    /// Something that stands against taking the workbook in. Of very many the first are told.
    void refuse(CellNote error) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(error);
        }
    }

    void refuse(SheetRow row, SheetCell cell, String field, Message message) {
        refuse(at(row, cell, field, message));
    }

    private static CellNote at(SheetRow row, SheetCell cell, String field, Message message) {
        return new CellNote(row.sheet(), row.number(), cell.letter(), field, message);
    }

    static Message message(String word, Object... arguments) {
        return Message.of("plan.import." + word, arguments);
    }
}
