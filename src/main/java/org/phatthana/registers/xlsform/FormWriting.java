package org.phatthana.registers.xlsform;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.phatthana.registers.CodeList;
import org.phatthana.registers.Field;
import org.phatthana.registers.FieldType;
import org.phatthana.registers.GeometryKind;
import org.phatthana.registers.Register;
import org.phatthana.registers.declared.Preset;
import org.phatthana.registers.intake.IntakeColumns;
import org.phatthana.values.Language;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.phatthana.web.Texts;

/// Writes a register as a form for ODK and Kobo, whose answers the register takes in again. A register that was
/// made of a form gives a form that makes the same register.
public final class FormWriting {

    private static final String YES_NO = "yes_no";
    private static final String UNDER = "under";
    private static final List<String> LANGUAGES = List.of("Thai (th)", "English (en)");

    private final Register register;
    private final Texts texts;
    private final List<List<String>> survey = new ArrayList<>();
    private final Map<String, List<List<String>>> lists = new LinkedHashMap<>();

    public FormWriting(Register register, Texts texts) {
        this.register = register;
        this.texts = texts;
    }

    /// Writes the workbook; leaves `out` open.
    public void writeTo(OutputStream out) throws IOException {
        register.fields().stream().filter(field -> !isSubmission(field)).forEach(this::question);
        if (register.geometry() != GeometryKind.NONE) {
            add(
                    switch (register.geometry()) {
                        case LINE -> "geotrace";
                        case AREA -> "geoshape";
                        default -> "geopoint";
                    },
                    register.positionNames().isEmpty()
                            ? IntakeColumns.MAP_POSITION
                            : register.positionNames().getLast().replaceFirst(".*/", ""),
                    texts.everywhere(Message.of("registers.xlsform.field.geometry")),
                    Localized.of("", ""),
                    List.of());
        }
        var workbook = new Workbook(out, "Phatthana", "1.0");
        workbook.setGlobalDefaultFont("Tahoma", 11);
        var head = new ArrayList<>(List.of("type", "name"));
        LANGUAGES.forEach(language -> head.add("label::" + language));
        LANGUAGES.forEach(language -> head.add("hint::" + language));
        head.addAll(List.of("required", "constraint", "appearance", "privacy", "relevant", "choice_filter", "default"));
        sheet(workbook, FormFile.SURVEY, head, survey);
        sheet(
                workbook,
                FormFile.CHOICES,
                List.of("list_name", "name", "label::" + LANGUAGES.getFirst(), "label::" + LANGUAGES.getLast(), UNDER),
                lists.values().stream().flatMap(List::stream).toList());
        sheet(
                workbook,
                FormFile.SETTINGS,
                List.of("form_title", "form_id", "default_language", "instance_name"),
                List.of(List.of(
                        register.title().thai(),
                        register.form().orElse(register.code()),
                        LANGUAGES.getFirst(),
                        "${" + register.nameField() + "}")));
        workbook.finish();
    }

    private boolean isSubmission(Field field) {
        return register.form().isPresent() && register.codeField().equals(Optional.of(field.code()));
    }

    private void question(Field field) {
        var type = switch (field.type()) {
            case TEXT, LINK, PLACE -> "text";
            case NUMBER -> "decimal";
            case INTEGER -> "integer";
            case DATE, YEAR -> "date";
            case YES_NO -> "select_one " + yesNo();
            case CODE -> "select_one " + list(field.codes().orElseThrow());
            case CODES -> "select_multiple " + list(field.codes().orElseThrow());
        };
        add(
                type,
                field.code(),
                field.label(),
                field.hint(),
                List.of(
                        field.required() ? "yes" : "",
                        constraint(field),
                        field.type() == FieldType.YEAR ? "year" : "",
                        FieldDrawing.word(field.privacy()),
                        field.onlyIf()
                                .map(condition -> new RelevantWriting(register).of(condition))
                                .orElse(""),
                        field.under()
                                .map(above -> UNDER + " = ${" + above + "}")
                                .orElse(""),
                        preset(field)));
    }

    private static String preset(Field field) {
        var preset = field.preset().orElse("");
        if (preset.equals(Preset.TODAY) && (field.type() == FieldType.DATE || field.type() == FieldType.YEAR)) {
            return "today()";
        }
        return switch (field.type()) {
            case YEAR -> preset.isEmpty() ? "" : preset + "-01-01";
            case YES_NO -> preset.isEmpty() ? "" : preset.equals("true") ? "yes" : "no";
            case CODES -> preset.replace(", ", " ");
            default -> preset;
        };
    }

    private void add(String type, String name, Localized label, Localized hint, List<String> rest) {
        var row = new ArrayList<>(List.of(type, name));
        for (var text : List.of(label, hint)) {
            row.add(text.thai());
            row.add(text.in(Language.ENGLISH));
        }
        row.addAll(rest);
        survey.add(row);
    }

    private static String constraint(Field field) {
        var parts = new ArrayList<String>();
        if (field.type().isNumeric()) {
            field.least().ifPresent(least -> parts.add(". >= " + least.toPlainString()));
            field.most().ifPresent(most -> parts.add(". <= " + most.toPlainString()));
        }
        field.pattern()
                .map(pattern -> pattern.contains("'") ? "\"" + pattern + "\"" : "'" + pattern + "'")
                .ifPresent(pattern -> parts.add("regex(., " + pattern + ")"));
        return String.join(" and ", parts);
    }

    private String yesNo() {
        lists.computeIfAbsent(
                YES_NO,
                _ -> List.of(
                        choice(YES_NO, "yes", texts.everywhere(Message.of("registers.yes"))),
                        choice(YES_NO, "no", texts.everywhere(Message.of("registers.no")))));
        return YES_NO;
    }

    private String list(CodeList list) {
        lists.computeIfAbsent(
                list.code(),
                code -> list.values().stream()
                        .map(value -> Stream.concat(
                                        choice(code, value.code(), value.label()).stream(), value.under().stream())
                                .toList())
                        .toList());
        return list.code();
    }

    private static List<String> choice(String list, String name, Localized label) {
        return List.of(list, name, label.thai(), label.in(Language.ENGLISH));
    }

    private static void sheet(Workbook workbook, String name, List<String> head, List<List<String>> rows) {
        var sheet = workbook.newWorksheet(name);
        for (var column = 0; column < head.size(); column++) {
            sheet.value(0, column, head.get(column));
            sheet.style(0, column).bold().fillColor("ECE6F5").set();
            sheet.width(column, column == 0 ? 24 : 28);
        }
        for (var row = 0; row < rows.size(); row++) {
            for (var column = 0; column < rows.get(row).size(); column++) {
                var text = rows.get(row).get(column);
                if (!text.isEmpty()) {
                    sheet.value(row + 1, column, text);
                }
            }
        }
        sheet.freezePane(0, 1);
    }
}
