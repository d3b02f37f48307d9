package org.phatthana.plan.comparing;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.DeltaType;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/// Which words of a text changed. Thai, which writes no blanks between words, is taken apart by ICU's dictionary.
public final class Words {

    /// A stretch of a text.
    ///
    /// @param changed whether the other text has not the same words here
    public record Piece(String text, boolean changed) {}

    /// Two texts in stretches that they share and stretches that only one of them has.
    ///
    /// @param before the pieces of the older text
    /// @param after the pieces of the newer text
    public record Difference(List<Piece> before, List<Piece> after) {

        public Difference {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    private Words() {}

    /// How a text became another.
    public static Difference between(String before, String after) {
        var older = of(before);
        var newer = of(after);
        var left = new ArrayList<Piece>();
        var right = new ArrayList<Piece>();
        for (var delta : DiffUtils.diff(older, newer, true).getDeltas()) {
            var changed = delta.getType() != DeltaType.EQUAL;
            add(left, String.join("", delta.getSource().getLines()), changed);
            add(right, String.join("", delta.getTarget().getLines()), changed);
        }
        return new Difference(left, right);
    }

    private static void add(List<Piece> pieces, String text, boolean changed) {
        if (text.isEmpty()) {
            return;
        }
        if (!pieces.isEmpty() && pieces.getLast().changed() == changed) {
            pieces.set(pieces.size() - 1, new Piece(pieces.getLast().text() + text, changed));
        } else {
            pieces.add(new Piece(text, changed));
        }
    }

    /// The words of a text with the blanks and signs between them; put together again they are the text.
    static List<String> of(String text) {
        var breaks = BreakIterator.getWordInstance(new ULocale("th"));
        breaks.setText(text);
        var words = new ArrayList<String>();
        var start = breaks.first();
        for (var end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            words.add(text.substring(start, end));
            start = end;
        }
        return words;
    }
}
