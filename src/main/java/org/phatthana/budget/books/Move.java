package org.phatthana.budget.books;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.phatthana.budget.Stage;
import org.phatthana.budget.TransactionKind;

/// What an officer does with the money of one line.
@SuppressWarnings("ImmutableEnumChecker") // its lists are made by List.of
public enum Move {
    ALLOTMENT(TransactionKind.ALLOTMENT, Stage.ALLOTTED, Stage.UNALLOTTED),
    RECALL(TransactionKind.RECALL, Stage.UNALLOTTED, Stage.ALLOTTED),
    RESERVATION(TransactionKind.RESERVATION, Stage.RESERVED, Stage.ALLOTTED),
    COMMITMENT(TransactionKind.COMMITMENT, Stage.COMMITTED, Stage.RESERVED),
    DISBURSEMENT(TransactionKind.DISBURSEMENT, Stage.DISBURSED, Stage.COMMITTED, Stage.RESERVED, Stage.ALLOTTED),
    RELEASE(TransactionKind.RELEASE, Stage.ALLOTTED, Stage.RESERVED, Stage.COMMITTED),
    REFUND(TransactionKind.REFUND, Stage.ALLOTTED, Stage.DISBURSED);

    private final TransactionKind kind;
    private final Stage to;
    private final List<Stage> from;

    Move(TransactionKind kind, Stage to, Stage... from) {
        this.kind = kind;
        this.to = to;
        this.from = List.of(from);
    }

    public TransactionKind kind() {
        return kind;
    }

    /// Where the money goes.
    public Stage to() {
        return to;
    }

    /// Where it may come from, the usual one first.
    public List<Stage> from() {
        return from;
    }

    /// As addresses write it.
    public String code() {
        return kind.code();
    }

    static Optional<Move> find(String code) {
        return Arrays.stream(values()).filter(move -> move.code().equals(code)).findFirst();
    }
}
