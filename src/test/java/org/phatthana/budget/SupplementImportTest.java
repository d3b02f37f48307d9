package org.phatthana.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.phatthana.testing.Outcomes.keys;
import static org.phatthana.testing.Outcomes.refused;
import static org.phatthana.testing.Outcomes.stored;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.exchange.Imports;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.support.TransactionTemplate;

/// Supplementary ordinances give the lines of open books their money.
@SpringBootTest
class SupplementImportTest {

    private static final FiscalYear YEAR = new FiscalYear(2514);
    private static final String FILE = """
        ข้อบัญญัติงบประมาณรายจ่ายเพิ่มเติม ปีงบประมาณ พ.ศ. 2514,,,,
        ด้าน,แผนงาน,งาน,งบ,จำนวนเงิน
        ด้านการเศรษฐกิจ,แผนงานอุตสาหกรรมและการโยธา,งานก่อสร้าง,งบลงทุน,%s
        ด้านบริหารงานทั่วไป,แผนงานบริหารงานทั่วไป,งานบริหารทั่วไป,งบดำเนินงาน,250000
        """;

    @TempDir
    Path folder;

    @Autowired
    Imports imports;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void openBooks() {
        transaction.executeWithoutResult(_ -> ledger.open(YEAR, false, "budget-officer"));
    }

    @Test
    void linesGetTheirMoneyOnceAndMissingOnesAreOpened() throws IOException {
        var before = supplemented();
        var tried = imports.attempt("supplement", given(FILE.formatted("1000000"), "1/2514", "15/03/2514"));
        assertThat(tried.orElseThrow()).isInstanceOf(ImportOutcome.Stored.class);
        assertThat(supplemented()).isEqualTo(before);

        var first = stored(take("1000000", "1/2514", "15/03/2514"));
        assertThat(first.counts()).containsEntry("lines", 2L).containsEntry("opened", 2L);
        assertThat(first.sums()).containsEntry("given", Money.ofBaht(1_250_000));
        assertThat(supplemented()).isEqualTo(before.plus(Money.ofBaht(1_250_000)));

        var again = stored(take("1000000", "1/2514", "15/03/2514"));
        assertThat(again.counts()).containsEntry("lines", 0L).containsEntry("opened", 0L);
        assertThat(keys(again.notes())).contains("budget.supplement.again");
        assertThat(supplemented()).isEqualTo(before.plus(Money.ofBaht(1_250_000)));

        assertThat(keys(refused(take("1000001", "1/2514", "15/03/2514")))).containsExactly("budget.supplement.other");

        var second = stored(take("1", "2/2514", "๑ เมษายน ๒๕๑๔"));
        assertThat(second.counts()).containsEntry("lines", 2L).containsEntry("opened", 0L);
        assertThat(supplemented()).isEqualTo(before.plus(Money.ofBaht(1_500_001)));
    }

    @Test
    void whatCannotBeEnteredIsRefusedAndLeavesNothing() throws IOException {
        var before = supplemented();
        assertThat(keys(refused(take("1000000", "", ""))))
                .containsExactly("budget.supplement.refused.number", "budget.supplement.refused.day");
        assertThat(keys(refused(take("1000000", "9/2514", "15/03/2515"))))
                .containsExactly("budget.supplement.refused.day");
        var other = FILE.replace("2514", "2515").formatted("1000000");
        assertThat(keys(refused(imports.take("supplement", given(other, "9/2515", "15/03/2515"))
                        .orElseThrow())))
                .containsExactly("budget.supplement.refused.no-books");
        assertThat(refused(take("ล้านบาท", "9/2514", "15/03/2514")))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.row()).isEqualTo(3);
                    assertThat(error.column()).isEqualTo("E");
                });
        assertThat(supplemented()).isEqualTo(before);
    }

    private Money supplemented() {
        return Money.sum(
                ledger.lines(YEAR).values().stream().map(Balances::supplemented).toList());
    }

    private ImportOutcome take(String amount, String number, String day) throws IOException {
        return imports.take("supplement", given(FILE.formatted(amount), number, day))
                .orElseThrow();
    }

    private ImportFile given(String text, String number, String day) throws IOException {
        var file = Files.writeString(folder.resolve("supplement.csv"), text);
        return new ImportFile(file, "supplement.csv", Map.of("document", number, "day", day), "budget-officer");
    }
}
