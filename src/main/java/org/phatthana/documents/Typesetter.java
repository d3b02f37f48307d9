package org.phatthana.documents;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.phatthana.web.Unbroken;

/// Breaks text into lines, at words where it can; Thai, which has no blanks between words, by a dictionary. For one
/// thread.
final class Typesetter {

    /// Vowels that stand before their consonant, after which no line ends.
    private static final String LEADING = "เแโใไ";
    /// Marks and vowels that stand with the consonant before them, and a sign of repetition or shortening.
    private static final String FOLLOWING = "ะัาำิีึืฺุูๅๆฯ็่้๊๋์ํ๎";

    private final Typefaces faces;
    private final BreakIterator places = BreakIterator.getLineInstance(new ULocale("th"));

    Typesetter(Typefaces faces) {
        this.faces = faces;
    }

    /// The lines of a text.
    ///
    /// @param size of the letters in points
    /// @param width of the lines in points
    List<Line> lines(List<Run> runs, float size, float width) {
        var lines = new ArrayList<Line>();
        var paragraph = new ArrayList<Run>();
        for (var run : runs) {
            var parts = run.text().split("\n", -1);
            for (var i = 0; i < parts.length; i++) {
                if (i > 0) {
                    addLines(paragraph, size, width, lines);
                    paragraph.clear();
                }
                if (!parts[i].isEmpty()) {
                    paragraph.add(new Run(parts[i], run.mark()));
                }
            }
        }
        addLines(paragraph, size, width, lines);
        return lines;
    }

    /// The width of the widest part of a text that no line may end in.
    float widestWord(Run run, float size) {
        var widest = 0f;
        for (var part : run.text().split("\n", -1)) {
            var set = new Paragraph(List.of(new Run(part, run.mark())), faces, size);
            var breaks = whole(dictionary(part), part);
            var begin = 0;
            for (var end = breaks.nextSetBit(1); end >= 0; end = breaks.nextSetBit(end + 1)) {
                widest = Math.max(widest, set.width(begin, end));
                begin = end;
            }
        }
        return widest;
    }

    private void addLines(List<Run> paragraph, float size, float width, List<Line> lines) {
        var set = new Paragraph(paragraph, faces, size);
        var dictionary = dictionary(set.text);
        var breaks = whole(dictionary, set.text);
        var begin = 0;
        var good = 0;
        for (var end = breaks.nextSetBit(1); end >= 0; end = breaks.nextSetBit(end + 1)) {
            if (set.width(begin, end) > width && good > begin) {
                lines.add(set.line(begin, good));
                begin = good;
            }
            while (set.width(begin, end) > width) {
                var letters = set.cut(begin, end, width);
                // What is kept together elsewhere is rather broken at its words than at any letter.
                var word = dictionary.previousSetBit(letters);
                var cut = word > begin ? word : letters;
                if (cut >= end) {
                    break;
                }
                lines.add(set.line(begin, cut));
                begin = cut;
            }
            good = end;
        }
        lines.add(set.line(begin, set.text.length()));
    }

    /// Where words end, the end of the text among them.
    private BitSet dictionary(String text) {
        var ends = new BitSet(text.length() + 1);
        places.setText(text);
        for (var end = places.next(); end != BreakIterator.DONE; end = places.next()) {
            ends.set(end);
        }
        ends.clear(0);
        return ends;
    }

    /// Where lines may end: at words, but for those that stay together.
    private static BitSet whole(BitSet dictionary, String text) {
        var breaks = (BitSet) dictionary.clone();
        Unbroken.in(text).forEach(word -> breaks.clear(word.start() + 1, word.end()));
        return breaks;
    }

    private static boolean mayCut(String text, int at) {
        return LEADING.indexOf(text.charAt(at - 1)) < 0
                && FOLLOWING.indexOf(text.charAt(at)) < 0
                && !Character.isLowSurrogate(text.charAt(at));
    }

    /// The letters of a paragraph and where each begins if all stood in one line.
    private static final class Paragraph {

        private final List<Run> runs;
        private final String text;
        private final float[] lefts;

        Paragraph(List<Run> runs, Typefaces faces, float size) {
            var letters = new StringBuilder();
            runs.forEach(run -> letters.append(run.text()));
            this.runs = runs;
            this.text = letters.toString();
            this.lefts = new float[text.length() + 1];
            var at = 0;
            for (var run : runs) {
                for (var i = 0; i < run.text().length(); i++, at++) {
                    lefts[at + 1] = lefts[at] + size * faces.width(run.text().charAt(i), run.mark());
                }
            }
        }

        /// The width of a part without the blanks at its end.
        float width(int begin, int end) {
            return lefts[inked(begin, end)] - lefts[begin];
        }

        /// Where a word that is wider than the line is cut: as late as fits, after at least one whole letter.
        int cut(int begin, int end, float width) {
            var cut = begin;
            for (var at = begin + 1; at < end; at++) {
                if (mayCut(text, at)) {
                    if (cut > begin && width(begin, at) > width) {
                        return cut;
                    }
                    cut = at;
                }
            }
            return cut > begin ? cut : end;
        }

        Line line(int begin, int end) {
            var last = inked(begin, end);
            var parts = new ArrayList<Run>();
            var at = 0;
            for (var run : runs) {
                var from = Math.max(begin, at) - at;
                var to = Math.min(last, at + run.text().length()) - at;
                if (from < to) {
                    parts.add(new Run(run.text().substring(from, to), run.mark()));
                }
                at += run.text().length();
            }
            return new Line(parts, lefts[last] - lefts[begin]);
        }

        private int inked(int begin, int end) {
            var last = end;
            while (last > begin && text.charAt(last - 1) == ' ') {
                last--;
            }
            return last;
        }
    }
}
