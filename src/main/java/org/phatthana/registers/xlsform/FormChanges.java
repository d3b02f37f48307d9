package org.phatthana.registers.xlsform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.ImportOutcome.Change;
import org.phatthana.registers.CodeList;
import org.phatthana.registers.Field;
import org.phatthana.registers.GeometryKind;
import org.phatthana.registers.Register;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;

/// What a form makes of a register otherwise than it was, and what of that would lose what is recorded.
final class FormChanges {

    private final Optional<Register> before;
    private final Register after;
    private final RegisterDrawing drawing;

    FormChanges(Optional<Register> before, Register after, RegisterDrawing drawing) {
        this.before = before;
        this.after = after;
        this.drawing = drawing;
    }

    /// What cannot be as long as the register has entries.
    List<CellNote> losses() {
        var losses = new ArrayList<CellNote>();
        before.ifPresent(was -> {
            if (was.geometry() != after.geometry()) {
                losses.add(CellNote.ofFile(Message.of(
                        "registers.xlsform.loss.geometry",
                        Message.of("registers.geometry." + FieldDrawing.word(was.geometry())),
                        Message.of("registers.geometry." + FieldDrawing.word(after.geometry())))));
            }
            if (!was.nameField().equals(after.nameField())) {
                losses.add(at(
                        after.nameField(),
                        "name",
                        Message.of("registers.xlsform.loss.name", was.nameField(), after.nameField())));
            }
            was.fields().forEach(field -> loss(field).ifPresent(losses::add));
        });
        return losses;
    }

    private Optional<CellNote> loss(Field was) {
        var found = after.field(was.code());
        if (found.isEmpty()) {
            return Optional.of(new CellNote(
                    FormFile.SURVEY, 0, "", was.code(), Message.of("registers.xlsform.loss.field", was.label())));
        }
        var is = found.get();
        if (was.type() != is.type()) {
            return Optional.of(at(
                    was.code(),
                    "type",
                    Message.of(
                            "registers.xlsform.loss.type",
                            is.label(),
                            Message.of("registers.xlsform.type." + FieldDrawing.word(was.type())),
                            Message.of("registers.xlsform.type." + FieldDrawing.word(is.type())))));
        }
        if (was.privacy() != is.privacy()) {
            return Optional.of(at(was.code(), "privacy", Message.of("registers.xlsform.loss.privacy", is.label())));
        }
        var gone = was.codes().stream()
                .flatMap(list -> list.values().stream())
                .filter(value ->
                        is.codes().flatMap(list -> list.find(value.code())).isEmpty())
                .map(CodeList.Value::label)
                .findFirst();
        return gone.map(
                label -> at(was.code(), "type", Message.of("registers.xlsform.loss.choice", is.label(), label)));
    }

    /// What is told where the register has entries: values may stand in them that would not be asked for any more,
    /// or not chosen. They stay and are shown.
    List<CellNote> cautions() {
        var cautions = new ArrayList<CellNote>();
        before.ifPresent(register -> register.fields()
                .forEach(was -> after.field(was.code()).ifPresent(is -> {
                    if (is.onlyIf().isPresent() && !is.onlyIf().equals(was.onlyIf())) {
                        cautions.add(
                                at(is.code(), "relevant", Message.of("registers.xlsform.note.asked-less", is.label())));
                    }
                    if (is.under().isPresent()
                            && !(under(is).equals(under(was)) && is.under().equals(was.under()))) {
                        cautions.add(
                                at(is.code(), "choice_filter", Message.of("registers.xlsform.note.under", is.label())));
                    }
                })));
        return cautions;
    }

    /// The choices of a field that were there before, with those under which they stand.
    private Map<String, String> under(Field field) {
        var under = new LinkedHashMap<String, String>();
        field.codes()
                .ifPresent(list -> list.values().stream()
                        .filter(value -> before.flatMap(register -> register.field(field.code()))
                                .flatMap(Field::codes)
                                .flatMap(known -> known.find(value.code()))
                                .isPresent())
                        .forEach(value -> under.put(value.code(), value.under().orElse(""))));
        return under;
    }

    private CellNote at(String field, String heading, Message message) {
        var row = drawing.row(field);
        return row == null ? new CellNote(FormFile.SURVEY, 0, "", field, message) : row.note(heading, message);
    }

    /// What is new or otherwise, question by question and choice by choice.
    List<Change> all() {
        var changes = new ArrayList<Change>();
        for (var field : after.fields()) {
            var was = before.flatMap(register -> register.field(field.code()));
            if (was.isEmpty()) {
                changes.add(change(field.code(), field.label(), "", FieldWords.of(after, field)));
                continue;
            }
            if (!said(after, was.get()).equals(said(after, field))) {
                var words = said(before.orElseThrow(), was.get());
                changes.add(change(field.code(), field.label(), words, said(after, field)));
            }
        }
        before.ifPresent(register -> register.fields().stream()
                .filter(field -> after.field(field.code()).isEmpty())
                .forEach(field -> changes.add(new Change(
                        FormFile.SURVEY, 0, field.label(), field.code(), FieldWords.of(register, field), ""))));
        position().ifPresent(changes::add);
        changes.addAll(values());
        return changes;
    }

    private Optional<Change> position() {
        var was = before.map(Register::geometry).orElse(GeometryKind.NONE);
        return was == after.geometry()
                ? Optional.empty()
                : Optional.of(new Change(
                        FormFile.SURVEY,
                        drawing.positionRow(),
                        drawing.positionLabel(),
                        "geometry",
                        was == GeometryKind.NONE ? "" : kind(was),
                        kind(after.geometry())));
    }

    private static Message kind(GeometryKind kind) {
        return Message.of("registers.xlsform.is.position", Message.of("registers.geometry." + FieldDrawing.word(kind)));
    }

    private static Message said(Register register, Field field) {
        return Message.of(
                "registers.xlsform.is.and",
                field.label(),
                field.hint().thai().isEmpty()
                        ? FieldWords.of(register, field)
                        : Message.of("registers.xlsform.is.and", FieldWords.of(register, field), field.hint()));
    }

    private Change change(String code, Localized label, Object was, Object is) {
        var row = drawing.row(code);
        return new Change(FormFile.SURVEY, row == null ? 0 : row.number(), label, code, was, is);
    }

    private List<Change> values() {
        var known = before.map(FormChanges::lists).orElse(Map.of());
        var changes = new ArrayList<Change>();
        lists(after)
                .forEach((code, list) -> list.values().forEach(value -> {
                    var was = Optional.ofNullable(known.get(code)).flatMap(before -> before.find(value.code()));
                    if (was.filter(before -> before.label().equals(value.label()))
                            .isEmpty()) {
                        changes.add(new Change(
                                FormFile.CHOICES,
                                drawing.rowOfValue(code, value.code()),
                                value.label(),
                                code,
                                was.<Object>map(before -> Message.of("registers.just", before.label()))
                                        .orElse(""),
                                Message.of("registers.xlsform.is.value", list.title(), value.code())));
                    }
                }));
        return changes;
    }

    private static Map<String, CodeList> lists(Register register) {
        var lists = new LinkedHashMap<String, CodeList>();
        register.fields().forEach(field -> field.codes().ifPresent(list -> lists.putIfAbsent(list.code(), list)));
        return lists;
    }
}
