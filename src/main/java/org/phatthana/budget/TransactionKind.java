package org.phatthana.budget;

import static org.phatthana.budget.Stage.ALLOTTED;
import static org.phatthana.budget.Stage.APPROPRIATED;
import static org.phatthana.budget.Stage.CARRIED_IN;
import static org.phatthana.budget.Stage.CARRIED_OVER;
import static org.phatthana.budget.Stage.COMMITTED;
import static org.phatthana.budget.Stage.DISBURSED;
import static org.phatthana.budget.Stage.LAPSED;
import static org.phatthana.budget.Stage.RESERVED;
import static org.phatthana.budget.Stage.SUPPLEMENTED;
import static org.phatthana.budget.Stage.TRANSFERRED;
import static org.phatthana.budget.Stage.UNALLOTTED;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a transaction of the ledger does: from which stages it takes money and to which it brings it.
@SuppressWarnings("ImmutableEnumChecker") // its sets are made by Set.of
public enum TransactionKind {
    /// The ordinance gives a line its money.
    APPROPRIATION(Set.of(APPROPRIATED), Set.of(UNALLOTTED), Set.of()),
    /// A supplementary ordinance gives a line money.
    SUPPLEMENT(Set.of(SUPPLEMENTED), Set.of(UNALLOTTED), Set.of()),
    /// Part of a line is written out as an item of its own within the same task, type and source (แยกรายการ).
    ITEMIZATION(Set.of(APPROPRIATED, UNALLOTTED), Set.of(APPROPRIATED, UNALLOTTED), Set.of(APPROPRIATED)),
    /// Money moves between lines of a year.
    TRANSFER(Set.of(TRANSFERRED, UNALLOTTED), Set.of(TRANSFERRED, UNALLOTTED), Set.of(TRANSFERRED)),
    ALLOTMENT(Set.of(UNALLOTTED), Set.of(ALLOTTED), Set.of()),
    /// An allotment is taken back.
    RECALL(Set.of(ALLOTTED), Set.of(UNALLOTTED), Set.of()),
    RESERVATION(Set.of(ALLOTTED), Set.of(RESERVED), Set.of()),
    COMMITMENT(Set.of(RESERVED), Set.of(COMMITTED), Set.of()),
    /// A payment: under a contract, from what is set aside, or at once.
    DISBURSEMENT(Set.of(ALLOTTED, RESERVED, COMMITTED), Set.of(DISBURSED), Set.of()),
    /// What was set aside or owed and is no longer needed becomes free again.
    RELEASE(Set.of(RESERVED, COMMITTED), Set.of(ALLOTTED), Set.of()),
    /// Money that was paid comes back within the year.
    REFUND(Set.of(DISBURSED), Set.of(ALLOTTED), Set.of()),
    /// Money leaves its year for the same stage of a line of the next.
    CARRY_OVER(
            Set.of(UNALLOTTED, ALLOTTED, RESERVED, COMMITTED, CARRIED_IN),
            Set.of(CARRIED_OVER, UNALLOTTED, ALLOTTED, RESERVED, COMMITTED),
            Set.of(CARRIED_OVER, CARRIED_IN)),
    /// The year ends and what nobody used goes to the reserve.
    LAPSE(Set.of(UNALLOTTED, ALLOTTED, RESERVED), Set.of(LAPSED), Set.of()),
    /// Everything that one transaction did is undone by another, which names it.
    REVERSAL(Set.of(Stage.values()), Set.of(Stage.values()), Set.of());

    private final Set<Stage> credited;
    private final Set<Stage> debited;
    private final Set<Stage> conserved;

    TransactionKind(Set<Stage> credited, Set<Stage> debited, Set<Stage> conserved) {
        this.credited = credited;
        this.debited = debited;
        this.conserved = conserved;
    }

    /// Whether it may take from (credit) a stage.
    public boolean mayCredit(Stage stage) {
        return credited.contains(stage);
    }

    /// Whether it may bring to (debit) a stage.
    public boolean mayDebit(Stage stage) {
        return debited.contains(stage);
    }

    /// The stages whose changes over all lines of one transaction sum to nothing: no transfer makes money, and
    /// what one year hands over the next receives.
    public Set<Stage> conserved() {
        return conserved;
    }

    /// Whether its lines may be of two fiscal years, one after the other.
    public boolean crossesYears() {
        return this == CARRY_OVER || this == REVERSAL;
    }

    /// As addresses, files and the log write it: `carry-over`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<TransactionKind> find(String code) {
        for (var kind : values()) {
            if (kind.code().equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
