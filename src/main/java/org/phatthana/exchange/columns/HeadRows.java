package org.phatthana.exchange.columns;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.SheetCell;
import org.phatthana.exchange.SheetRow;

/// Finds the heading of a table among the first rows of a sheet. It may go over several rows, as merged cells do.
public final class HeadRows {

    /// Titles, crests and remarks stand above a table, but not more rows than these.
    private static final int FIRST = 60;

    private static final int MOST_ROWS = 3;
    private static final int FEWEST_FIELDS = 3;
    private static final int FEWEST_WITH_ALL_NEEDED = 2;
    private static final int LONGEST_TEXT = 120;
    private static final Pattern FRAGMENT = Pattern.compile("[(（].{1,60}[)）]|บาท|หน่วย.{0,10}|%|ร้อยละ");
    private static final Pattern COUNTING = Pattern.compile("[(\\[]?\\d{1,2}[)\\]]?");

    private final ColumnNames names;
    private final Map<String, Map<String, String>> remembered;
    private final Set<String> needed;
    private final Map<String, String> said;

    /// @param needed the fields without which a table cannot be read
    /// @param said the label of the column of each field of which it is said
    /// @param remembered what was said of earlier files, by [#key(List)] of their labels
    public HeadRows(
            ColumnNames names,
            Set<String> needed,
            Map<String, String> said,
            Map<String, Map<String, String>> remembered) {
        this.said = said;
        this.needed = needed;
        this.names = names;
        this.remembered = remembered;
    }

    /// A heading before it is known what its columns are.
    ///
    /// @param first, last where it stands among the rows that were looked at, counted from 0
    /// @param columns what stands over each column, from the top
    public record Candidate(int first, int last, Map<Integer, List<String>> columns) {

        public List<String> labels() {
            return ColumnNames.labels(List.copyOf(columns.values()));
        }
    }

    /// By what the headings of a file are known again, in whatever order its columns stand.
    public static String key(List<String> labels) {
        return String.join("|", labels.stream().map(ColumnNames::bare).sorted().toList());
    }

    /// The row that heads the table.
    ///
    /// @param stated the row that is said to, as the file's own program counts it
    /// @return empty where no row looks like it
    public Optional<Candidate> find(List<SheetRow> rows, OptionalInt stated) {
        Candidate best = null;
        var most = FEWEST_WITH_ALL_NEEDED - 1;
        for (var first = 0; first < Math.min(FIRST, rows.size()); first++) {
            if (stated.isPresent() && rows.get(first).number() != stated.getAsInt()) {
                continue;
            }
            for (var last = first; last < Math.min(first + MOST_ROWS, rows.size()); last++) {
                if (last > first && !continues(rows, first, last)) {
                    break;
                }
                var candidate = candidate(rows, first, last);
                var fields = stated.isPresent() && last == first
                        ? Math.max(FEWEST_FIELDS, fields(candidate))
                        : fields(candidate);
                // A title above a heading adds nothing to it.
                var isShorter = best != null && last - first < best.last - best.first;
                if (fields > most || (fields == most && isShorter)) {
                    best = candidate;
                    most = fields;
                }
            }
        }
        return Optional.ofNullable(best).map(found -> withFragments(rows, found));
    }

    /// The row that most looks like a heading where none is understood: the first of those with the most texts.
    public Optional<Candidate> guess(List<SheetRow> rows) {
        var guess = OptionalInt.empty();
        var most = 2;
        for (var i = 0; i < Math.min(FIRST, rows.size()); i++) {
            var texts = rows.get(i).filled();
            if (texts.size() > most && texts.stream().allMatch(HeadRows::isWords)) {
                most = texts.size();
                guess = OptionalInt.of(i);
            }
        }
        return guess.isEmpty() ? Optional.empty() : Optional.of(candidate(rows, guess.getAsInt(), guess.getAsInt()));
    }

    private int fields(Candidate candidate) {
        if (remembered.containsKey(key(candidate.labels()))) {
            return Integer.MAX_VALUE;
        }
        var fields = new HashSet<String>();
        candidate
                .columns
                .values()
                .forEach(parts ->
                        names.meaning(parts).map(ColumnNames.Meaning::field).ifPresent(fields::add));
        var labels = candidate.labels();
        said.forEach((field, label) -> {
            if (labels.stream().anyMatch(one -> ColumnNames.bare(one).equals(ColumnNames.bare(label)))) {
                fields.add(field);
            }
        });
        return fields.size() >= FEWEST_FIELDS || fields.containsAll(needed) ? fields.size() : 0;
    }

    /// Units in brackets and the numbers of the columns belong to the heading above them.
    private static Candidate withFragments(List<SheetRow> rows, Candidate found) {
        var last = found.last;
        while (last + 1 < rows.size() && isFragments(rows.get(last + 1))) {
            last++;
        }
        return new Candidate(found.first, last, found.columns);
    }

    private static boolean isFragments(SheetRow row) {
        var texts = row.filled().stream()
                .map(cell -> CellText.latinDigits(CellText.oneLine(cell.text())))
                .toList();
        return !texts.isEmpty()
                && (texts.stream().allMatch(text -> FRAGMENT.matcher(text).matches())
                        || (texts.size() > 3
                                && texts.stream()
                                        .allMatch(text -> COUNTING.matcher(text).matches())));
    }

    /// Whether a row can go on with a heading: words alone, some of them where the rows above leave a gap.
    private static boolean continues(List<SheetRow> rows, int first, int last) {
        var row = rows.get(last);
        var filled = row.filled();
        return filled.stream().allMatch(HeadRows::isWords)
                && filled.stream()
                        .anyMatch(cell -> rows.subList(first, last).stream()
                                .allMatch(above -> above.cell(cell.column()).isBlank()));
    }

    private static boolean isWords(SheetCell cell) {
        return cell.shown() instanceof SheetCell.Text text
                && text.text().length() <= LONGEST_TEXT
                && CellText.number(text.text()).isEmpty()
                && !CellText.isNothing(text.text());
    }

    private static Candidate candidate(List<SheetRow> rows, int first, int last) {
        var columns = new TreeMap<Integer, List<String>>();
        var width = rows.subList(first, last + 1).stream()
                .mapToInt(row -> row.cells().size())
                .max()
                .orElse(0);
        for (var column = 0; column < width; column++) {
            var parts = new ArrayList<String>();
            for (var row = first; row <= last; row++) {
                var text = CellText.oneLine(rows.get(row).cell(column).text());
                if (!text.isEmpty()) {
                    parts.add(text);
                } else if (isFilledBelow(rows, row, last, column)) {
                    over(rows, row, last, column).ifPresent(parts::add);
                }
            }
            if (!parts.isEmpty()) {
                columns.put(column, List.copyOf(parts));
            }
        }
        return new Candidate(first, last, columns);
    }

    /// What a merged cell to the left says of this column too: it ends where a column has nothing below it.
    private static Optional<String> over(List<SheetRow> rows, int row, int last, int column) {
        for (var left = column - 1; left >= 0; left--) {
            if (!isFilledBelow(rows, row, last, left)) {
                return Optional.empty();
            }
            var text = CellText.oneLine(rows.get(row).cell(left).text());
            if (!text.isEmpty()) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    private static boolean isFilledBelow(List<SheetRow> rows, int row, int last, int column) {
        for (var below = row + 1; below <= last; below++) {
            if (!rows.get(below).cell(column).isBlank()) {
                return true;
            }
        }
        return false;
    }
}
