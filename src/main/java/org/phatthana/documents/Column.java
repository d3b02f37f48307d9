package org.phatthana.documents;

import java.util.List;
import java.util.stream.Stream;

/// The heading of a form's table, as a tree: a group stands over its parts, and all reach down to the same line.
public sealed interface Column {

    String title();

    /// A column with cells.
    ///
    /// @param title its heading; `\n` begins a new line
    /// @param width its share of the table's width against the other columns
    /// @param kind what its cells hold
    record Leaf(String title, double width, Kind kind) implements Column {

        public Leaf {
            if (!(width > 0)) {
                throw new IllegalArgumentException("The column «%s» has the width %s".formatted(title, width));
            }
        }
    }

    /// A heading over several columns.
    record Group(String title, List<Column> parts) implements Column {

        public Group {
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("The group «%s» has no columns".formatted(title));
            }
            parts = List.copyOf(parts);
        }
    }

    /// What the cells of a column hold, and so how they stand.
    enum Kind {
        /// Text that wraps, at the left.
        TEXT,
        /// Short text, such as a running number, in the middle.
        SHORT,
        /// Baht, at the right.
        MONEY,
        /// A whole number, at the right.
        COUNT,
        /// A stretch of time: neighbouring marked cells are one bar with arrows at its ends.
        SPAN
    }

    static Column text(String title, double width) {
        return new Leaf(title, width, Kind.TEXT);
    }

    static Column brief(String title, double width) {
        return new Leaf(title, width, Kind.SHORT);
    }

    static Column money(String title, double width) {
        return new Leaf(title, width, Kind.MONEY);
    }

    static Column count(String title, double width) {
        return new Leaf(title, width, Kind.COUNT);
    }

    static Column span(String title, double width) {
        return new Leaf(title, width, Kind.SPAN);
    }

    static Column group(String title, List<Column> parts) {
        return new Group(title, parts);
    }

    /// The columns with cells below this heading, in order.
    default Stream<Leaf> leaves() {
        return switch (this) {
            case Leaf leaf -> Stream.of(leaf);
            case Group group -> group.parts().stream().flatMap(Column::leaves);
        };
    }

    /// How many lines of headings there are from this one down.
    default int depth() {
        return switch (this) {
            case Leaf _ -> 1;
            case Group group ->
                1 + group.parts().stream().mapToInt(Column::depth).max().orElseThrow();
        };
    }
}
