package org.phatthana.works;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.phatthana.budget.Entry;
import org.phatthana.budget.Stage;
import org.phatthana.budget.Transaction;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.phatthana.values.Money;
import org.phatthana.values.PlaceCode;

class RulesTest {

    private static final LocalDate DAY = LocalDate.of(2023, 1, 10);
    private static final LocalDate TODAY = LocalDate.of(2024, 12, 31);
    private static final WorksPack.Documents DOCUMENTS =
            new WorksPack.Documents("purchase-request", "contract", "memo", "voucher", "memo", "memo");

    @Test
    void worksGoFromProcurementToSettlement() {
        var work = opened();
        assertThat(work.state()).isEqualTo(WorkState.PROCURING);
        assertThat(work.unpaid()).isEqualTo(baht(1_000));
        work = told(work, new Fact.Offered(List.of(new Bid("หจก. ก", baht(900)), new Bid("หจก. ข", baht(950)))));
        work = told(work, new Fact.Awarded("หจก. ก", baht(890), "ราคาต่ำสุด"));
        assertThat(work.state()).isEqualTo(WorkState.AWARDED);
        work = told(work, new Fact.Contracted("1/2566", baht(890), DAY, DAY.plusDays(90)));
        assertThat(work.state()).isEqualTo(WorkState.WORKING);
        work = told(work, new Fact.Progressed(new BigDecimal("100"), ""));
        work = told(work, new Fact.Inspected(true, baht(890), ""));
        work = told(work, new Fact.Paid("5/2566", baht(500), false));
        work = told(work, new Fact.HandedOver("อบต.", DAY.plusYears(2)));
        assertThat(work.state()).isEqualTo(WorkState.DELIVERED);
        assertThat(work.unpaid()).isEqualTo(baht(390));
        work = told(work, new Fact.DefectFound("ผิวทางแตก"));
        assertThat(work.next()).contains(Step.MENDING);
        work = told(work, new Fact.DefectMended(work.told().getLast().number(), "ซ่อมแล้ว"));
        assertThat(work.openDefects()).isEmpty();
        work = told(work, new Fact.Settled("9/2566"));
        assertThat(work.state()).isEqualTo(WorkState.SETTLED);
        assertThat(work.unpaid()).isEqualTo(Money.ZERO);
        assertThat(work.next()).containsExactly(Step.DEFECT, Step.CORRECTION);
    }

    @Test
    void whatDoesNotFollowIsRefusedAtItsField() {
        var opened = opened();
        assertThat(faults(opened, new Fact.Awarded("หจก. ก", baht(890), ""))).containsOnlyKeys("supplier");
        assertThat(faults(opened, new Fact.Paid("1", baht(1), false))).containsOnlyKeys("form");
        assertThat(faults(opened, new Fact.Offered(List.of()))).containsOnlyKeys("bid-name-0");
        assertThat(faults(opened, new Fact.Offered(List.of(new Bid("ก", baht(1)), new Bid("ก", baht(2))))))
                .containsOnlyKeys("bid-name-1");
        var bids = told(opened, new Fact.Offered(List.of(new Bid("หจก. ก", baht(1_200)))));
        assertThat(faults(bids, new Fact.Awarded("หจก. ก", baht(1_100), ""))).containsOnlyKeys("price");
        var working = working();
        assertThat(faults(working, new Fact.Paid("1", baht(1), false))).containsOnlyKeys("amount");
        assertThat(faults(working, new Fact.Paid("1", baht(100), true))).isEmpty();
        assertThat(faults(working, new Fact.Paid("1", baht(901), true))).containsOnlyKeys("amount");
        assertThat(faults(working, new Fact.HandedOver("อบต.", TODAY))).containsOnlyKeys("form");
        assertThat(faults(working, new Fact.Inspected(false, baht(1), ""))).containsOnlyKeys("amount");
        assertThat(faults(working, new Fact.Inspected(true, baht(901), ""))).containsOnlyKeys("amount");
        var progressed = told(working, new Fact.Progressed(new BigDecimal("40"), ""));
        assertThat(faults(progressed, new Fact.Progressed(new BigDecimal("39.99"), "")))
                .containsOnlyKeys("percent");
        assertThat(Rules.faults(progressed, new Fact.Progressed(new BigDecimal("41"), ""), DAY.minusDays(1), TODAY))
                .containsOnlyKeys("day");
        assertThat(Rules.faults(progressed, new Fact.Owned(), TODAY.plusDays(1), TODAY))
                .containsOnlyKeys("day");
        assertThat(faults(working, new Fact.Scheduled(List.of(new Milestone("ก", new BigDecimal("99"), DAY)))))
                .containsOnlyKeys("milestone-day-0", "milestone-weight-0");
    }

    @Test
    void whatWasPaidAheadIsAPartOfWhatIsAcceptedLater() {
        var work = told(working(), new Fact.Paid("1", baht(200), true));
        work = told(work, new Fact.Inspected(true, baht(300), ""));
        assertThat(faults(work, new Fact.Paid("2", baht(101), false))).containsOnlyKeys("amount");
        assertThat(faults(work, new Fact.Paid("2", baht(100), false))).isEmpty();
        assertThat(faults(work, new Fact.Paid("1", baht(50), false))).containsOnlyKeys("voucher");
    }

    @Test
    void onlyWhatNothingRestsOnIsUndone() {
        var work = told(working(), new Fact.Progressed(new BigDecimal("40"), ""));
        var contract = work.contract().orElseThrow().number();
        var progress = work.progress().getFirst().number();
        assertThat(faults(work, new Fact.Undone(contract, "3/2566", "ผิด"))).containsOnlyKeys("fact");
        assertThat(faults(work, new Fact.Undone(1, "3/2566", "ผิด"))).containsOnlyKeys("fact");
        assertThat(faults(work, new Fact.Undone(99, "", "ผิด"))).containsOnlyKeys("fact");
        work = told(work, new Fact.Undone(progress, "", "ผิด"));
        assertThat(work.physical()).isEqualTo(BigDecimal.ZERO);
        assertThat(faults(work, new Fact.Undone(progress, "", "ผิด"))).containsOnlyKeys("fact");
        work = told(work, new Fact.Undone(contract, "3/2566", "ผิด"));
        assertThat(work.state()).isEqualTo(WorkState.AWARDED);
        assertThat(work.told()).hasSize(7);
    }

    @Test
    void undoingTheOpeningEndsTheWorks() {
        var work = told(opened(), new Fact.Owned());
        work = told(work, new Fact.Undone(1, "3/2566", "เปิดผิดโครงการ"));
        assertThat(work.state()).isEqualTo(WorkState.CANCELLED);
        assertThat(work.unpaid()).isEqualTo(Money.ZERO);
        assertThat(work.next()).isEmpty();
    }

    /// Whatever happens, the stages of the line hold what the works say that is set aside, owed and paid, and
    /// nothing when they are over.
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void theBooksHoldWhatTheWorksSay(long seed) {
        var random = new Random(seed);
        var work = opened();
        var books = new Stages();
        books.apply(Postings.of(work, work.opened(), DAY, "clerk", DOCUMENTS));
        for (var i = 0; i < 120 && work.state().isOpen(); i++) {
            var fact = some(work, random);
            if (!faults(work, fact).isEmpty()) {
                continue;
            }
            books.apply(Postings.of(work, fact, DAY, "clerk", DOCUMENTS));
            work = told(work, fact);
            var expected = work.contract().isPresent() ? Stage.COMMITTED : Stage.RESERVED;
            assertThat(books.of(expected)).as("seed %d: %s", seed, work.told()).isEqualTo(work.unpaid());
            assertThat(books.of(Stage.DISBURSED)).isEqualTo(work.paid());
            for (var stage : Stage.values()) {
                assertThat(books.of(stage).isNegative())
                        .isEqualTo(stage == Stage.ALLOTTED && !books.of(stage).isZero());
            }
        }
        assertThat(work.told()).as("seed " + seed).hasSizeGreaterThan(1);
    }

    private static Fact some(Work work, Random random) {
        var amount = baht(random.nextInt(1, 400));
        return switch (random.nextInt(12)) {
            case 0 -> new Fact.Offered(List.of(new Bid("ก", baht(random.nextInt(500, 1_400)))));
            case 1 -> new Fact.Awarded("ก", baht(random.nextInt(400, 1_100)), "ต่ำสุด");
            case 2 -> new Fact.Contracted("1/2566", baht(random.nextInt(400, 1_000)), DAY, DAY.plusDays(60));
            case 3 -> new Fact.Amended("2/2566", baht(random.nextInt(300, 1_300)), DAY.plusDays(80), "เพิ่มงาน");
            case 4, 5 -> new Fact.Progressed(BigDecimal.valueOf(random.nextInt(5, 11) * 10L), "");
            case 6, 7 -> new Fact.Inspected(true, amount, "");
            case 8, 9 -> new Fact.Paid("v" + work.told().size(), amount, random.nextInt(4) == 0);
            case 10 -> new Fact.HandedOver("อบต.", DAY.plusYears(2));
            default ->
                random.nextInt(8) == 0 ? new Fact.Cancelled("7/2566", "ไม่มีผู้เสนอราคา") : new Fact.Settled("8/2566");
        };
    }

    /// What stands in the stages of the one line, from nothing.
    private static final class Stages {

        private final EnumMap<Stage, Money> amounts = new EnumMap<>(Stage.class);

        void apply(List<Transaction> transactions) {
            transactions.forEach(transaction -> {
                assertThat(Money.sum(transaction.entries().stream()
                                .map(Entry::amount)
                                .toList()))
                        .isEqualTo(Money.ZERO);
                transaction.entries().forEach(entry -> {
                    assertThat(
                                    entry.amount().isNegative()
                                            ? transaction
                                                    .kind()
                                                    .mayCredit(entry.account().stage())
                                            : transaction
                                                    .kind()
                                                    .mayDebit(entry.account().stage()))
                            .isTrue();
                    amounts.merge(entry.account().stage(), entry.amount(), Money::plus);
                });
            });
        }

        Money of(Stage stage) {
            return amounts.getOrDefault(stage, Money.ZERO);
        }
    }

    private static Work opened() {
        return Work.of(
                "w",
                true,
                List.of(told(
                        1,
                        new Fact.Opened(
                                "p",
                                "G8",
                                "l",
                                new FiscalYear(2566),
                                Localized.thai("ถนน"),
                                "กองช่าง",
                                List.of(new PlaceCode("650101")),
                                baht(1_000),
                                "e-bidding",
                                Optional.of(baht(980)),
                                "1/2566",
                                ""))));
    }

    private static Work working() {
        var work = told(opened(), new Fact.Offered(List.of(new Bid("หจก. ก", baht(900)))));
        work = told(work, new Fact.Awarded("หจก. ก", baht(900), "ต่ำสุด"));
        return told(work, new Fact.Contracted("1/2566", baht(900), DAY, DAY.plusDays(90)));
    }

    private static Work told(Work work, Fact fact) {
        assertThat(faults(work, fact)).as(fact.toString()).isEmpty();
        return work.with(told(work.told().size() + 1, fact));
    }

    private static Map<String, Message> faults(Work work, Fact fact) {
        return Rules.faults(work, fact, DAY, TODAY);
    }

    private static <F extends Fact> Told<F> told(int number, F fact) {
        return new Told<>(
                number, DAY, Instant.EPOCH, "officer", Optional.of(new UUID(0, 1)), "", fact, List.of(), List.of());
    }

    private static Money baht(long baht) {
        return Money.ofBaht(baht);
    }
}
