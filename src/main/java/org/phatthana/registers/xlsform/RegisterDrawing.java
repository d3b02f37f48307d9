package org.phatthana.registers.xlsform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.phatthana.exchange.CellNote;
import org.phatthana.registers.Condition;
import org.phatthana.registers.FieldType;
import org.phatthana.registers.GeometryKind;
import org.phatthana.registers.Privacy;
import org.phatthana.registers.declared.ConditionText;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Declares a register out of a form whose sheets are sound.
final class RegisterDrawing {

    static final String SUBMISSION = "submission";
    static final String OTHER = "other";

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_FIELDS = 80;

    private final SurveyReading survey;
    private final ChoiceLists choices;
    private final Function<Message, Localized> texts;
    private final Privacy privacy;
    private final ObjectNode content = JSON.createObjectNode();
    private final ArrayNode lists = JSON.createArrayNode();
    private final Codes listCodes = Codes.ofLists();
    private final CascadeDrawing cascades = new CascadeDrawing(lists, listCodes);
    private final Map<String, String> drawnLists = new HashMap<>();
    private final Map<String, FormSheet.Row> rows = new LinkedHashMap<>();
    private final Map<Question, ObjectNode> drawn = new LinkedHashMap<>();
    private final Map<String, Integer> rowsOfValues = new HashMap<>();
    private final List<CellNote> errors = new ArrayList<>();
    private final List<CellNote> notes = new ArrayList<>();

    /// What a form is called.
    ///
    /// @param nameFrom the question by whose answer entries are called, where the form says it
    record Named(String code, String form, Localized title, Localized keeper, Optional<String> nameFrom) {}

    /// @param texts what a message says in every language
    /// @param privacy of fields of which the form does not say who may read them
    RegisterDrawing(SurveyReading survey, ChoiceLists choices, Function<Message, Localized> texts, Privacy privacy) {
        this.survey = survey;
        this.choices = choices;
        this.texts = texts;
        this.privacy = privacy;
    }

    void draw(Named named) {
        content.put("code", named.code);
        content.put("form", named.form);
        content.set("title", FieldDrawing.texts(named.title));
        content.set("description", text(Message.of("registers.xlsform.description", named.title)));
        content.set("keeper", FieldDrawing.texts(named.keeper));
        content.set("source", text(Message.of("registers.xlsform.source", named.title, named.form)));
        content.put(
                "geometry",
                FieldDrawing.word(
                        survey.position().map(asked -> asked.type().kind()).orElse(GeometryKind.NONE)));
        survey.position().ifPresent(asked -> {
            var names = new LinkedHashSet<String>();
            names.addAll(asked.label().sorted().values());
            names.addAll(List.of(asked.name(), asked.path()));
            names.forEach(content.withArray("positionNames")::add);
        });
        fields();
        name(named.nameFrom);
        var dependencies = new DependencyDrawing(drawn, choices, survey::said);
        dependencies.draw(cascades, content.path("name").asString(""));
        notes.addAll(dependencies.notes());
        notes.addAll(cascades.notes());
        errors.addAll(dependencies.errors());
    }

    private void fields() {
        var codes = Codes.ofFields();
        var fields = content.putArray("fields");
        var ambiguous = ambiguousNames();
        var called = new HashSet<String>();
        for (var question : survey.questions()) {
            var code = codes.next(ambiguous.contains(question.name()) ? question.path() : question.name(), false);
            var drawing = new FieldDrawing(question, notes);
            var field = drawing.draw(code, label(question, called), privacy);
            errors.addAll(drawing.errors());
            fields.add(field);
            drawn.put(question, field);
            rows.put(code, question.row());
            if (question.type() instanceof QuestionType.Choice choice) {
                field.put("codes", list(choice, question.label()));
                if (choice.hasOther()) {
                    fields.add(other(question, field, codes));
                }
            }
        }
        if (fields.size() >= MOST_FIELDS) {
            errors.add(survey.questions()
                    .getLast()
                    .row()
                    .note("", Message.of("registers.xlsform.wrong.too-many", fields.size(), MOST_FIELDS - 1)));
        }
        var submission = codes.next(SUBMISSION, false);
        var field =
                fields.addObject().put("code", submission).put("type", "text").put("privacy", "public");
        field.set("label", text(Message.of("registers.xlsform.submission")));
        field.set("hint", text(Message.of("registers.xlsform.submission-hint")));
        List.of("KEY", "_uuid", "instanceID", "meta/instanceID").forEach(field.putArray("aliases")::add);
        content.put("key", submission);
    }

    /// Names that several questions in different groups bear.
    private Set<String> ambiguousNames() {
        return survey.questions().stream()
                .collect(Collectors.groupingBy(Question::name, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(name -> name.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /// What a question is called, with its group where another is called the same.
    private Localized label(Question question, Set<String> called) {
        var isShared = survey.questions().stream()
                        .filter(other -> other.label().equals(question.label()))
                        .count()
                > 1;
        var label = isShared
                ? question.group()
                        .map(group -> texts.apply(Message.of("registers.xlsform.within", group, question.label())))
                        .orElse(question.label())
                : question.label();
        if (called.add(label.thai())) {
            return label;
        }
        return texts.apply(Message.of("registers.xlsform.within", label, question.name()));
    }

    private String list(QuestionType.Choice choice, Localized title) {
        var known = drawnLists.get(choice.list() + choice.hasOther());
        if (known != null) {
            return known;
        }
        var code = listCodes.next(choice.list() + (choice.hasOther() ? " or other" : ""), false);
        var list = lists.addObject().put("code", code);
        list.set("title", FieldDrawing.texts(title));
        var values = list.putArray("values");
        choices.of(choice.list()).forEach(each -> {
            var value = values.addObject().put("code", each.code());
            value.set("label", FieldDrawing.texts(each.label()));
            value.putArray("aliases").add(each.name());
            rowsOfValues.put(code + "/" + each.code(), each.row().number());
        });
        if (choice.hasOther()
                && choices.of(choice.list()).stream()
                        .noneMatch(each -> each.code().equals(OTHER))) {
            values.addObject().put("code", OTHER).set("label", text(Message.of("registers.xlsform.other")));
        }
        drawnLists.put(choice.list() + choice.hasOther(), code);
        return code;
    }

    private ObjectNode other(Question question, ObjectNode of, Codes codes) {
        var code = codes.next(question.name() + "_other", false);
        var field = JSON.createObjectNode()
                .put("code", code)
                .put("type", "text")
                .put("privacy", FieldDrawing.word(Collections.max(List.of(privacy, DependencyDrawing.privacy(of)))));
        var what = of.path("code").asString();
        field.set(
                "onlyIf",
                ConditionText.write(
                        DependencyDrawing.type(of) == FieldType.CODES
                                ? new Condition.Has(what, OTHER)
                                : new Condition.Compared(what, Condition.Sign.EQUAL, OTHER)));
        field.set("label", text(Message.of("registers.xlsform.other-of", question.label())));
        field.putArray("aliases").add(question.name() + "_other").add(question.path() + "_other");
        rows.put(code, question.row());
        return field;
    }

    /// The field that entries are called by: the one that the form says, else the first that must be answered, else
    /// the first, of those that are written.
    private void name(Optional<String> nameFrom) {
        var texts = drawn.entrySet().stream()
                .filter(each -> each.getValue().path("type").asString("").equals(FieldDrawing.word(FieldType.TEXT)))
                .toList();
        var best = texts.stream()
                .filter(each -> nameFrom.filter(each.getKey().name()::equals).isPresent())
                .findFirst()
                .or(() -> texts.stream()
                        .filter(each -> !isClosed(each.getKey()))
                        .max(Comparator.comparingInt(each -> rank(each.getKey(), each.getValue()))));
        if (best.isEmpty()) {
            errors.add(
                    survey.questions().isEmpty()
                            ? CellNote.ofFile(Message.of("registers.xlsform.wrong.no-questions"))
                            : survey.questions()
                                    .getFirst()
                                    .row()
                                    .note("type", Message.of("registers.xlsform.wrong.no-text")));
            return;
        }
        var question = best.get().getKey();
        var field = best.get().getValue();
        if (isClosed(question)) {
            errors.add(question.row()
                    .note("privacy", Message.of("registers.xlsform.wrong.name-private", question.label())));
        }
        notes.add(question.row()
                .note(
                        "name",
                        Message.of(
                                field.path("required").asBoolean(false)
                                        ? "registers.xlsform.note.name"
                                        : "registers.xlsform.note.name-required",
                                question.label())));
        content.set("name", field.path("code"));
        field.put("privacy", "public");
        field.put("required", true);
    }

    /// Whether the form says that not everyone may read the answers.
    private static boolean isClosed(Question question) {
        var said = question.row().line("privacy");
        return !said.isEmpty() && !said.equalsIgnoreCase("public");
    }

    private static int rank(Question question, ObjectNode field) {
        if (question.isWorkedOut()) {
            return 0;
        }
        return field.path("required").asBoolean(false) && question.conditions().isEmpty() ? 2 : 1;
    }

    private ObjectNode text(Message message) {
        return FieldDrawing.texts(texts.apply(message));
    }

    ObjectNode content() {
        return content;
    }

    ArrayNode lists() {
        return lists;
    }

    /// The row of the question that a field is made of; nothing for a field that no question asks for.
    FormSheet.@Nullable Row row(String code) {
        return rows.get(code);
    }

    /// The row of the question for the position; 0 where there is none.
    int positionRow() {
        return survey.position().map(asked -> asked.row().number()).orElse(0);
    }

    /// What the position is called.
    Localized positionLabel() {
        return survey.position()
                .map(SurveyReading.Asked::label)
                .orElseGet(() -> texts.apply(Message.of("registers.xlsform.field.geometry")));
    }

    /// The row of a choice that a value is made of; 0 where there is none.
    int rowOfValue(String list, String value) {
        return rowsOfValues.getOrDefault(list + "/" + value, 0);
    }

    /// The columns of choices that are used besides those that every form has.
    Set<String> columnsOfChoices() {
        return cascades.columns();
    }

    List<CellNote> errors() {
        return errors;
    }

    List<CellNote> notes() {
        return notes;
    }
}
