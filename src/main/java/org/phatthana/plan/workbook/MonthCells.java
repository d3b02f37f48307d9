package org.phatthana.plan.workbook;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.SheetRow;
import org.phatthana.values.Language;

/// The columns of months in a heading, and what is marked in them. Months count in the fiscal year: 1 is October.
///
/// @param months the month of each column
record MonthCells(Map<Integer, Integer> months) {

    static final int IN_A_YEAR = 12;

    private static final int ENOUGH = 6;
    private static final Map<String, Integer> NAMES = names();

    /// The months that a row names as a heading does, if it names most of a year.
    static Optional<MonthCells> in(SheetRow row) {
        var months = new TreeMap<Integer, Integer>();
        for (var cell : row.filled()) {
            month(cell.text()).ifPresent(month -> months.put(cell.column(), month));
        }
        return months.values().stream().distinct().count() >= ENOUGH
                ? Optional.of(new MonthCells(months))
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

    /// The months in which a row has anything.
    TreeMap<Integer, Integer> marked(SheetRow row) {
        var marked = new TreeMap<Integer, Integer>();
        months.forEach((column, month) -> {
            if (!row.cell(column).isBlank()) {
                marked.merge(month, 1, Integer::sum);
            }
        });
        return marked;
    }
}
