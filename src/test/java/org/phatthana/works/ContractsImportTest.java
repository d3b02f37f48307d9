package org.phatthana.works;

import static org.assertj.core.api.Assertions.assertThat;
import static org.phatthana.testing.Outcomes.keys;
import static org.phatthana.testing.Outcomes.refused;
import static org.phatthana.testing.Outcomes.stored;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.phatthana.budget.AccountId;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.DocumentReference;
import org.phatthana.budget.Entry;
import org.phatthana.budget.Ledger;
import org.phatthana.budget.Posting;
import org.phatthana.budget.Stage;
import org.phatthana.budget.Transaction;
import org.phatthana.budget.TransactionKind;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.exchange.Imports;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;
import org.phatthana.values.PublicIds;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/// Contracts as e-GP lists them, taken in for works that are open.
@SpringBootTest
@AutoConfigureMockMvc
class ContractsImportTest {

    private static final FiscalYear YEAR = new FiscalYear(2533);
    private static final LocalDate DAY = YEAR.firstDay().plusDays(30);
    private static final UUID OFFICER = new UUID(0, 78);
    private static final String HEADS = """
        รายงานโครงการจัดซื้อจัดจ้าง,,,,,,,,,
        เลขที่โครงการ,ชื่อโครงการ,วิธีการจัดหา,งบประมาณ,ราคากลาง,ชื่อผู้ชนะ,เลขประจำตัวผู้เสียภาษี,เลขที่สัญญา,วันที่ทำสัญญา,ราคาที่ตกลง,วันสิ้นสุดสัญญา,สถานะ
        """;

    @TempDir
    Path folder;

    @Autowired
    Imports imports;

    @Autowired
    MockMvcTester browser;

    @Autowired
    Works works;

    @Autowired
    Recording recording;

    @Autowired
    Ledger ledger;

    @Autowired
    PublicIds ids;

    @Autowired
    PublicLog log;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @AfterEach
    void removePlans() {
        new Bench(jdbc, ledger, ids, transaction).remove();
    }

    @Test
    void whoWasChosenAndWhatWasSignedIsToldWithItsMoneyOnce() throws IOException {
        var egp = egp();
        var work = open("ก่อสร้างถนนสายนำเข้า", egp);
        var file = csv(row(egp, "ชื่ออื่น", "หจก. นำเข้าการโยธา", "11/2533", "\"790,000.50\"", "30/09/2533"));
        var size = log.size();
        assertThat(stored(imports.attempt("contracts", given(file, "")).orElseThrow())
                        .counts())
                .containsEntry("told", 3L);
        assertThat(log.size()).isEqualTo(size);

        var stored = stored(take(file, ""));
        assertThat(stored.counts())
                .containsEntry("matched", 1L)
                .containsEntry("told", 3L)
                .containsEntry("unmatched", 0L);
        assertThat(stored.changes()).anySatisfy(change -> {
            assertThat(change.field()).isEqualTo("price");
            assertThat(change.before()).isEqualTo("");
            assertThat(change.after()).isEqualTo(new Money(79_000_050));
        });
        var now = works.find(work).orElseThrow();
        assertThat(now.state()).isEqualTo(WorkState.WORKING);
        assertThat(now.supplier()).contains("หจก. นำเข้าการโยธา");
        assertThat(now.price()).contains(new Money(79_000_050));
        assertThat(now.ends()).contains(LocalDate.of(1990, 9, 30));
        assertThat(ledger.balances(now.line()).committed()).isEqualTo(new Money(79_000_050));

        size = log.size();
        var again = stored(take(file, ""));
        assertThat(again.changes()).isEmpty();
        assertThat(again.counts()).containsEntry("told", 0L);
        assertThat(log.size()).as("the same contract again changes nothing").isEqualTo(size);

        var other = csv(row(egp, "ชื่ออื่น", "หจก. นำเข้าการโยธา", "11/2533", "700000", "30/09/2533"));
        var differing = stored(take(other, ""));
        assertThat(differing.changes()).singleElement().satisfies(change -> {
            assertThat(change.before()).isEqualTo(new Money(79_000_050));
            assertThat(change.after()).isEqualTo(Money.ofBaht(700_000));
        });
        assertThat(keys(differing.notes())).contains("works.contracts.differs");
        assertThat(log.size()).as("what was signed is not changed by a list").isEqualTo(size);
    }

    @Test
    void aNameAloneIsConfirmedByTheOfficerAndWhatFitsNothingIsReported() throws IOException {
        var name = "ก่อสร้างสะพาน " + ids.next();
        var work = open(name, "");
        var file = csv(row("", "โครงการ" + name, "หจก. ก", "12/2533", "500000", "30/09/2533")
                + row("65017999999", "งานที่ไม่มีในระบบ", "หจก. ข", "13/2533", "1", "30/09/2533"));
        var tried = stored(take(file, ""));
        assertThat(tried.counts())
                .containsEntry("unconfirmed", 1L)
                .containsEntry("unmatched", 1L)
                .containsEntry("told", 0L);
        assertThat(tried.notes())
                .filteredOn(note -> note.message().key().equals("works.contracts.by-name"))
                .extracting(CellNote::row)
                .containsExactly(3);
        assertThat(works.find(work).orElseThrow().state()).isEqualTo(WorkState.PROCURING);
        assertThat(stored(take(file, "๓")).counts()).containsEntry("told", 3L).containsEntry("unmatched", 1L);
        assertThat(works.find(work).orElseThrow().state()).isEqualTo(WorkState.WORKING);
    }

    @Test
    void whatTheRulesOfWorksRefuseIsRefusedAtItsRow() throws IOException {
        var egp = egp();
        var work = open("ก่อสร้างแพงเกินไป", egp);
        var errors = refused(take(csv(row(egp, "x", "หจก. ก", "14/2533", "900001", "30/09/2533")), ""));
        assertThat(errors).anySatisfy(error -> {
            assertThat(error.row()).isEqualTo(3);
            assertThat(error.field()).isEqualTo("price");
            assertThat(error.column()).isEqualTo("J");
        });
        assertThat(works.find(work).orElseThrow().state())
                .as("nothing of the file stays")
                .isEqualTo(WorkState.PROCURING);
        assertThat(keys(refused(take(csv(row(egp, "x", "ก", "1", "ห้าแสน", "30/09/2533")), ""))))
                .containsExactly("works.contracts.no-amount");
        assertThat(keys(refused(take(csv(row(egp, "x", "ก", "1", "5", "31/31/2533")), ""))))
                .containsExactly("works.contracts.no-day");
    }

    @Test
    void worksGoOutInTheColumnsInWhichContractsComeIn() throws IOException {
        var egp = egp();
        open("ก่อสร้างเพื่อส่งออก", egp);
        take(csv(row(egp, "x", "หจก. ส่งออก", "15/2533", "600000.25", "30/09/2533")), "");
        var csv = browser.get().uri("/works/contracts.csv").exchange();
        assertThat(csv).hasStatusOk().bodyText().contains("เลขที่โครงการ", egp, "600000.25", "หจก. ส่งออก");
        var file = Files.write(folder.resolve("out.csv"), csv.getResponse().getContentAsByteArray());
        var size = log.size();
        var again = stored(take(file, ""));
        assertThat(again.changes()).isEmpty();
        assertThat(log.size()).isEqualTo(size);
    }

    @Test
    void progressComesInAsPercentagesOrMonthsAndNeverShrinks() throws IOException {
        var egp = egp();
        var work = open("ก่อสร้างตามแผน", egp);
        var heads = """
            แผนการดำเนินงาน ณ วันที่ 30 มิถุนายน 2533,,,
            เลขที่โครงการ,โครงการ,ผลงาน (ร้อยละ),เดือนที่ทำแล้ว,เดือนที่วางแผน
            """;
        var early = progress(heads + egp + ",x,40,,\n");
        assertThat(keys(early.notes())).contains("works.progress-file.not-working");
        take(csv(row(egp, "x", "หจก. ก", "16/2533", "600000", "30/09/2533")), "");
        assertThat(progress(heads + egp + ",x,๔๐.๕,,\n").counts()).containsEntry("told", 1L);
        var now = works.find(work).orElseThrow();
        assertThat(now.physical()).isEqualByComparingTo("40.5");
        assertThat(now.progress().getFirst().day()).isEqualTo(LocalDate.of(1990, 6, 30));
        assertThat(progress(heads + egp + ",x,40.50,,\n").changes()).isEmpty();
        assertThat(progress(heads + egp + ",x,,9,12\n").changes())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.before()).isEqualTo("40.50");
                    assertThat(change.after()).isEqualTo("75.00");
                });
        assertThat(keys(refused(imports.take(
                                "progress",
                                given(Files.writeString(folder.resolve("p.csv"), heads + egp + ",x,12,,\n"), ""))
                        .orElseThrow())))
                .containsExactly("works.fault.shrinks");
    }

    @Test
    void aSheetOfMonthsThatIsFollowedUpTellsWhatIsDone() throws IOException {
        var egp = egp();
        var work = open("ก่อสร้างตามเดือน", egp);
        take(csv(row(egp, "x", "หจก. ก", "17/2533", "600000", "30/09/2533")), "");
        var heads = """
            แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2533,,,,,,,,,,,,,,
            ผลงาน ณ วันที่ 30 มิถุนายน 2533,,,,,,,,,,,,,,
            เลขที่โครงการ,โครงการ,,พ.ศ. 2532,,,พ.ศ. 2533,,,,,,,,
            ,,,ต.ค. 32,พ.ย.๓๒,ธันวาคม 2532,ม.ค.,ก.พ.,มี.ค.,เม.ย.,พ.ค.,มิ.ย.,ก.ค.,ส.ค.,ก.ย.
            """;
        var plan = egp + ",x,แผน,,,,,,,/,/,/,/,,\n";
        var alone = progress(heads + egp + ",x,,,,,,,,/,/,/,/,,\n");
        assertThat(keys(alone.notes())).contains("works.progress-file.plan-alone");
        assertThat(alone.counts()).containsEntry("told", 0L);

        var marked = progress(heads + plan + ",,ผล,,,,,,,/,/,,,,\nรวม 1 โครงการ,,,,,,,,,,,,,,\n");
        assertThat(marked.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.after()).isEqualTo("50.00"));
        assertThat(works.find(work).orElseThrow().progress().getLast().day()).isEqualTo(LocalDate.of(1990, 6, 30));

        var future = refused(progressOf(heads + plan + ",,ผล,,,,,,,/,/,/,/,,\n"));
        assertThat(future).singleElement().satisfies(error -> {
            assertThat(error.message().key()).isEqualTo("works.progress-file.not-yet");
            assertThat(error.row()).isEqualTo(6);
            assertThat(error.column()).isEqualTo("M");
        });
        var longer = progress(heads + plan + ",,ผล,,,,/,/,/,/,/,/,,,\n");
        assertThat(keys(longer.notes())).contains("works.progress-file.longer");

        var percents = progress(heads + plan + ",,ผล,,,,,,,20,45,62.5,,,\n");
        assertThat(percents.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.after()).isEqualTo("62.50"));
        assertThat(progress(heads + plan + ",,ผล,,,,,,,20,45,62.5,,,\n").changes())
                .isEmpty();
    }

    private ImportOutcome progressOf(String text) throws IOException {
        var file = Files.writeString(folder.resolve(UUID.randomUUID() + ".csv"), text);
        return imports.take("progress", given(file, "")).orElseThrow();
    }

    private ImportOutcome.Stored progress(String text) throws IOException {
        return stored(progressOf(text));
    }

    private static String row(String egp, String name, String supplier, String contract, String price, String ends) {
        return "%s,%s,e-bidding,900000,850000,%s,,%s,%s,%s,%s,จัดทำสัญญา\n"
                .formatted(egp, name, supplier, contract, DAY.plusDays(5), price, ends);
    }

    private String egp() {
        return "33" + Math.abs(UUID.randomUUID().getMostSignificantBits() % 1_000_000_000L);
    }

    private String open(String name, String egp) {
        var bench = new Bench(jdbc, ledger, ids, transaction);
        var project = bench.project(name);
        var line = ids.next();
        transaction.executeWithoutResult(_ -> {
            ledger.open(YEAR, false, "budget-officer");
            ledger.open(new BookLine(
                    line,
                    YEAR,
                    "ด้านการเศรษฐกิจ",
                    "แผนงานอุตสาหกรรมและการโยธา",
                    "งานก่อสร้าง",
                    "งบลงทุน",
                    "",
                    "",
                    name + line,
                    BookLine.ORDINANCE,
                    project,
                    "กองช่าง",
                    false));
            ledger.postWithin(new Posting(
                    ids.next(),
                    OFFICER,
                    "budget-officer",
                    List.of(
                            move(
                                    line,
                                    TransactionKind.APPROPRIATION,
                                    Stage.APPROPRIATED,
                                    Stage.UNALLOTTED,
                                    "council",
                                    "ordinance"),
                            move(
                                    line,
                                    TransactionKind.ALLOTMENT,
                                    Stage.UNALLOTTED,
                                    Stage.ALLOTTED,
                                    "executive",
                                    "memo"))));
        });
        var opened = new Fact.Opened(
                project,
                "G8",
                line,
                YEAR,
                Localized.thai(name),
                "กองช่าง",
                List.of(),
                Money.ofBaht(900_000),
                "e-bidding",
                Optional.of(Money.ofBaht(850_000)),
                "1/2533",
                egp);
        var outcome =
                recording.open(new Telling(ids.next(), OFFICER, "officer", DAY, "executive", opened, List.of()), false);
        return ((TellingOutcome.Kept) outcome).work();
    }

    private static Transaction move(
            String line, TransactionKind kind, Stage from, Stage to, String authority, String document) {
        var amount = Money.ofBaht(1_000_000);
        return new Transaction(
                kind,
                DAY,
                authority,
                DocumentReference.of(document, "1/2533"),
                "",
                OptionalLong.empty(),
                List.of(
                        new Entry(new AccountId(line, from), amount.negated()),
                        new Entry(new AccountId(line, to), amount)));
    }

    private Path csv(String rows) throws IOException {
        return Files.write(
                folder.resolve(UUID.randomUUID() + ".csv"), (HEADS + rows).getBytes(Charset.forName("x-windows-874")));
    }

    private ImportFile given(Path file, String confirmed) {
        var options = new HashMap<String, String>(Map.of("confirmed", confirmed));
        return new ImportFile(file, file.getFileName().toString(), options, "officer");
    }

    private ImportOutcome take(Path file, String confirmed) {
        return imports.take("contracts", given(file, confirmed)).orElseThrow();
    }
}
