package org.phatthana.exchange.columns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.TableColumns;
import org.phatthana.web.Texts;

/// What offices write over the columns of a table.
public final class ColumnNames {

    private static final int LONGEST = 80;
    private static final Pattern BRACKETED = Pattern.compile("[(（\\[][^)）\\]]*[)）\\]]");
    private static final Pattern SIGNS = Pattern.compile("[\\s()\\[\\]（）:*\\-–_./\"'“”,+]+");
    private static final Pattern LESS = Pattern.compile("\\( ?[-–−] ?\\)$");
    private static final Pattern MORE = Pattern.compile("\\( ?\\+ ?\\)$");

    private final Map<String, Named> whole = new HashMap<>();
    private final Map<String, String> within = new HashMap<>();
    private final Function<String, Optional<TableColumns.Column>> others;

    public ColumnNames(TableColumns columns, Texts texts) {
        others = columns.others();
        for (var column : columns.columns()) {
            whole.putIfAbsent(bare(column.key()), new Named(column.key(), 0));
            for (var language : texts.languages()) {
                var rank = 0;
                for (var name : columns.names(column.key(), language, texts).split("\\|")) {
                    var written = name.strip();
                    if (written.startsWith("~")) {
                        within.putIfAbsent(bare(written.substring(1)), column.key());
                    } else {
                        whole.putIfAbsent(bare(written), new Named(column.key(), rank));
                    }
                    rank++;
                }
            }
        }
    }

    /// A field by one of its names.
    ///
    /// @param rank the place of the name among all of them; the first fits best
    private record Named(String field, int rank) {}

    /// How surely a heading means a field; a surer meaning comes first.
    public enum Sureness {
        WHOLE,
        LAST_PART,
        WITHIN
    }

    /// What a heading means.
    ///
    /// @param rank the place of the name among the names of its field; the smallest fits best
    public record Meaning(String field, Sureness sureness, int rank) {}

    /// The field that a heading means.
    ///
    /// @param parts its words from the top row to the bottom one
    Optional<Meaning> meaning(List<String> parts) {
        var joined = String.join(" ", parts);
        if (joined.length() > LONGEST || parts.isEmpty()) {
            return Optional.empty();
        }
        return exact(joined)
                .map(named -> new Meaning(named.field, Sureness.WHOLE, named.rank))
                .or(() -> exact(parts.getLast()).map(named -> new Meaning(named.field, Sureness.LAST_PART, named.rank)))
                .or(() -> containing(bare(joined)).map(field -> new Meaning(field, Sureness.WITHIN, 0)));
    }

    private Optional<Named> exact(String heading) {
        return Optional.ofNullable(whole.get(bare(heading)))
                .or(() -> Optional.ofNullable(
                        whole.get(bare(BRACKETED.matcher(heading).replaceAll("")))))
                .or(() -> others.apply(BRACKETED.matcher(heading).replaceAll(""))
                        .map(column -> new Named(column.key(), 0)));
    }

    /// The field whose longest name stands within a heading, if only one field has so long a one.
    private Optional<String> containing(String bare) {
        var longest = 0;
        Set<String> fields = new HashSet<>();
        for (var name : within.entrySet()) {
            var length = name.getKey().length();
            if (length >= longest && bare.contains(name.getKey())) {
                if (length > longest) {
                    fields.clear();
                }
                longest = length;
                fields.add(name.getValue());
            }
        }
        return fields.size() == 1 ? Optional.of(fields.iterator().next()) : Optional.empty();
    }

    /// A heading without blanks, brackets, signs and the unit.
    public static String bare(String heading) {
        var text = CellText.latinDigits(CellText.oneLine(heading)).toLowerCase(Locale.ROOT);
        var said = MORE.matcher(LESS.matcher(text).replaceFirst("ลด")).replaceFirst("เพิ่ม");
        var signless = SIGNS.matcher(said).replaceAll("");
        var unitless = signless.endsWith("บาท") ? signless.substring(0, signless.length() - 3) : signless;
        return unitless.endsWith("baht") ? unitless.substring(0, unitless.length() - 4) : unitless;
    }

    /// Labels for columns: their words, with a number behind those that an earlier column has too.
    static List<String> labels(List<List<String>> columns) {
        var seen = new HashMap<String, Integer>();
        var labels = new ArrayList<String>();
        for (var parts : columns) {
            var text = CellText.oneLine(String.join(" ", parts));
            var times = seen.merge(bare(text), 1, Integer::sum);
            labels.add(times == 1 ? text : text + " #" + times);
        }
        return labels;
    }
}
