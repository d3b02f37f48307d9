package org.phatthana.plan.forms;

import java.util.List;
import org.phatthana.documents.Mark;
import org.phatthana.documents.Run;
import org.phatthana.plan.comparing.Words;

/// How the words of a text became others: what is gone is struck through in the old text, what is new is bold in
/// the new one.
record Change(List<Run> before, List<Run> after) {

    static Change between(String before, String after) {
        if (before.equals(after)) {
            return new Change(List.of(Run.plain(before)), List.of(Run.plain(after)));
        }
        var difference = Words.between(before, after);
        return new Change(runs(difference.before(), Mark.STRUCK), runs(difference.after(), Mark.BOLD));
    }

    private static List<Run> runs(List<Words.Piece> pieces, Mark mark) {
        return pieces.stream()
                .map(piece -> new Run(piece.text(), piece.changed() ? mark : Mark.PLAIN))
                .toList();
    }
}
