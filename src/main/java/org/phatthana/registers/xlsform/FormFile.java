package org.phatthana.registers.xlsform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.SheetReader;
import org.phatthana.exchange.SheetRow;
import org.phatthana.exchange.Workbook;
import org.phatthana.exchange.WorkbookLimits;
import org.phatthana.values.Message;

/// The sheets of a form's workbook by their names.
final class FormFile {

    static final String SURVEY = "survey";
    static final String CHOICES = "choices";
    static final String SETTINGS = "settings";

    private static final long MEBIBYTE = 1024 * 1024;
    private static final WorkbookLimits LIMITS = new WorkbookLimits(4 * MEBIBYTE, 32 * MEBIBYTE, 10_000, 150, 30);

    private final Map<String, FormSheet> sheets = new LinkedHashMap<>();
    private final List<CellNote> errors = new ArrayList<>();

    FormFile(Path path) {
        try {
            Workbook.read(path, LIMITS, new Reader()).ifPresent(errors::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!errors.isEmpty()) {
            return;
        }
        sheets.values().forEach(sheet -> errors.addAll(sheet.errors()));
        if (survey().isEmpty()) {
            var names = String.join(
                    ", ", sheets.values().stream().map(FormSheet::name).toList());
            errors.add(CellNote.ofFile(Message.of("registers.xlsform.wrong.no-survey", names)));
            return;
        }
        for (var heading : List.of("type", "name")) {
            need(survey().get(), heading);
        }
        if (survey().get().rows().isEmpty()) {
            errors.add(survey().get().note("", Message.of("registers.xlsform.wrong.empty")));
        }
        choices().filter(sheet -> !sheet.rows().isEmpty()).ifPresent(sheet -> {
            need(sheet, "list_name");
            need(sheet, "name");
        });
    }

    private void need(FormSheet sheet, String heading) {
        if (!sheet.has(heading)) {
            errors.add(sheet.note(heading, Message.of("registers.xlsform.wrong.no-heading", sheet.name(), heading)));
        }
    }

    private final class Reader implements SheetReader {

        private FormSheet sheet = new FormSheet("");

        @Override
        public void sheet(int index, String name, boolean hidden) {
            sheet = new FormSheet(name);
            sheets.putIfAbsent(name.strip().toLowerCase(Locale.ROOT), sheet);
        }

        @Override
        public void row(SheetRow row) {
            sheet.add(row);
        }
    }

    /// What stands against the file as a whole; then nothing else of it is looked at.
    List<CellNote> errors() {
        return errors;
    }

    Optional<FormSheet> survey() {
        return Optional.ofNullable(sheets.get(SURVEY));
    }

    Optional<FormSheet> choices() {
        return Optional.ofNullable(sheets.get(CHOICES));
    }

    /// What the form says of itself; empty where it says nothing of it.
    String setting(String name) {
        return settings().map(row -> row.line(name)).orElse("");
    }

    Optional<FormSheet.Row> settings() {
        return Optional.ofNullable(sheets.get(SETTINGS))
                .flatMap(sheet -> sheet.rows().stream().findFirst());
    }

    /// The sheets that no form has, and of which nothing is read.
    List<FormSheet> others() {
        return sheets.entrySet().stream()
                .filter(sheet -> !List.of(SURVEY, CHOICES, SETTINGS).contains(sheet.getKey()))
                .map(Map.Entry::getValue)
                .filter(sheet -> !sheet.rows().isEmpty())
                .toList();
    }
}
