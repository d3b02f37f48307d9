package org.phatthana.documents;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.phatthana.values.Money;

/// One cell of a form's table.
public sealed interface Cell {

    /// How many columns it covers.
    default int columns() {
        return 1;
    }

    /// Text; `\n` begins a new line.
    ///
    /// @param columns how many columns it covers; over more than one it stands in the middle
    record Text(List<Run> runs, int columns) implements Cell {

        /// What a cell of a workbook holds.
        private static final int MOST_LETTERS = 32_000;

        public Text {
            var letters = runs.stream().mapToInt(run -> run.text().length()).sum();
            if (letters > MOST_LETTERS) {
                throw new IllegalArgumentException("A cell holds %d letters, not %d".formatted(MOST_LETTERS, letters));
            }
            if (columns < 1) {
                throw new IllegalArgumentException("A cell covers at least one column, not " + columns);
            }
            runs = List.copyOf(runs);
        }

        /// The text without its marks.
        public String text() {
            return runs.stream().map(Run::text).collect(Collectors.joining());
        }
    }

    /// Baht: `1,234,567`, with two decimals only where there are satang, `-` for none.
    record Amount(Money money, Mark mark) implements Cell {}

    /// A whole number, `-` for none.
    record Count(long number, Mark mark) implements Cell {}

    /// Points or another number as it is given, zero too: `12`, `7.5`. It stands as text of its column does.
    record Points(BigDecimal number, Mark mark) implements Cell {

        /// As it is read.
        String text() {
            return number.toPlainString();
        }
    }

    /// A part of a stretch of time, in a column of [Column.Kind#SPAN].
    record Marked() implements Cell {}

    /// A cell with nothing in it.
    record Empty() implements Cell {}

    static Cell text(String text) {
        return text.isEmpty() ? new Empty() : of(Run.plain(text));
    }

    static Cell bold(String text) {
        return of(Run.bold(text));
    }

    static Cell of(Run... runs) {
        return new Text(List.of(runs), 1);
    }

    /// Bold text in the middle of several columns: the label of a total.
    static Cell label(String text, int columns) {
        return new Text(List.of(Run.bold(text)), columns);
    }

    static Cell amount(Money money) {
        return new Amount(money, Mark.PLAIN);
    }

    static Cell amount(Money money, Mark mark) {
        return new Amount(money, mark);
    }

    static Cell count(long number) {
        return new Count(number, Mark.PLAIN);
    }

    static Cell points(BigDecimal number, Mark mark) {
        return new Points(number, mark);
    }

    static Cell marked(boolean marked) {
        return marked ? new Marked() : new Empty();
    }

    static Cell empty() {
        return new Empty();
    }
}
