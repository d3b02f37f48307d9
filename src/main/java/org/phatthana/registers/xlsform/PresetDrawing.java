package org.phatthana.registers.xlsform;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.phatthana.exchange.CellText;
import org.phatthana.registers.FieldType;
import org.phatthana.registers.declared.Preset;
import tools.jackson.databind.node.ObjectNode;

/// Declares what a field holds beforehand out of the column `default`.
final class PresetDrawing {

    private static final Pattern WORKED_OUT = Pattern.compile(".*\\$\\{.*|[\\w:-]+\\(.*\\)", Pattern.DOTALL);
    private static final Set<String> TODAY = Set.of("today()", "now()");

    private PresetDrawing() {}

    /// @param choices the codes of the question's choices, by their names
    /// @return whether the field can hold it
    static boolean draw(Question question, ObjectNode field, Map<String, String> choices) {
        var written = question.row().text("default").strip();
        var type = DependencyDrawing.type(field);
        var isDay = type == FieldType.DATE || type == FieldType.YEAR;
        var isToday = isDay && TODAY.contains(written);
        if (question.isWorkedOut() || (!isToday && WORKED_OUT.matcher(written).matches())) {
            return false;
        }
        var text = switch (type) {
            case DATE -> isToday ? Preset.TODAY : written;
            case YEAR -> isToday ? Preset.TODAY : written.replaceFirst("-01-01$", "");
            case NUMBER, INTEGER ->
                CellText.number(written).map(BigDecimal::toPlainString).orElse("");
            case CODE -> choices.getOrDefault(written, "");
            case CODES ->
                Arrays.stream(written.split("\\s+"))
                        .map(name -> choices.getOrDefault(name, ""))
                        .collect(Collectors.joining(", "));
            default -> written;
        };
        var codes = List.copyOf(choices.values());
        if (text.isEmpty() || text.length() > 400 || !Preset.fits(type, codes::contains, text)) {
            return false;
        }
        field.put("default", text);
        return true;
    }
}
