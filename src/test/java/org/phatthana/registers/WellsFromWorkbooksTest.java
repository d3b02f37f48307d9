package org.phatthana.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.phatthana.testing.Outcomes.keys;
import static org.phatthana.testing.Outcomes.refused;
import static org.phatthana.testing.Outcomes.stored;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.exchange.Imports;
import org.phatthana.testing.RawWorkbook;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Wells come in from workbooks, where days are numbers.
@SpringBootTest(properties = "phatthana.pack=tiny")
@AutoConfigureMockMvc
class WellsFromWorkbooksTest {

    private static final Object[] HEAD = {"name", "number", "lat", "lon", "inspected", "holds_from"};

    /// 15 January 2024, as workbooks count days, and the same in the year 2567 of the common era.
    private static final int DAY = 45306;

    private static final int WRONG_ERA = 243633;

    @TempDir
    Path folder;

    @Autowired
    Imports imports;

    @Autowired
    Registers registers;

    @Autowired
    Entries entries;

    @Autowired
    MockMvcTester program;

    @Test
    void daysThatAWorkbookKeepsAsNumbersAreDays() {
        var outcome = stored(take(HEAD, new Object[] {"บ่อวันที่", "D-1", 6.05, 99.05, DAY, DAY}, new Object[] {
            "บ่อต่างศักราช", "D-2", 6.05, 99.05, WRONG_ERA, DAY
        }));
        assertThat(keys(outcome.notes())).containsExactly("registers.period.read");
        for (var number : new String[] {"D-1", "D-2"}) {
            assertThat(entries.byCode(wells(), number)).hasValueSatisfying(well -> {
                assertThat(well.values()).containsEntry("inspected", LocalDate.of(2024, 1, 15));
                assertThat(well.holdsFrom()).isEqualTo(LocalDate.of(2024, 1, 15));
            });
        }
    }

    @Test
    void aWorkbookThatWentOutComesInAgainAndChangesNothing() throws Exception {
        stored(take(HEAD, new Object[] {"บ่อไปกลับ", "D-3", 6.05, 99.05, DAY, DAY}));
        var there = new ArrayList<Entry>();
        entries.each(wells(), there::add);
        var answer = program.get().uri("/registers/wells/entries.xlsx").exchange();
        var file = Files.write(folder.resolve("out.xlsx"), answer.getResponse().getContentAsByteArray());
        var outcome = stored(imports.take("register-wells", given(file)).orElseThrow());
        assertThat(outcome.counts())
                .containsEntry("added", 0L)
                .containsEntry("changed", 0L)
                .containsEntry("unchanged", (long) there.size());
    }

    @Test
    void aNumberThatIsNoDayIsRefused() {
        assertThat(keys(refused(take(HEAD, new Object[] {"บ่อเลข", "D-4", 6.05, 99.05, 2567, DAY}))))
                .containsExactly("registers.read.no-date");
    }

    @Test
    void cellsInErrorAreToldAndNeverKeptAsText() {
        assertThat(keys(refused(take(HEAD, new Object[] {"=A1→#REF!", "D-5", 6.05, 99.05, DAY, DAY}))))
                .contains("registers.read.in-error");
        var outcome = stored(take(HEAD, new Object[] {"บ่อสูตร", "D-6", 6.05, 99.05, "=B1", DAY}));
        assertThat(keys(outcome.notes())).containsExactly("registers.read.uncomputed");
    }

    @Test
    void aNameThatASpreadsheetWouldRunComesBackAsItWas() throws Exception {
        stored(take(HEAD, new Object[] {"'=1+1", "D-9", 6.05, 99.05, DAY, DAY}));
        var answer = program.get().uri("/registers/wells/entries.csv").exchange();
        var file = Files.write(folder.resolve("out.csv"), answer.getResponse().getContentAsByteArray());
        assertThat(Files.readString(file)).contains("'=1+1");
        var outcome = stored(imports.take("register-wells", given(file)).orElseThrow());
        assertThat(outcome.counts()).containsEntry("changed", 0L);
        assertThat(entries.byCode(wells(), "D-9").flatMap(well -> well.text("name")))
                .contains("=1+1");
    }

    private Register wells() {
        return registers.find("wells").orElseThrow();
    }

    private ImportOutcome take(Object[]... rows) {
        var file = new RawWorkbook().sheet("บ่อ", rows).writeTo(folder.resolve("wells.xlsx"));
        return imports.take("register-wells", given(file)).orElseThrow();
    }

    private static ImportFile given(Path file) {
        return new ImportFile(file, file.getFileName().toString(), Map.of(), "officer");
    }
}
