package org.phatthana.registers.xlsform;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.CellText;
import org.phatthana.registers.FieldType;
import org.phatthana.registers.Privacy;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Declares a field out of a question, and says what of the question it cannot hold to.
final class FieldDrawing {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern PARAMETER = Pattern.compile("(\\w+)\\s*=\\s*([^\\s;,]+)");

    private final Question question;
    private final List<CellNote> notes;
    private final List<CellNote> errors = new ArrayList<>();
    private final ObjectNode field = JSON.createObjectNode();
    private FieldType type;

    /// @param notes to which what is lost is added
    FieldDrawing(Question question, List<CellNote> notes) {
        this.question = question;
        this.notes = notes;
        this.type = switch (question.type()) {
            case QuestionType.Choice choice -> choice.field();
            case QuestionType.Answer answer -> answer.field();
            default -> FieldType.TEXT;
        };
    }

    /// @param code of the field
    /// @param label of the field, by which no other is called
    /// @param privacy where the form does not say who may read it
    ObjectNode draw(String code, Localized label, Privacy privacy) {
        writing();
        field.put("code", code);
        field.set("label", texts(label));
        question.hint().ifPresent(hint -> field.set("hint", texts(hint)));
        required();
        constraint();
        field.put("privacy", word(privacy(privacy)));
        field.put("type", word(type));
        var aliases = new LinkedHashSet<>(List.of(question.name(), question.path()));
        aliases.forEach(field.withArray("aliases")::add);
        lost();
        return field;
    }

    FieldType type() {
        return type;
    }

    List<CellNote> errors() {
        return errors;
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ObjectNode texts(Localized text) {
        var node = JSON.createObjectNode();
        text.sorted().forEach(node::put);
        return node;
    }

    private void writing() {
        if (!(question.type() instanceof QuestionType.Answer(var _, var writing))) {
            return;
        }
        switch (writing) {
            case SCALE -> scale();
            case MOMENT -> tell("type", "moment");
            case TIME -> tell("type", "time");
            case WORKED_OUT -> tell("type", "worked-out");
            case PLAIN -> {
                if (type == FieldType.DATE && question.row().line("appearance").contains("year")) {
                    if (question.row().line("appearance").contains("month")) {
                        tell("appearance", "month");
                    } else {
                        type = FieldType.YEAR;
                    }
                }
            }
        }
    }

    private void scale() {
        var least = BigDecimal.ONE;
        var most = BigDecimal.TEN;
        var step = BigDecimal.ONE;
        for (var parameter :
                PARAMETER.matcher(question.row().line("parameters")).results().toList()) {
            var number = CellText.number(parameter.group(2));
            if (number.isEmpty()) {
                errors.add(question.row()
                        .note("parameters", Message.of("registers.xlsform.wrong.parameter", parameter.group())));
                continue;
            }
            switch (parameter.group(1)) {
                case "start" -> least = number.get();
                case "end" -> most = number.get();
                case "step" -> step = number.get();
                default -> {}
            }
        }
        if (isBroken(least) || isBroken(step)) {
            type = FieldType.NUMBER;
        }
        field.put("least", least.min(most));
        field.put("most", least.max(most));
        if (step.compareTo(BigDecimal.ONE) != 0) {
            tell("parameters", "step");
        }
    }

    private static boolean isBroken(BigDecimal number) {
        return number.stripTrailingZeros().scale() > 0;
    }

    private void required() {
        var written = question.row().line("required");
        if (written.isEmpty() || (ExpressionCheck.isWord(written) && !SurveyReading.isYes(written))) {
            return;
        }
        if (!SurveyReading.isYes(written)) {
            if (!written.equals("false()")) {
                tell("required", "required");
            }
        } else {
            field.put("required", true);
        }
    }

    private void constraint() {
        var written = question.row().line("constraint");
        if (written.isEmpty()) {
            return;
        }
        var constraint = Constraint.of(type, Expression.of(written));
        constraint.least().ifPresent(least -> field.put("least", least));
        constraint.most().ifPresent(most -> field.put("most", most));
        constraint.pattern().ifPresent(pattern -> field.put("pattern", pattern));
        if (!constraint.isWhole()) {
            tell("constraint", "constraint");
        }
        if (number("least").isPresent()
                && number("most").isPresent()
                && number("least").get().compareTo(number("most").get()) > 0) {
            errors.add(question.row().note("constraint", Message.of("registers.xlsform.wrong.never", written)));
        }
    }

    private Optional<BigDecimal> number(String name) {
        return field.path(name).isNumber() ? Optional.of(field.path(name).decimalValue()) : Optional.empty();
    }

    private Privacy privacy(Privacy otherwise) {
        var written = question.row().line("privacy").toLowerCase(Locale.ROOT);
        if (written.isEmpty()) {
            return otherwise;
        }
        for (var privacy : Privacy.values()) {
            if (word(privacy).equals(written)) {
                return privacy;
            }
        }
        errors.add(question.row().note("privacy", Message.of("registers.xlsform.wrong.privacy", written)));
        return otherwise;
    }

    /// What a field does not do that the question does.
    private void lost() {
        if (!question.isWorkedOut() && !question.row().line("calculation").isEmpty()) {
            tell("calculation", "worked-out");
        }
        if (SurveyReading.isYes(question.row().line("read_only"))) {
            tell("read_only", "read-only");
        }
        for (var heading : question.row().sheet().headings()) {
            if ((heading.startsWith("label") || heading.startsWith("hint"))
                    && question.row().line(heading).contains("${")) {
                tell(heading, "inserted");
            }
        }
    }

    private void tell(String column, String what) {
        notes.add(question.row().note(column, Message.of("registers.xlsform.left." + what, question.label())));
    }
}
