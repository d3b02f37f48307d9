package org.phatthana.registers.xlsform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.phatthana.exchange.CellNote;
import org.phatthana.values.Message;

/// Finds conditions and calculations that are none, and those that ask for questions that are not there.
final class ExpressionCheck {

    private static final Set<String> COLUMNS =
            Set.of("relevant", "constraint", "calculation", "required", "choice_filter", "repeat_count");
    private static final Set<String> WORDS = Set.of("yes", "no", "true", "false", "0", "1");
    private static final Pattern ASKED = Pattern.compile("\\$\\{\\s*(?:last-saved#)?([^{}]*?)\\s*}");

    private ExpressionCheck() {}

    static List<CellNote> errors(FormSheet survey, Set<String> names) {
        var errors = new ArrayList<CellNote>();
        for (var row : survey.rows()) {
            for (var heading : survey.headings()) {
                var written = row.line(heading);
                if (COLUMNS.contains(heading) && !written.isEmpty() && !isWord(written)) {
                    check(row, heading, written, names, errors);
                } else if (heading.startsWith("label") || heading.startsWith("hint") || heading.equals("default")) {
                    ASKED.matcher(written)
                            .results()
                            .forEach(asked -> known(row, heading, asked.group(1), names, errors));
                }
            }
        }
        return errors;
    }

    static boolean isWord(String written) {
        return WORDS.contains(written.toLowerCase(Locale.ROOT));
    }

    private static void check(
            FormSheet.Row row, String heading, String written, Set<String> names, List<CellNote> errors) {
        try {
            Expression.of(written).questions().forEach(name -> known(row, heading, name, names, errors));
        } catch (ExpressionReading.Unreadable e) {
            errors.add(row.note(
                    heading,
                    e.near().isEmpty()
                            ? Message.of("registers.xlsform.wrong.expression-ends", written)
                            : Message.of("registers.xlsform.wrong.expression", written, e.near())));
        }
    }

    private static void known(
            FormSheet.Row row, String heading, String name, Set<String> names, List<CellNote> errors) {
        if (!names.contains(name)) {
            errors.add(row.note(heading, Message.of("registers.xlsform.wrong.question", name)));
        }
    }
}
