package org.phatthana.registers.xlsform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.phatthana.exchange.CellNote;
import org.phatthana.registers.FieldType;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;

/// Reads the questions of a form in their order: what becomes a field, what becomes the position, what is left
/// aside and why, and what is wrong.
final class SurveyReading {

    private static final String NAME = "[\\p{L}_:][\\p{L}\\p{M}\\p{N}_:.\\-]*";

    private final Wording wording;
    private final ChoiceLists lists;
    private final List<Question> questions = new ArrayList<>();
    private final List<CellNote> errors = new ArrayList<>();
    private final List<CellNote> notes = new ArrayList<>();
    private final Deque<Group> groups = new ArrayDeque<>();
    private final Map<String, FormSheet.Row> named = new HashMap<>();
    private @Nullable Asked position;

    /// A group or repeat that is open.
    ///
    /// @param row where it begins; the form as a whole has none
    private record Group(
            FormSheet.@Nullable Row row,
            String name,
            boolean repeats,
            Optional<Localized> label,
            List<FormSheet.Row> conditions,
            Set<String> names) {}

    /// The question for the position.
    record Asked(FormSheet.Row row, String name, String path, QuestionType.Position type, Localized label) {}

    SurveyReading(FormSheet survey, Wording wording, ChoiceLists lists) {
        this.wording = wording;
        this.lists = lists;
        groups.push(new Group(null, "", false, Optional.empty(), List.of(), new HashSet<>()));
        survey.rows().forEach(this::read);
        for (var open : groups) {
            if (open.row != null) {
                errors.add(open.row.note("type", Message.of("registers.xlsform.wrong.not-ended", open.name)));
            }
        }
    }

    List<Question> questions() {
        return questions;
    }

    Optional<Asked> position() {
        return Optional.ofNullable(position);
    }

    /// The names of all that can be asked for by `${…}`.
    Set<String> names() {
        return named.keySet();
    }

    List<CellNote> errors() {
        return errors;
    }

    List<CellNote> notes() {
        return notes;
    }

    static boolean isYes(String written) {
        return Set.of("yes", "true", "true()", "1").contains(written.toLowerCase(Locale.ROOT));
    }

    private void read(FormSheet.Row row) {
        var written = row.line("type");
        if (isYes(row.line("disabled"))) {
            notes.add(row.note("disabled", Message.of("registers.xlsform.left.disabled", said(row))));
            return;
        }
        if (written.isEmpty()) {
            if (!row.line("name").isEmpty() || wording.of(row, "label").isPresent()) {
                errors.add(row.note("type", Message.of("registers.xlsform.wrong.no-type")));
            }
            return;
        }
        var type = QuestionType.of(written);
        switch (type) {
            case QuestionType.Unknown _ ->
                errors.add(row.note("type", Message.of("registers.xlsform.wrong.type", written)));
            case QuestionType.Begin begin -> begin(row, begin);
            case QuestionType.End end -> end(row, end);
            case QuestionType.Left(var why) -> {
                if (!row.line("name").isEmpty()) {
                    named(row, true);
                }
                notes.add(row.note("type", Message.of("registers.xlsform.left." + why, said(row))));
            }
            case QuestionType.Position asked -> position(row, asked);
            case QuestionType.Choice choice -> choice(row, choice);
            case QuestionType.Answer _ -> question(row, type);
        }
    }

    private void begin(FormSheet.Row row, QuestionType.Begin begin) {
        named(row, false);
        if (begin.repeats()) {
            notes.add(row.note("type", Message.of("registers.xlsform.left.repeat", said(row))));
        }
        groups.push(new Group(
                row, row.line("name"), begin.repeats(), wording.of(row, "label"), conditions(row), new HashSet<>()));
    }

    private void end(FormSheet.Row row, QuestionType.End end) {
        var open = groups.element();
        if (open.row == null) {
            errors.add(row.note("type", Message.of("registers.xlsform.wrong.not-begun")));
        } else if (open.repeats != end.repeats()) {
            errors.add(row.note(
                    "type",
                    Message.of(
                            "registers.xlsform.wrong.other-end", open.name, open.row.number(), open.row.line("type"))));
            groups.pop();
        } else {
            groups.pop();
        }
    }

    private void position(FormSheet.Row row, QuestionType.Position type) {
        if (!named(row, false) || isRepeated(row)) {
            return;
        }
        var first = position;
        if (first != null) {
            notes.add(row.note(
                    "type", Message.of("registers.xlsform.left.position", said(row), first.name, first.row.number())));
            return;
        }
        position = new Asked(row, row.line("name"), path(row), type, label(row));
    }

    private void choice(FormSheet.Row row, QuestionType.Choice choice) {
        if (choice.list().isEmpty()) {
            named(row, false);
            errors.add(row.note("type", Message.of("registers.xlsform.wrong.no-list")));
        } else if (choice.list().startsWith("${")) {
            named(row, false);
            notes.add(row.note("type", Message.of("registers.xlsform.left.answers", said(row))));
        } else if (!lists.has(choice.list())) {
            named(row, false);
            errors.add(row.note(
                    "type",
                    lists.names().isEmpty()
                            ? Message.of("registers.xlsform.wrong.no-choices", choice.list())
                            : Message.of(
                                    "registers.xlsform.wrong.list",
                                    choice.list(),
                                    String.join(
                                            ", ",
                                            lists.names().stream().limit(10).toList()))));
        } else {
            var broken = lists.of(choice.list()).stream()
                    .filter(each ->
                            choice.field() == FieldType.CODES && each.name().contains(" "))
                    .findFirst();
            broken.ifPresent(each -> errors.add(
                    each.row().note("name", Message.of("registers.xlsform.wrong.choice-space", each.name()))));
            question(row, choice);
        }
    }

    private void question(FormSheet.Row row, QuestionType type) {
        if (!named(row, false) || isRepeated(row)) {
            return;
        }
        questions.add(new Question(
                row,
                row.line("name"),
                path(row),
                type,
                label(row),
                wording.of(row, "hint"),
                groups.element().label,
                conditions(row)));
    }

    /// The rows that say when a row is asked: those of the groups around it, and itself.
    private List<FormSheet.Row> conditions(FormSheet.Row row) {
        var conditions = new ArrayList<>(groups.element().conditions);
        if (!row.line("relevant").isEmpty()) {
            conditions.add(row);
        }
        return conditions;
    }

    /// Whether many answers are given to one form, which an entry has no place for.
    private boolean isRepeated(FormSheet.Row row) {
        var repeat = groups.stream().filter(Group::repeats).findFirst();
        repeat.ifPresent(group ->
                notes.add(row.note("name", Message.of("registers.xlsform.left.repeated", said(row), group.name))));
        return repeat.isPresent();
    }

    /// Checks a name and remembers it.
    ///
    /// @param mayRepeat whether it is of something that gets no answer
    /// @return whether it can be used
    private boolean named(FormSheet.Row row, boolean mayRepeat) {
        var name = row.line("name");
        if (name.isEmpty()) {
            errors.add(row.note("name", Message.of("registers.xlsform.wrong.no-name")));
            return false;
        }
        if (!name.matches(NAME)) {
            errors.add(row.note("name", Message.of("registers.xlsform.wrong.name", name)));
            return false;
        }
        var isNew = groups.element().names.add(name);
        if (!isNew && !mayRepeat) {
            var first = named.get(name);
            errors.add(row.note(
                    "name",
                    Message.of("registers.xlsform.wrong.name-twice", name, first == null ? 0 : first.number())));
            return false;
        }
        named.put(name, row);
        return true;
    }

    private Localized label(FormSheet.Row row) {
        var label = wording.of(row, "label");
        if (label.isPresent()) {
            notes.addAll(wording.missing(row, "label"));
            return label.get();
        }
        var name = row.line("name");
        notes.add(row.note("label", Message.of("registers.xlsform.note.no-label", name)));
        return Localized.of(name, name);
    }

    private String path(FormSheet.Row row) {
        return Stream.concat(
                        groups.reversed().stream().map(Group::name).filter(name -> !name.isEmpty()),
                        Stream.of(row.line("name")))
                .collect(Collectors.joining("/"));
    }

    /// What a row is called where it is told of.
    Localized said(FormSheet.Row row) {
        return wording.of(row, "label").orElseGet(() -> Localized.thai(row.line("name")));
    }
}
