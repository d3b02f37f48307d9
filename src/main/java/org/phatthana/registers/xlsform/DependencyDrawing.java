package org.phatthana.registers.xlsform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.phatthana.exchange.CellNote;
import org.phatthana.registers.Condition;
import org.phatthana.registers.FieldType;
import org.phatthana.registers.Privacy;
import org.phatthana.registers.declared.Circle;
import org.phatthana.registers.declared.ConditionText;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import tools.jackson.databind.node.ObjectNode;

/// Declares when fields are asked, once all of them are drawn, and says what of it a register cannot hold to.
final class DependencyDrawing {

    private final Map<Question, ObjectNode> drawn;
    private final ChoiceLists choices;
    private final Function<FormSheet.Row, Localized> said;
    private final Map<String, Question> byName = new HashMap<>();
    private final Map<String, Set<String>> needs = new HashMap<>();
    private final Set<FormSheet.Row> told = new HashSet<>();
    private final List<CellNote> errors = new ArrayList<>();
    private final List<CellNote> notes = new ArrayList<>();

    /// @param drawn what was declared of the questions
    /// @param said what a row is called where it is told of
    DependencyDrawing(Map<Question, ObjectNode> drawn, ChoiceLists choices, Function<FormSheet.Row, Localized> said) {
        this.drawn = drawn;
        this.choices = choices;
        this.said = said;
        var twice = new HashSet<String>();
        for (var question : drawn.keySet()) {
            if (byName.put(question.name(), question) != null) {
                twice.add(question.name());
            }
        }
        byName.keySet().removeAll(twice);
    }

    /// @param cascades to which filters of choices add
    /// @param name the field that entries are called by
    void draw(CascadeDrawing cascades, String name) {
        drawn.forEach((question, field) -> {
            condition(question, field, name);
            filter(question, field, cascades);
            if (!question.row().text("default").isBlank() && !PresetDrawing.draw(question, field, choices(question))) {
                tell(question, "default", "default");
            }
        });
        var circle = Circle.in(needs);
        drawn.forEach((question, field) -> {
            if (circle.filter(code(field)::equals).isPresent()) {
                var row = question.conditions().isEmpty()
                        ? question.row()
                        : question.conditions().getLast();
                errors.add(row.note("relevant", Message.of("registers.xlsform.wrong.circle", question.label())));
            }
        });
    }

    private void condition(Question question, ObjectNode field, String name) {
        var parts = new ArrayList<Condition>();
        var isWhole = true;
        for (var row : question.conditions()) {
            var written = row.line("relevant");
            if (ExpressionCheck.isWord(written) && SurveyReading.isYes(written)) {
                continue;
            }
            if (code(field).equals(name)) {
                notes.add(row.note("relevant", Message.of("registers.xlsform.left.named", question.label())));
                return;
            }
            var read = ExpressionCheck.isWord(written)
                    ? Optional.<Condition>empty()
                    : new Relevant(this::asked).of(Expression.of(written));
            var closed = read.flatMap(condition -> closed(field, condition.fields()));
            closed.ifPresent(other -> notes.add(row.note(
                    "relevant", Message.of("registers.xlsform.left.closed", question.label(), other.label()))));
            if (read.isEmpty() && told.add(row)) {
                var key =
                        row.equals(question.row()) ? "registers.xlsform.left.relevant" : "registers.xlsform.left.group";
                notes.add(row.note("relevant", Message.of(key, said.apply(row))));
            }
            if (read.isPresent() && closed.isEmpty()) {
                parts.add(read.get());
            } else {
                isWhole = false;
            }
        }
        if (!parts.isEmpty()) {
            var all = parts.size() == 1 ? parts.getFirst() : new Condition.All(parts);
            field.set("onlyIf", ConditionText.write(all));
            needs.computeIfAbsent(code(field), _ -> new HashSet<>()).addAll(all.fields());
        }
        if (!isWhole && field.has("required")) {
            field.remove("required");
            tell(question, "required", "sometimes");
        }
    }

    /// A question whose answer fewer people may read than that of the field: who sees when the field is asked would
    /// learn of it.
    private Optional<Question> closed(ObjectNode field, Set<String> codes) {
        return drawn.entrySet().stream()
                .filter(other -> codes.contains(code(other.getValue())))
                .filter(other -> privacy(other.getValue()).compareTo(privacy(field)) > 0)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private void filter(Question question, ObjectNode field, CascadeDrawing cascades) {
        var written = question.row().line("choice_filter");
        if (written.isEmpty()) {
            return;
        }
        var filter = ExpressionCheck.isWord(written)
                ? Optional.<CascadeDrawing.Filter>empty()
                : CascadeDrawing.Filter.of(Expression.of(written));
        var above = filter.map(CascadeDrawing.Filter::question).map(byName::get);
        var parent = above.flatMap(each -> asked(each.name())).filter(each -> each.type() == FieldType.CODE);
        if (!(question.type() instanceof QuestionType.Choice(var _, var list, var _))
                || parent.isEmpty()
                || closed(field, Set.of(parent.get().code())).isPresent()) {
            tell(question, "choice_filter", "filter");
            return;
        }
        cascades.draw(
                field,
                choices.of(list),
                filter.get().column(),
                parent.get(),
                above.get().label());
        needs.computeIfAbsent(code(field), _ -> new HashSet<>())
                .add(parent.get().code());
    }

    /// What can be asked for by a name: not what the form works out, since the register works nothing out.
    private Optional<Relevant.Asked> asked(String name) {
        var question = byName.get(name);
        var field = question == null ? null : drawn.get(question);
        return question == null || field == null || question.isWorkedOut()
                ? Optional.empty()
                : Optional.of(new Relevant.Asked(code(field), type(field), choices(question)));
    }

    private Map<String, String> choices(Question question) {
        var codes = new LinkedHashMap<String, String>();
        if (question.type() instanceof QuestionType.Choice(var _, var list, var hasOther)) {
            choices.of(list).forEach(choice -> codes.put(choice.name(), choice.code()));
            if (hasOther) {
                codes.putIfAbsent(RegisterDrawing.OTHER, RegisterDrawing.OTHER);
            }
        }
        return codes;
    }

    private static String code(ObjectNode field) {
        return field.path("code").asString();
    }

    static FieldType type(ObjectNode field) {
        return FieldType.valueOf(
                field.path("type").asString().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    static Privacy privacy(ObjectNode field) {
        return Privacy.valueOf(field.path("privacy").asString().toUpperCase(Locale.ROOT));
    }

    private void tell(Question question, String column, String what) {
        notes.add(question.row().note(column, Message.of("registers.xlsform.left." + what, question.label())));
    }

    List<CellNote> errors() {
        return errors;
    }

    List<CellNote> notes() {
        return notes;
    }
}
