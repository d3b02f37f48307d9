package org.phatthana.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.phatthana.budget.reading.TemplateFile;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.Downloads;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.exchange.Imports;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Language;
import org.phatthana.values.Money;
import org.phatthana.web.Texts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@SpringBootTest
@AutoConfigureMockMvc
class OrdinanceImportTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PHITSANULOK = "2566_pao-พิษณุโลก.json";

    @TempDir
    Path folder;

    @Autowired
    Imports imports;

    @Autowired
    Ordinances ordinances;

    @Autowired
    PublicLog log;

    @Autowired
    Downloads downloads;

    @Autowired
    Texts texts;

    @Test
    void everyRealOrdinanceIsTakenInToTheBaht() {
        var files = SharedOrdinances.files();
        assumeTrue(!files.isEmpty(), "skipped: there are no ordinances beside the project");
        assertThat(files).hasSize(22);
        for (var file : files) {
            var outcome = take(file, file.getFileName().toString(), Map.of());
            assertThat(outcome).as(file.toString()).isInstanceOf(ImportOutcome.Stored.class);
            var json = JSON.readTree(file.toFile());
            var stored = (ImportOutcome.Stored) outcome;
            assertThat(stored.sums())
                    .containsEntry("total", Money.ofBaht(json.path("total").asLong()));
            assertThat(stored.counts())
                    .containsEntry("lines", (long) json.path("tasks").size());
            var income = json.path("pao")
                    .path("incomes")
                    .valueStream()
                    .mapToLong(kind -> kind.path("total").asLong())
                    .sum();
            assertThat(stored.sums().getOrDefault("income", Money.ZERO)).isEqualTo(Money.ofBaht(income));
        }
        assertThat(ordinances.all(new FiscalYear(2566))).hasSize(11);
        assertThat(ordinances
                        .all(new FiscalYear(2566))
                        .getFirst()
                        .ordinance()
                        .body()
                        .id())
                .isEqualTo("pao-65");
        assertThat(ordinances
                        .all(new FiscalYear(2566))
                        .getLast()
                        .ordinance()
                        .body()
                        .isNationWide())
                .isTrue();
    }

    @Test
    void theOrdinanceOfThePackIsThatOfTheSharedFile() {
        var entries = log.size();
        for (var year : List.of(2565, 2566)) {
            var name = year + "_pao-พิษณุโลก.json";
            var stored = (ImportOutcome.Stored) take(SharedOrdinances.file(name), name, Map.of());
            assertThat(stored.notes()).extracting(note -> note.message().key()).contains("budget.import.already-there");
        }
        assertThat(log.size()).isEqualTo(entries);
    }

    @Test
    void noFigureCanBeAlteredUnseen() throws IOException {
        var seed = Long.getLong("seed", 20_261_124L);
        var random = new Random(seed);
        for (var file : List.of(PHITSANULOK, "2565_pao-พิษณุโลก.json", "2566_nation-wide.json")) {
            var text = SharedOrdinances.text(file);
            var numbers =
                    Pattern.compile("\"total\": (\\d+)").matcher(text).results().toList();
            var before = log.size();
            for (var number : numbers) {
                var figure = Long.parseLong(number.group(1));
                var change = random.nextBoolean() ? 1 : 1 + random.nextInt(1_000_000);
                var altered = random.nextBoolean() || figure < change ? figure + change : figure - change;
                var changed = text.substring(0, number.start(1)) + altered + text.substring(number.end(1));
                var errors = refused(write("altered.json", changed), file, Map.of());
                assertThat(errors)
                        .as("seed %d, %s: %d became %d", seed, file, figure, altered)
                        .isNotEmpty()
                        .allMatch(error -> error.message().key().startsWith("budget.import.differs."))
                        .allMatch(error -> !error.column().isEmpty());
            }
            assertThat(log.size()).isEqualTo(before);
        }
    }

    @Test
    void aRefusalNamesThePartBothFiguresAndTheDifference() throws IOException {
        var altered = SharedOrdinances.text(PHITSANULOK).replaceFirst("123791720", "123791719");
        var errors = refused(write("altered.json", altered), PHITSANULOK, Map.of());
        assertThat(errors.stream().map(error -> texts.text(Language.ENGLISH, error.message())))
                .contains("The tasks of the programme “การศึกษา” do not add up to it: 123,791,719 baht stated,"
                        + " 123,791,720 baht summed, difference 1 baht");
        assertThat(errors).extracting(CellNote::column).contains("groupedByArea[1].plans[0].total");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        not json                    | budget.import.heading-missing
        {"total": 1                 | budget.import.not-json
        [1]                         | budget.import.not-an-ordinance
        {}                          | budget.import.field-missing
        {"total": 1, "total": 2}    | budget.import.not-json
        {"total": -1, "groupedByArea": [], "groupedByType": []} | budget.import.amount-negative
        {"total": 1.005, "groupedByArea": [], "groupedByType": []} | budget.import.amount-fraction
        {"total": 1e400, "groupedByArea": [], "groupedByType": []} | budget.import.amount-too-large
        {"total": "many", "groupedByArea": [], "groupedByType": []} | budget.import.amount-unreadable
        {"total": true, "groupedByArea": [], "groupedByType": []} | budget.import.amount-unreadable
        {"total": 1, "groupedByArea": {}, "groupedByType": []} | budget.import.not-a-list
        {"total": 1, "groupedByArea": [3], "groupedByType": []} | budget.import.not-an-object
        {"total": 1, "groupedByArea": [], "groupedByType": [{"type": 5, "total": 1}]} | budget.import.not-text
        {"a":[[[[[[[[[[[[[[1]]]]]]]]]]]]]]} | budget.import.not-json
        """)
    void whatIsNoOrdinanceIsRefusedWithItsReason(String text, String key) throws IOException {
        var errors = refused(write("bad.json", text), "2570_pao-น่าน.json", Map.of());
        assertThat(errors).extracting(error -> error.message().key()).contains(key);
    }

    @Test
    void emptyWronglyEncodedAndBinaryFilesAreRefused() throws IOException {
        assertThat(keys(refused(bytes("e.json", new byte[0]), "2570_pao-น่าน.json", Map.of())))
                .containsExactly("budget.import.empty-file");
        var thai = "ส่วน,ด้าน,แผนงาน".getBytes(Charset.forName("x-windows-874"));
        assertThat(keys(refused(bytes("w.csv", thai), "2570_pao-น่าน.csv", Map.of())))
                .containsExactly("budget.import.wrong-encoding");
        assertThat(keys(refused(bytes("b.bin", new byte[] {0, 1, 2, 0}), "2570_pao-น่าน.csv", Map.of())))
                .containsExactly("budget.import.not-text-file");
        assertThat(keys(refused(bytes("l.json", " ".repeat(5 << 20).getBytes(StandardCharsets.UTF_8)), "x", Map.of())))
                .containsExactly("budget.import.too-large");
        assertThat(keys(refused(bytes("z.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0}), "x", Map.of())))
                .allMatch(key -> key.startsWith("exchange.workbook."));
    }

    @Test
    void aDuplicateTaskIsRefused() throws IOException {
        var root = (ObjectNode) JSON.readTree(SharedOrdinances.text(PHITSANULOK));
        JsonNode first = root.path("tasks").get(0);
        root.withArray("tasks").add(first.deepCopy());
        var errors = refused(write("twice.json", root.toString()), PHITSANULOK, Map.of());
        assertThat(keys(errors)).containsExactly("budget.import.duplicate");
        assertThat(errors.getFirst().column()).isEqualTo("tasks[47]");
    }

    @Test
    void anUnknownProgrammeIsTakenAndTold() throws IOException {
        var text = SharedOrdinances.text("2566_pao-น่าน.json").replace("\"การเกษตร\"", "\"อวกาศ\"");
        var stored = (ImportOutcome.Stored) take(write("new.json", text), "2571_pao-น่าน.json", Map.of());
        assertThat(stored.notes()).extracting(note -> note.message().key()).contains("budget.import.unknown-programme");
        assertThat(ordinances
                        .of("pao-55", new FiscalYear(2571))
                        .orElseThrow()
                        .ordinance()
                        .ofProgramme("อวกาศ"))
                .isNotEqualTo(Money.ZERO);
    }

    @Test
    void aChangedOrdinanceSupersedesAndTheOldOneStays() throws IOException {
        var text = SharedOrdinances.text("2566_pao-ยะลา.json");
        take(write("first.json", text), "2572_pao-ยะลา.json", Map.of());
        var entries = log.size();
        var other = SharedOrdinances.text("2565_pao-ยะลา.json");
        var stored = (ImportOutcome.Stored) take(write("second.json", other), "2572_pao-ยะลา.json", Map.of());
        assertThat(stored.counts()).containsEntry("version", 2L);
        assertThat(stored.notes()).extracting(note -> note.message().key()).contains("budget.import.supersedes");
        var versions = ordinances.versions("pao-95", new FiscalYear(2572));
        assertThat(versions)
                .extracting(version -> version.ordinance().total())
                .containsExactly(Money.ofBaht(330_000_000), Money.ofBaht(333_000_000));
        assertThat(log.size()).isEqualTo(entries + 1);
        var entry = log.newest(Long.MAX_VALUE, 1).getFirst();
        assertThat(entry.kind()).isEqualTo("budget.ordinance-imported");
        assertThat(entry.subject()).isEqualTo("/budget/2572?organization=pao-95");
        assertThat(entry.canonical()).contains("\"total\":\"330000000.00\"", "\"version\":2");
    }

    @Test
    void yearAndOrganizationComeFromOptionsNameOrFile() throws IOException {
        var text = SharedOrdinances.text(PHITSANULOK);
        assertThat(keys(refused(write("a.json", text), "upload.json", Map.of())))
                .containsExactly("budget.import.year-missing");
        assertThat(keys(refused(write("b.json", text), "upload.json", Map.of("year", "66"))))
                .containsExactly("budget.import.year-unreadable");
        assertThat(keys(refused(write("c.json", text), "2566_pao-น่าน.json", Map.of())))
                .containsExactly("budget.import.organization-differs");
        var nan = write("d.json", SharedOrdinances.text("2566_pao-น่าน.json"));
        var options = Map.of("year", "๒๕๗๓", "organization", "อบจ.น่าน", "people", "475,875");
        var stored = (ImportOutcome.Stored) take(nan, "upload.json", options);
        assertThat(stored.subject()).isEqualTo("/budget/2573?organization=pao-55");
        var ordinance =
                ordinances.of("pao-55", new FiscalYear(2573)).orElseThrow().ordinance();
        assertThat(ordinance.perHead()).contains(new Money(86_056));
    }

    @ParameterizedTest
    @CsvSource({"csv", "xlsx"})
    void aTemplateBringsBackTheSameOrdinance(String format) throws IOException {
        for (var year : List.of(2565, 2566)) {
            var ordinance = ordinances.of(new FiscalYear(year)).orElseThrow().ordinance();
            var out = new ByteArrayOutputStream();
            downloads.of(format, TemplateFile.of(ordinance), Language.THAI).writeTo(out);
            var stored = (ImportOutcome.Stored)
                    take(bytes("t." + format, out.toByteArray()), year + "_pao-พิษณุโลก." + format, Map.of());
            assertThat(stored.notes())
                    .extracting(note -> note.message().key())
                    .containsExactly("budget.import.already-there");
        }
    }

    @ParameterizedTest
    @CsvSource({"csv", "xlsx"})
    void theEmptyTemplateIsRefusedAsEmpty(String format) throws IOException {
        var out = new ByteArrayOutputStream();
        downloads
                .of(format, TemplateFile.empty(Language.ENGLISH), Language.ENGLISH)
                .writeTo(out);
        assertThat(keys(refused(bytes("t." + format, out.toByteArray()), "2570_pao-น่าน." + format, Map.of())))
                .containsExactly("budget.import.no-lines", "budget.import.total-missing");
    }

    @Test
    void aTableIsReadInAnyOrderOfColumnsWithThaiDigitsAndPadding() throws IOException {
        var csv = """
            งาน;จำนวนเงิน (บาท);ส่วน;งบ;แผนงาน;ด้าน;หมายเหตุ
            ;" ๑,๕๐๐.๕๐ ";รวม;;;;
            ก่อสร้าง;1,000.50;รายจ่าย;งบลงทุน;แผนงานอุตสาหกรรมและการโยธา;การเศรษฐกิจ;x
            # ไม่อ่าน;;;;;;
             ก่อสร้าง ;๕๐๐ บาท;รายจ่าย;งบดำเนินงาน;อุตสาหกรรมและการโยธา ;ด้านการเศรษฐกิจ;
            เทศกิจ;" - ";รายจ่าย;งบดำเนินงาน;การรักษาความสงบภายใน;ด้านบริหารทั่วไป;
            """;
        var stored = (ImportOutcome.Stored) take(write("t.csv", csv), "2574 อบจ.น่าน.csv", Map.of());
        assertThat(stored.sums()).containsEntry("total", new Money(150_050));
        assertThat(stored.counts()).containsEntry("lines", 3L).containsEntry("areas", 2L);
        assertThat(stored.notes())
                .extracting(note ->
                        note.row() + note.column() + " " + note.message().key())
                .containsExactly("1G budget.import.unknown-column", "6B budget.import.amount-nothing");
    }

    @Test
    void aTableThatDoesNotAddUpNamesItsRow() throws IOException {
        var csv = """
            section,area,programme,task,expenditure_type,amount_baht
            total,,,,,100
            total,ด้านการเศรษฐกิจ,,,,90
            expenditure,ด้านการเศรษฐกิจ,การเกษตร,ส่งเสริมการเกษตร,งบลงทุน,100
            """;
        var errors = refused(write("t.csv", csv), "2574_pao-ตาก.csv", Map.of());
        assertThat(errors)
                .extracting(error ->
                        error.row() + error.column() + " " + error.message().key())
                .containsExactly("2F budget.import.differs.areas", "3F budget.import.differs.area");
    }

    private ImportOutcome take(Path path, String name, Map<String, String> options) {
        return imports.take("ordinance", new ImportFile(path, name, options, "budget-officer"))
                .orElseThrow();
    }

    private List<CellNote> refused(Path path, String name, Map<String, String> options) {
        var outcome = take(path, name, options);
        assertThat(outcome).isInstanceOf(ImportOutcome.Refused.class);
        var errors = ((ImportOutcome.Refused) outcome).errors();
        errors.forEach(
                error -> assertThat(texts.text(Language.THAI, error.message())).isNotBlank());
        return errors;
    }

    private static List<String> keys(List<CellNote> errors) {
        return errors.stream().map(error -> error.message().key()).toList();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path bytes(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }
}
