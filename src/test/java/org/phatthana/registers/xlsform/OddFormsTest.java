package org.phatthana.registers.xlsform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.phatthana.testing.Outcomes.stored;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.exchange.Imports;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/// Forms with anything in any of their cells are answered.
@SpringBootTest
class OddFormsTest {

    @TempDir
    Path folder;

    @Autowired
    Imports imports;

    @Test
    void noFormHoweverOddIsAnErrorOfTheProgram() throws IOException {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var odd = List.of(
                "",
                "-",
                "ก",
                "${",
                "${name}",
                "9".repeat(2_000),
                ". < " + "9".repeat(2_000),
                "yes",
                "((((",
                "select_one kind",
                "end_group",
                "begin_repeat",
                "x".repeat(30_000),
                "range",
                "_",
                "1e9",
                "or_other");
        for (var round = 0; round < 150; round++) {
            var lines = new ArrayList<>(XlsFormTest.PONDS.lines().toList());
            for (var change = 0; change < 1 + round % 4; change++) {
                var line = random.nextInt(lines.size());
                var cells = new ArrayList<>(List.of(lines.get(line).split("\\|", -1)));
                cells.set(random.nextInt(cells.size()), odd.get(random.nextInt(odd.size())));
                lines.set(line, String.join("|", cells));
            }
            var form = XlsFormTest.form("odd_" + round, String.join("\n", lines), XlsFormTest.LISTS);
            assertThatCode(() -> attempt(form)).as("seed %d: %s", seed, lines).doesNotThrowAnyException();
        }
        stored(attempt(XlsFormTest.form(
                "huge", XlsFormTest.PONDS.replace(". <= 40", ". <= " + "9".repeat(2_000)), XlsFormTest.LISTS)));
    }

    private ImportOutcome attempt(Forms form) throws IOException {
        var file = Files.write(folder.resolve("form.xlsx"), form.bytes());
        return imports.attempt("xlsform", new ImportFile(file, "form.xlsx", Map.of(), "administrator"))
                .orElseThrow();
    }
}
