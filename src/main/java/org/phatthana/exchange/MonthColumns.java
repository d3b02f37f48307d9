package org.phatthana.exchange;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.phatthana.values.Language;

/// The columns of months in a heading, and what is marked in them. Months count in the fiscal year: 1 is October.
///
/// @param months the month of each column, which counts from 0
public record MonthColumns(SortedMap<Integer, Integer> months) {

    private static final int IN_A_YEAR = 12;

    /// All the months of a fiscal year.
    public static final List<Integer> ALL =
            IntStream.rangeClosed(1, IN_A_YEAR).boxed().toList();

    private static final int ENOUGH = 6;
    private static final Pattern BEGINS = Pattern.compile("[<←◄⟵↔]");
    private static final Pattern ENDS = Pattern.compile("[>→►⟶↔]$");
    private static final Map<String, Integer> NAMES = names();

    /// The months that a row names as a heading does, if it names most of a year.
    public static Optional<MonthColumns> in(SheetRow row) {
        var months = new TreeMap<Integer, Integer>();
        for (var cell : row.filled()) {
            month(cell.text()).ifPresent(month -> months.put(cell.column(), month));
        }
        return months.values().stream().distinct().count() >= ENOUGH
                ? Optional.of(new MonthColumns(months))
                : Optional.empty();
    }

    /// `ต.ค.`, `ตค 65`, `ตุลาคม`, `Oct`.
    private static Optional<Integer> month(String text) {
        return text.length() > 20 ? Optional.empty() : Optional.ofNullable(NAMES.get(bare(text)));
    }

    private static String bare(String text) {
        return CellText.latinDigits(text).replaceAll("[.\\s\\d/'’-]", "").toLowerCase(Locale.ROOT);
    }

    private static Map<String, Integer> names() {
        var names = new HashMap<String, Integer>();
        for (var language : new Language[] {Language.THAI, Language.ENGLISH}) {
            for (var style : new TextStyle[] {TextStyle.SHORT, TextStyle.FULL}) {
                for (var month : Month.values()) {
                    var name = month.getDisplayName(style, language.locale());
                    names.put(bare(name), Math.floorMod(month.getValue() - Month.OCTOBER.getValue(), IN_A_YEAR) + 1);
                }
            }
        }
        return names;
    }

    /// The months in which a row has anything. An arrow that is written into two cells means those between, too.
    public SortedSet<Integer> marked(SheetRow row) {
        var marked = new TreeSet<Integer>();
        var begins = new TreeSet<Integer>();
        months.forEach((column, month) -> {
            var text = row.cell(column).text().strip();
            if (!text.isEmpty()) {
                marked.add(month);
            }
            if (BEGINS.matcher(text).lookingAt()) {
                begins.add(month);
            }
            var begin = begins.floor(month);
            if (begin != null && ENDS.matcher(text).find()) {
                marked.addAll(ALL.subList(begin - 1, month));
            }
        });
        return marked;
    }
}
