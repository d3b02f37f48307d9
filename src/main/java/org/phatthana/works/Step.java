package org.phatthana.works;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.phatthana.people.Role;

/// What an office may tell of works, and in which of their states.
@SuppressWarnings("ImmutableEnumChecker") // its sets are never changed
public enum Step {
    OFFERS(FactKind.OFFERED, false, WorkState.PROCURING),
    AWARD(FactKind.AWARDED, false, WorkState.PROCURING),
    CONTRACT(FactKind.CONTRACTED, true, WorkState.AWARDED),
    SCHEDULE(FactKind.SCHEDULED, false, WorkState.WORKING),
    PROGRESS(FactKind.PROGRESSED, false, WorkState.WORKING),
    INSPECTION(FactKind.INSPECTED, false, WorkState.WORKING),
    PAYMENT(FactKind.PAID, true, WorkState.WORKING, WorkState.DELIVERED),
    AMENDMENT(FactKind.AMENDED, true, WorkState.WORKING),
    HAND_OVER(FactKind.HANDED_OVER, false, WorkState.WORKING),
    DEFECT(FactKind.DEFECT_FOUND, false, WorkState.DELIVERED, WorkState.SETTLED),
    MENDING(FactKind.DEFECT_MENDED, false, WorkState.DELIVERED, WorkState.SETTLED),
    SETTLEMENT(FactKind.SETTLED, true, WorkState.DELIVERED),
    OWNER(FactKind.OWNED, false, WorkState.PROCURING, WorkState.AWARDED, WorkState.WORKING, WorkState.DELIVERED),
    CANCELLATION(FactKind.CANCELLED, true, WorkState.PROCURING, WorkState.AWARDED, WorkState.WORKING),
    /// Tells that another fact was told wrongly.
    CORRECTION(FactKind.UNDONE, false, WorkState.values());

    private static final Set<Step> OF_MONEY = EnumSet.of(PAYMENT, SETTLEMENT, CORRECTION);

    private final FactKind kind;
    private final boolean movesMoney;
    private final Set<WorkState> states;

    Step(FactKind kind, boolean movesMoney, WorkState... states) {
        this.kind = kind;
        this.movesMoney = movesMoney;
        this.states = Set.copyOf(List.of(states));
    }

    public FactKind kind() {
        return kind;
    }

    /// Whether the ledger enters something for it, so that somebody must have allowed it.
    public boolean movesMoney() {
        return movesMoney;
    }

    public boolean fits(WorkState state) {
        return states.contains(state);
    }

    /// Who may tell it besides the project's owners, the most fitting role first: those who pay tell of payments.
    public List<Role> roles() {
        return OF_MONEY.contains(this) ? List.of(Role.OFFICER, Role.BUDGET_OFFICER) : List.of(Role.OFFICER);
    }

    /// As addresses write it: `hand-over`.
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public static Optional<Step> find(String code) {
        return Arrays.stream(values()).filter(step -> step.code().equals(code)).findFirst();
    }

    /// The step by which a fact is told; empty for those that no form tells.
    static Optional<Step> of(FactKind kind) {
        return Arrays.stream(values()).filter(step -> step.kind == kind).findFirst();
    }
}
