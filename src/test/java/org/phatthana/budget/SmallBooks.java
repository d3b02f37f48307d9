package org.phatthana.budget;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.phatthana.budget.Refusal.Reason;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.phatthana.values.PublicIds;
import org.springframework.transaction.support.TransactionTemplate;

/// Books with few lines in a year of their own, and what may happen to them.
public record SmallBooks(Ledger ledger, PublicIds ids, TransactionTemplate transaction, FiscalYear year) {

    public static final UUID OWNER = new UUID(0, 7);

    public LocalDate day() {
        return year.firstDay().plusMonths(3);
    }

    /// Opens a line that has nothing yet.
    public String line() {
        var id = ids.next();
        transaction.executeWithoutResult(_ -> {
            ledger.open(year, false, "budget-officer");
            ledger.open(new BookLine(
                    id,
                    year,
                    "ด้านการเศรษฐกิจ",
                    "แผนงานอุตสาหกรรมและการโยธา",
                    "งานก่อสร้าง",
                    "งบลงทุน",
                    "",
                    "",
                    "รายการ " + id,
                    BookLine.ORDINANCE,
                    "",
                    "",
                    false));
        });
        return id;
    }

    /// Opens a line and gives it money.
    public String line(long baht) {
        var line = line();
        number(post(move(TransactionKind.APPROPRIATION, line, Stage.APPROPRIATED, Stage.UNALLOTTED, baht)));
        return line;
    }

    /// Something that may happen, and often may not.
    public Transaction someMove(Random random, List<String> lines) {
        var line = lines.get(random.nextInt(lines.size()));
        var baht = random.nextInt(1, 500);
        return switch (random.nextInt(8)) {
            case 0 -> move(TransactionKind.APPROPRIATION, line, Stage.APPROPRIATED, Stage.UNALLOTTED, baht);
            case 1 -> move(TransactionKind.ALLOTMENT, line, Stage.UNALLOTTED, Stage.ALLOTTED, baht);
            case 2 -> move(TransactionKind.RESERVATION, line, Stage.ALLOTTED, Stage.RESERVED, baht);
            case 3 -> move(TransactionKind.COMMITMENT, line, Stage.RESERVED, Stage.COMMITTED, baht);
            case 4 -> move(TransactionKind.DISBURSEMENT, line, Stage.COMMITTED, Stage.DISBURSED, baht);
            case 5 -> move(TransactionKind.RELEASE, line, Stage.RESERVED, Stage.ALLOTTED, baht);
            case 6 -> move(TransactionKind.REFUND, line, Stage.DISBURSED, Stage.ALLOTTED, baht);
            default -> transfer(line, baht, lines.get((lines.indexOf(line) + 1) % lines.size()), -baht);
        };
    }

    public Transaction move(TransactionKind kind, String line, Stage from, Stage to, long baht) {
        var document = switch (kind) {
            case APPROPRIATION -> "ordinance";
            case COMMITMENT -> "contract";
            case DISBURSEMENT -> "voucher";
            case REFUND -> "receipt";
            default -> "memo";
        };
        var authority = kind == TransactionKind.APPROPRIATION ? "council" : "executive";
        return Transaction.move(
                kind,
                line,
                from,
                to,
                Money.ofBaht(baht),
                day(),
                authority,
                DocumentReference.of(document, "1/" + year));
    }

    public Transaction transfer(String line, long baht, String other, long otherBaht) {
        return Transaction.transfer(
                List.of(
                        new Transaction.Change(line, Money.ofBaht(baht)),
                        new Transaction.Change(other, Money.ofBaht(otherBaht))),
                day(),
                "executive",
                DocumentReference.of("memo", "2/" + year),
                "");
    }

    public Transaction reversal(long number) {
        return Transaction.reversal(
                number, day(), "budget-officer", DocumentReference.of("memo", "3/" + year), "บันทึกผิดบัญชี");
    }

    public PostingOutcome post(Transaction... transactions) {
        return post(UUID.randomUUID().toString(), List.of(transactions));
    }

    public PostingOutcome post(String key, List<Transaction> transactions) {
        var posting = new Posting(key, OWNER, "budget-officer", transactions);
        return requireNonNull(transaction.execute(_ -> ledger.postWithin(posting)));
    }

    public static long number(PostingOutcome outcome) {
        return ((PostingOutcome.Posted) outcome).transactions().getFirst().number();
    }

    public static Reason reason(PostingOutcome outcome) {
        return ((PostingOutcome.Refused) outcome).refusal().reason();
    }
}
