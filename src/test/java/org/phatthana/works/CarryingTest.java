package org.phatthana.works;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.phatthana.values.Money;

/// Works whose money is carried over the end of a year.
class CarryingTest extends FundedProjectTest {

    @Test
    void whatIsCarriedOverTheYearEndIsPaidFromTheNewLine() {
        var work = owner.open("900000");
        owner.award(work);
        owner.tell(work, "contract", "number", "12/2534", "price", "790000", "begins", DAY, "ends", "1991-12-28");
        var next = bench.line(project, Bench.YEAR.plus(1), 0);
        bench.carryOver(line, next, 790_000);
        owner.tell(work, "progress", "percent", "50", "day", "1991-10-15");
        assertThat(find(work).line()).isEqualTo(next);
        assertThat(find(work).year()).isEqualTo(Bench.YEAR.plus(1));
        owner.tell(work, "inspection", "accepted", "true", "amount", "395000", "day", "1991-10-18");
        owner.tell(work, "payment", "voucher", "ฎ.9/2535", "amount", "395000", "day", "1991-10-25");
        assertThat(ledger.balances(next).disbursed()).isEqualTo(baht(395_000));
        assertThat(ledger.balances(next).committed()).isEqualTo(baht(395_000));
        assertThat(ledger.balances(line).committed()).isEqualTo(Money.ZERO);
        assertThat(browser.get().uri("/works/" + work)).bodyText().contains("กันเงินไว้เบิกเหลื่อมปี");
    }

    @Test
    void worksWhoseMoneyLapsedCanStillBeGivenUp() {
        var work = owner.open("900000");
        bench.lapse(line, 900_000);
        owner.tell(work, "cancellation", "memo", "พล 9", "reason", "ปิดปีงบประมาณ", "day", "1991-10-10");
        assertThat(find(work).state()).isEqualTo(WorkState.CANCELLED);
        assertThat(find(work).told().getLast().transactions()).isEmpty();
        assertThat(ledger.balances(line).reserved()).isEqualTo(Money.ZERO);
    }

    private Work find(String id) {
        return works.find(id).orElseThrow();
    }

    private static Money baht(long baht) {
        return Money.ofBaht(baht);
    }
}
