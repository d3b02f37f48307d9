package org.phatthana.registers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.exchange.Imports;
import org.phatthana.values.PlaceCode;

/// Who hands in files of figures.
///
/// @param folder for the files
record FigureOffice(
        Path folder, Imports imports, EntryRecording entries, Registers registers, Observations observations) {

    static final EntryRecording.By BY = new EntryRecording.By(new UUID(0, 7), "officer");
    static final String MIDDLE = "910102";

    /// The id of a new well.
    String well(String name, String number) {
        return well(name, number, MIDDLE);
    }

    String well(String name, String number, String place) {
        var wells = registers.find("wells").orElseThrow();
        var draft = EntryDraft.of(Map.of("name", name, "number", number), LocalDate.of(1960, 1, 1))
                .in(new PlaceCode(place));
        return ((RecordingOutcome.Recorded) entries.record(wells, List.of(draft), BY))
                .entries()
                .getFirst()
                .id();
    }

    Optional<Observation> standing(String series, String subject, int year, int month, int day) {
        return observations.standing(series, subject, LocalDate.of(year, month, day));
    }

    String value(String series, String subject, int year, int month, int day) {
        return standing(series, subject, year, month, day).orElseThrow().value().toPlainString();
    }

    ImportOutcome csv(String name, String content, String... options) throws IOException {
        var file = Files.writeString(folder.resolve("given.csv"), content);
        return imports.take(
                        "observations",
                        given(file, name, options.length == 0 ? Map.of() : Map.of(options[0], options[1])))
                .orElseThrow();
    }

    ImportOutcome xlsx(String name, Consumer<Worksheet> writer) throws IOException {
        var file = folder.resolve("given.xlsx");
        try (var out = Files.newOutputStream(file)) {
            var workbook = new Workbook(out, "Office", "1.0");
            writer.accept(workbook.newWorksheet("Sheet1"));
            workbook.finish();
        }
        return imports.take("observations", given(file, name, Map.of())).orElseThrow();
    }

    static void write(Worksheet sheet, int row, Object... cells) {
        for (var column = 0; column < cells.length; column++) {
            switch (cells[column]) {
                case String text -> sheet.value(row, column, text);
                case Number number -> sheet.value(row, column, number);
                default -> throw new IllegalArgumentException();
            }
        }
    }

    static ImportFile given(Path path, String name, Map<String, String> options) {
        return new ImportFile(path, name, options, "officer");
    }
}
