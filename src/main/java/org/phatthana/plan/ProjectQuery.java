package org.phatthana.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.phatthana.exchange.CellText;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.PlaceCode;

/// Which projects of a plan, and in which order. What is empty does not restrict.
///
/// @param standing the plan as it stood or stands
/// @param goals the ids of goals, of which a project must serve one
/// @param year a year in which it must have money
/// @param text words that must all stand in its name, target or department
public record ProjectQuery(
        Standing standing,
        List<String> goals,
        Optional<PlaceCode> place,
        Optional<FiscalYear> year,
        String department,
        String programme,
        String text,
        Order order) {

    private static final int MOST_WORDS = 8;

    /// The orders in which projects are listed.
    public enum Order {
        PLAN,
        NAME,
        MONEY,
        DEPARTMENT,
        GOAL;

        /// The order of a word in an address; the plan's own where there is no such word.
        public static Order of(String word) {
            return Stream.of(values())
                    .filter(order -> order.word().equals(word))
                    .findFirst()
                    .orElse(PLAN);
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public ProjectQuery {
        goals = List.copyOf(goals);
    }

    /// All projects of a plan in its own order.
    public static ProjectQuery all(Standing standing) {
        return new ProjectQuery(standing, List.of(), Optional.empty(), Optional.empty(), "", "", "", Order.PLAN);
    }

    /// Whether it finds all projects.
    boolean isWhole() {
        return goals.isEmpty() && place.isEmpty() && year.isEmpty() && (department + programme + text).isBlank();
    }

    /// Patterns for `like`, one for each word, one a line.
    String patterns() {
        return Stream.of(text.strip().split("\\s+"))
                .filter(word -> !word.isBlank())
                .limit(MOST_WORDS)
                .map(ProjectQuery::normal)
                .map(word ->
                        "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .reduce((a, b) -> a + "\n" + b)
                .orElse("");
    }

    /// Text as a search compares it: in small letters and Latin digits, without blanks.
    public static String normal(String text) {
        var latin = CellText.latinDigits(text).toLowerCase(Locale.ROOT);
        var normal = new StringBuilder(latin.length());
        for (var i = 0; i < latin.length(); i++) {
            if (latin.charAt(i) > ' ') {
                normal.append(latin.charAt(i));
            }
        }
        return normal.toString();
    }
}
