package org.phatthana.plan.forms;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import org.phatthana.documents.Mark;
import org.phatthana.documents.Run;

/// How the words of a text became others: what is gone is struck through in the old text, what is new is bold in
/// the new one. Thai, which writes no blanks between words, is taken apart by ICU's dictionary.
record Change(List<Run> before, List<Run> after) {

    /// Longer stretches without common ends are marked whole.
    private static final int MOST_WORDS = 1_500;

    Change {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    static Change between(String before, String after) {
        if (before.equals(after)) {
            return new Change(List.of(Run.plain(before)), List.of(Run.plain(after)));
        }
        var old = words(before);
        var fresh = words(after);
        var start = 0;
        while (start < Math.min(old.size(), fresh.size()) && old.get(start).equals(fresh.get(start))) {
            start++;
        }
        var end = 0;
        while (end < Math.min(old.size(), fresh.size()) - start
                && old.get(old.size() - 1 - end).equals(fresh.get(fresh.size() - 1 - end))) {
            end++;
        }
        var left = new Runs();
        var right = new Runs();
        for (var word : old.subList(0, start)) {
            left.add(word, Mark.PLAIN);
            right.add(word, Mark.PLAIN);
        }
        middle(old.subList(start, old.size() - end), fresh.subList(start, fresh.size() - end), left, right);
        for (var word : old.subList(old.size() - end, old.size())) {
            left.add(word, Mark.PLAIN);
            right.add(word, Mark.PLAIN);
        }
        return new Change(left.done(), right.done());
    }

    /// The longest common row of words stays plain.
    private static void middle(List<String> old, List<String> fresh, Runs left, Runs right) {
        if (old.size() > MOST_WORDS || fresh.size() > MOST_WORDS) {
            old.forEach(word -> left.add(word, Mark.STRUCK));
            fresh.forEach(word -> right.add(word, Mark.BOLD));
            return;
        }
        var common = new short[old.size() + 1][fresh.size() + 1];
        for (var i = old.size() - 1; i >= 0; i--) {
            for (var j = fresh.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(fresh.get(j))
                        ? (short) (common[i + 1][j + 1] + 1)
                        : (short) Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        var i = 0;
        var j = 0;
        while (i < old.size() || j < fresh.size()) {
            if (i < old.size() && j < fresh.size() && old.get(i).equals(fresh.get(j))) {
                left.add(old.get(i++), Mark.PLAIN);
                right.add(fresh.get(j++), Mark.PLAIN);
            } else if (j == fresh.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
                left.add(old.get(i++), Mark.STRUCK);
            } else {
                right.add(fresh.get(j++), Mark.BOLD);
            }
        }
    }

    /// The words of a text with the blanks and signs between them.
    private static List<String> words(String text) {
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

    /// Words as runs of one mark each.
    private static final class Runs {

        private final List<Run> runs = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private Mark mark = Mark.PLAIN;

        void add(String word, Mark next) {
            if (next != mark) {
                finish();
                mark = next;
            }
            text.append(word);
        }

        private void finish() {
            if (!text.isEmpty()) {
                runs.add(new Run(text.toString(), mark));
                text.setLength(0);
            }
        }

        List<Run> done() {
            finish();
            return runs;
        }
    }
}
