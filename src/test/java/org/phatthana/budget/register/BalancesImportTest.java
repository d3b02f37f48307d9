package org.phatthana.budget.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.phatthana.testing.Outcomes.keys;
import static org.phatthana.testing.Outcomes.refused;
import static org.phatthana.testing.Outcomes.stored;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.phatthana.budget.Balances;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.Ledger;
import org.phatthana.budget.SmallBooks;
import org.phatthana.budget.Stage;
import org.phatthana.budget.TransactionKind;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.Downloads;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.exchange.Imports;
import org.phatthana.exchange.TableFiles;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Language;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;
import org.phatthana.values.PublicIds;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/// Registers of other systems are taken over into the books, and our books go out as registers.
@SpringBootTest
@AutoConfigureMockMvc
class BalancesImportTest {

    private static final String HEADS =
            "ด้าน,แผนงาน,งาน,งบ,หมวด,ประเภท,รายการ,งบประมาณอนุมัติ,โอนเพิ่ม,โอนลด,ผูกพัน,เบิกจ่ายแล้ว,คงเหลือ\n";
    private static final String ROAD =
            "ด้านการเศรษฐกิจ,แผนงานอุตสาหกรรมและการโยธา,งานก่อสร้าง,งบลงทุน,ค่าที่ดินและสิ่งก่อสร้าง,อาคาร,ถนนสาย 1,";
    private static final String DESK =
            "ด้านบริหารทั่วไป,แผนงานบริหารงานทั่วไป,งานบริหารทั่วไป,งบลงทุน,ค่าครุภัณฑ์,ครุภัณฑ์สำนักงาน,โต๊ะ,";

    @TempDir
    Path folder;

    @Autowired
    Imports imports;

    @Autowired
    Ledger ledger;

    @Autowired
    PublicIds ids;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Downloads downloads;

    @Autowired
    TableFiles tables;

    @Autowired
    PublicLog log;

    @Test
    void linesAreOpenedAndBroughtToWhatTheRegisterSays() throws IOException {
        var year = new FiscalYear(2601);
        var file = csv(HEADS + ROAD + "\"1,000.50\",200,-,300,400.25,500.25\n" + DESK + "500,,200,,100,200\n");
        var before = log.size();
        var tried = stored(imports.attempt("balances", given(file, year)).orElseThrow());
        assertThat(tried.counts()).containsEntry("opened", 2L).containsEntry("changed", 2L);
        assertThat(log.size()).as("a trial stores nothing").isEqualTo(before);
        assertThat(ledger.lines(year)).isEmpty();
        assertThat(tried.changes()).anySatisfy(change -> {
            assertThat(change.about()).isEqualTo(Localized.thai("ถนนสาย 1"));
            assertThat(change.field()).isEqualTo("disbursed");
            assertThat(change.before()).isEqualTo(Money.ZERO);
            assertThat(change.after()).isEqualTo(new Money(40_025));
            assertThat(change.row()).isEqualTo(2);
        });

        var stored = stored(take(file, year));
        assertThat(stored.sums())
                .containsEntry("authorised", new Money(150_050))
                .containsEntry("disbursed", new Money(50_025))
                .containsEntry("left", new Money(70_025));
        var road = line(year, "ถนนสาย 1");
        assertThat(road.appropriated()).isEqualTo(new Money(100_050));
        assertThat(road.transferred()).isEqualTo(Money.ofBaht(200));
        assertThat(road.committed()).isEqualTo(Money.ofBaht(300));
        assertThat(road.disbursed()).isEqualTo(new Money(40_025));
        assertThat(road.left()).isEqualTo(new Money(50_025));
        assertThat(line(year, "โต๊ะ").transferred()).isEqualTo(Money.ofBaht(-200));
        assertThat(log.at(log.size() - 1).orElseThrow().kind()).isEqualTo("budget.balances-taken");
    }

    @Test
    void theSameFileTwiceChangesNothingHoweverTheBooksHaveMoved() throws IOException {
        var year = new FiscalYear(2602);
        var file = csv(HEADS + ROAD + "1000,,,,400,600\n");
        take(file, year);
        var size = log.size();
        assertThat(stored(take(file, year)).counts()).containsEntry("changed", 0L);
        assertThat(log.size()).isEqualTo(size);
        var later = csv(HEADS + ROAD + "1000,,,100,500,400\n");
        assertThat(stored(take(later, year)).counts()).containsEntry("changed", 1L);
        size = log.size();
        assertThat(stored(take(file, year)).notes())
                .extracting(note -> note.message().key())
                .containsExactly("budget.balances.taken-before");
        assertThat(log.size()).as("an older file does not undo what came later").isEqualTo(size);
        assertThat(line(year, "ถนนสาย 1").disbursed()).isEqualTo(Money.ofBaht(500));
    }

    @Test
    void aLaterRegisterPaysOutOfContractsReleasesAndTakesRefunds() throws IOException {
        var year = new FiscalYear(2603);
        take(csv(HEADS + ROAD + "1000,,,600,100,300\n" + DESK + "500,,,200,300,0\n"), year);
        take(csv(HEADS + ROAD + "1000,,,250,400,350\n" + DESK + "500,,,0,150,350\n"), year);
        var road = line(year, "ถนนสาย 1");
        assertThat(road.committed()).isEqualTo(Money.ofBaht(250));
        assertThat(road.disbursed()).isEqualTo(Money.ofBaht(400));
        assertThat(road.left()).isEqualTo(Money.ofBaht(350));
        var desk = line(year, "โต๊ะ");
        assertThat(desk.committed()).isEqualTo(Money.ZERO);
        assertThat(desk.disbursed()).isEqualTo(Money.ofBaht(150));
        assertThat(desk.left()).isEqualTo(Money.ofBaht(350));
    }

    @Test
    void itemsAreWrittenOutOfWhatTheOrdinanceGaveTheirTask() throws IOException {
        var year = new FiscalYear(2604);
        var books = new SmallBooks(ledger, ids, transaction, year);
        var whole = ids.next();
        transaction.executeWithoutResult(_ -> {
            ledger.open(year, false, "budget-officer");
            ledger.open(new BookLine(
                    whole,
                    year,
                    "ด้านการเศรษฐกิจ",
                    "อุตสาหกรรมและการโยธา",
                    "ก่อสร้าง",
                    "งบลงทุน",
                    "",
                    "",
                    "",
                    BookLine.ORDINANCE,
                    "",
                    "",
                    false));
        });
        books.post(books.move(TransactionKind.APPROPRIATION, whole, Stage.APPROPRIATED, Stage.UNALLOTTED, 1_000));
        var stored = stored(take(csv(HEADS + ROAD + "700,,,,400,300\n"), year));
        assertThat(ledger.balances(whole).appropriated()).isEqualTo(Money.ofBaht(300));
        assertThat(line(year, "ถนนสาย 1").appropriated()).isEqualTo(Money.ofBaht(700));
        assertThat(keys(stored.notes())).contains("budget.balances.not-in-file");
        var road = ledger.lines(year).keySet().stream()
                .filter(line -> line.item().equals("ถนนสาย 1"))
                .findFirst()
                .orElseThrow();
        assertThat(road.task()).as("spelt as our books spell it").isEqualTo("ก่อสร้าง");
        stored(take(csv(HEADS + ROAD + "1500,,,,400,1100\n"), year));
        assertThat(ledger.balances(whole).appropriated()).isEqualTo(Money.ZERO);
        assertThat(line(year, "ถนนสาย 1").appropriated()).isEqualTo(Money.ofBaht(1_500));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        left does not add up         | 1000,,,300,400,301  | left-differs | left | M2
        a negative amount            | -5,,,,,-5           | amount-negative | appropriated | H2
        letters                      | พันบาท,,,,,0        | amount-unreadable | appropriated | H2
        parts of a satang            | 1.005,,,,,1.005     | amount-fraction | appropriated | H2
        more used than there was     | 100,,,,200,-100     | left-negative | left | M2
        transfers from nowhere       | 100,50,,,,150       | transfers-unbalanced | transferred | 0
        """)
    void whatDoesNotAddUpIsRefusedAtItsPlace(String why, String amounts, String key, String field, String place)
            throws IOException {
        var year = new FiscalYear(2605);
        var size = log.size();
        var errors = refused(take(csv(HEADS + ROAD + amounts + "\n"), year));
        assertThat(errors).as(why).anySatisfy(error -> {
            assertThat(error.message().key()).isEqualTo("budget.balances." + key);
            assertThat(error.field()).isEqualTo(field);
            assertThat(error.column() + error.row()).isEqualTo(place);
        });
        assertThat(log.size()).isEqualTo(size);
        assertThat(ledger.lines(year)).isEmpty();
    }

    @Test
    void whatTheCouncilGaveIsNotLoweredAndYearsAreNotCrossed() throws IOException {
        var year = new FiscalYear(2606);
        take(csv(HEADS + ROAD + "1000,,,,0,1000\n"), year);
        assertThat(keys(refused(take(csv(HEADS + ROAD + "900,,,,0,900\n"), year))))
                .containsExactly("budget.balances.cannot-lower");
        var carried = HEADS.replace("คงเหลือ", "เงินกันรับมา,คงเหลือ");
        assertThat(keys(refused(take(csv(carried + ROAD + "1000,,,,0,50,1050\n"), year))))
                .containsExactly("budget.balances.year-end-only");
    }

    @Test
    void aTotalThatIsNotTheSumIsRefused() throws IOException {
        var errors = refused(
                take(csv(HEADS + ROAD + "1000,,,,0,1000\n,,,,,,รวมทั้งสิ้น,1001,,,,0,1000\n"), new FiscalYear(2607)));
        assertThat(errors).extracting(CellNote::row).containsExactly(3);
        assertThat(keys(errors)).containsExactly("budget.balances.total-differs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-windows-874", "UTF-8", "UTF-16LE"})
    void aCsvIsReadInWhateverEncodingTheOfficeWrites(String charset) throws IOException {
        var year = new FiscalYear(2608);
        var text = "ทะเบียนคุม;;\n" + HEADS.replace(',', ';') + ROAD.replace(',', ';')
                + "1.000;;;;;1000\n".replace("1.000", "1000");
        var mark = charset.equals("UTF-16LE") ? "\uFEFF" : "";
        var file = folder.resolve(UUID.randomUUID() + ".csv");
        Files.write(file, (mark + text).getBytes(Charset.forName(charset)));
        assertThat(stored(imports.attempt("balances", given(file, year)).orElseThrow())
                        .sums())
                .containsEntry("left", Money.ofBaht(1_000));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatGoesOutAndComesInAgainIsTheSame(long seed) throws IOException {
        var random = new Random(seed);
        var year = new FiscalYear(2610 + (int) seed);
        var books = new SmallBooks(ledger, ids, transaction, year);
        var lines = List.of(books.line(900), books.line(700), books.line(1_100), books.line());
        for (var i = 0; i < 120; i++) {
            books.post(books.someMove(random, lines));
        }
        var size = log.size();
        for (var format : List.of("csv", "xlsx")) {
            var again = stored(take(written(year, format), year));
            assertThat(again.changes()).as("seed %d, %s", seed, format).isEmpty();
            assertThat(again.counts()).containsEntry("opened", 0L).containsEntry("transactions", 0L);
        }
        assertThat(log.size()).isEqualTo(size);

        var empty = new FiscalYear(2630 + (int) seed);
        var moved = Files.writeString(
                folder.resolve("moved.csv"), Files.readString(written(year, "csv")), StandardCharsets.UTF_8);
        stored(take(moved, empty));
        assertThat(shown(empty)).as("seed %d", seed).isEqualTo(shown(year));
    }

    private Map<String, List<Money>> shown(FiscalYear year) {
        var shown = new HashMap<String, List<Money>>();
        ledger.lines(year)
                .forEach((line, balances) -> shown.put(
                        line.item(),
                        List.of(
                                balances.appropriated(),
                                balances.transferred(),
                                balances.reserved(),
                                balances.committed(),
                                balances.disbursed(),
                                balances.left())));
        return shown;
    }

    private Path written(FiscalYear year, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        downloads
                .of(format, RegisterFile.of(tables, year, ledger.lines(year), source -> source), Language.THAI)
                .writeTo(out);
        return Files.write(folder.resolve(UUID.randomUUID() + "." + format), out.toByteArray());
    }

    private Path csv(String text) throws IOException {
        return Files.writeString(folder.resolve(UUID.randomUUID() + ".csv"), text);
    }

    private ImportFile given(Path file, FiscalYear year) {
        return new ImportFile(file, file.getFileName().toString(), Map.of("year", year.toString()), "budget-officer");
    }

    private ImportOutcome take(Path file, FiscalYear year) {
        return imports.take("balances", given(file, year)).orElseThrow();
    }

    private Balances line(FiscalYear year, String item) {
        return ledger.balances(only(year, item).id());
    }

    private BookLine only(FiscalYear year, String item) {
        return ledger.lines(year).keySet().stream()
                .filter(line -> line.item().equals(item))
                .findFirst()
                .orElseThrow();
    }
}
