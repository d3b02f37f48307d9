package org.phatthana.budget.register;

import static org.phatthana.budget.Stage.ALLOTTED;
import static org.phatthana.budget.Stage.APPROPRIATED;
import static org.phatthana.budget.Stage.COMMITTED;
import static org.phatthana.budget.Stage.DISBURSED;
import static org.phatthana.budget.Stage.RESERVED;
import static org.phatthana.budget.Stage.SUPPLEMENTED;
import static org.phatthana.budget.Stage.TRANSFERRED;
import static org.phatthana.budget.Stage.UNALLOTTED;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.Stage;
import org.phatthana.budget.TransactionKind;
import org.phatthana.values.Money;

/// What must be entered of one line to bring it from what our books say to what a register says: pure reckoning, in
/// the order in which the ledger can take it.
final class Settlement {

    /// The kinds in the order in which they are entered.
    static final List<TransactionKind> ORDER = List.of(
            TransactionKind.RELEASE,
            TransactionKind.REFUND,
            TransactionKind.RECALL,
            TransactionKind.SUPPLEMENT,
            TransactionKind.APPROPRIATION,
            TransactionKind.ITEMIZATION,
            TransactionKind.TRANSFER,
            TransactionKind.ALLOTMENT,
            TransactionKind.RESERVATION,
            TransactionKind.COMMITMENT,
            TransactionKind.DISBURSEMENT);

    private final BookLine line;
    private final Map<Stage, Long> has = new EnumMap<>(Stage.class);
    private final Map<Stage, Long> wants;
    private final Map<TransactionKind, Map<Stage, Long>> moves = new LinkedHashMap<>();

    /// How much of what was appropriated comes from, or goes to, other lines of the same appropriation.
    private long written;

    /// @param ours what stands in the stages now
    /// @param wants the balances that the register says, as they are shown: sources positive; stages that it does
    ///   not
    ///   speak of are not there
    Settlement(BookLine line, Map<Stage, Money> ours, Map<Stage, Money> wants) {
        this.line = line;
        ours.forEach((stage, money) -> has.put(stage, stage.isSource() ? -money.satang() : money.satang()));
        this.wants = new EnumMap<>(Stage.class);
        wants.forEach((stage, money) -> this.wants.put(stage, money.satang()));
    }

    BookLine line() {
        return line;
    }

    /// How much more a stage must have; less where negative.
    long missing(Stage stage) {
        return wants.containsKey(stage) ? wants.getOrDefault(stage, 0L) - has(stage) : 0;
    }

    private long has(Stage stage) {
        return has.getOrDefault(stage, 0L);
    }

    /// What is free.
    long free() {
        return has(UNALLOTTED) + has(ALLOTTED);
    }

    /// That so much of the appropriation is written out to this line, or where negative from it.
    void writeOut(long satang) {
        written += satang;
    }

    /// Reckons the moves.
    ///
    /// @return whether the line has the money for them all
    boolean reckon() {
        var committedDown = Math.max(0, -missing(COMMITTED));
        var reservedDown = Math.max(0, -missing(RESERVED));
        var committedUp = Math.max(0, missing(COMMITTED));
        var reservedUp = Math.max(0, missing(RESERVED));
        var paid = Math.max(0, missing(DISBURSED));
        var refunded = Math.max(0, -missing(DISBURSED));
        var paidFromContracts = Math.min(committedDown, paid);
        var committedFromReserved = Math.min(reservedDown, committedUp);
        var paidFromReserved = Math.min(reservedDown - committedFromReserved, paid - paidFromContracts);
        var paidFromFree = paid - paidFromContracts - paidFromReserved;
        var releasedCommitted = committedDown - paidFromContracts;
        var releasedReserved = reservedDown - committedFromReserved - paidFromReserved;
        var reserved = reservedUp + committedUp - committedFromReserved;

        move(
                TransactionKind.RELEASE,
                Map.of(
                        COMMITTED,
                        -releasedCommitted,
                        RESERVED,
                        -releasedReserved,
                        ALLOTTED,
                        releasedCommitted + releasedReserved));
        move(TransactionKind.REFUND, Map.of(DISBURSED, -refunded, ALLOTTED, refunded));
        var allotted = has(ALLOTTED) + refunded + releasedCommitted + releasedReserved;

        var appropriated = Math.max(0, missing(APPROPRIATED) - Math.max(0, written));
        var supplemented = Math.max(0, missing(SUPPLEMENTED));
        var transferred = missing(TRANSFERRED);
        var unallotted = has(UNALLOTTED) + supplemented + appropriated;
        var lowest = Math.min(0, Math.min(written, written + transferred));
        var recalled = Math.max(0, -(unallotted + lowest));
        move(TransactionKind.RECALL, Map.of(ALLOTTED, -recalled, UNALLOTTED, recalled));
        give(TransactionKind.SUPPLEMENT, SUPPLEMENTED, supplemented);
        give(TransactionKind.APPROPRIATION, APPROPRIATED, appropriated);
        give(TransactionKind.ITEMIZATION, APPROPRIATED, written);
        give(TransactionKind.TRANSFER, TRANSFERRED, transferred);
        unallotted += recalled + written + transferred;
        allotted -= recalled;

        var allotment = Math.max(0, reserved + paidFromFree - allotted);
        move(TransactionKind.ALLOTMENT, Map.of(UNALLOTTED, -allotment, ALLOTTED, allotment));
        move(TransactionKind.RESERVATION, Map.of(ALLOTTED, -reserved, RESERVED, reserved));
        move(TransactionKind.COMMITMENT, Map.of(RESERVED, -committedUp, COMMITTED, committedUp));
        move(
                TransactionKind.DISBURSEMENT,
                Map.of(
                        ALLOTTED, -paidFromFree,
                        RESERVED, -paidFromReserved,
                        COMMITTED, -paidFromContracts,
                        DISBURSED, paid));
        return allotted >= 0 && unallotted - allotment >= 0;
    }

    private void give(TransactionKind kind, Stage source, long satang) {
        move(kind, Map.of(source, -satang, UNALLOTTED, satang));
    }

    private void move(TransactionKind kind, Map<Stage, Long> changes) {
        var real = new EnumMap<Stage, Long>(Stage.class);
        changes.forEach((stage, satang) -> {
            if (satang != 0) {
                real.put(stage, satang);
            }
        });
        if (!real.isEmpty()) {
            moves.put(kind, real);
        }
    }

    /// The changes of a kind, debits less credits by stage; none where there is nothing of it to enter.
    Map<Stage, Long> moves(TransactionKind kind) {
        return moves.getOrDefault(kind, Map.of());
    }
}
