package org.phatthana.works;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The kinds of facts, by the words that the database, the log and addresses have for them.
public enum FactKind {
    OPENED(Fact.Opened.class),
    OFFERED(Fact.Offered.class),
    AWARDED(Fact.Awarded.class),
    CONTRACTED(Fact.Contracted.class),
    AMENDED(Fact.Amended.class),
    SCHEDULED(Fact.Scheduled.class),
    PROGRESSED(Fact.Progressed.class),
    INSPECTED(Fact.Inspected.class),
    PAID(Fact.Paid.class),
    HANDED_OVER(Fact.HandedOver.class),
    DEFECT_FOUND(Fact.DefectFound.class),
    DEFECT_MENDED(Fact.DefectMended.class),
    SETTLED(Fact.Settled.class),
    CANCELLED(Fact.Cancelled.class),
    OWNED(Fact.Owned.class),
    CARRIED(Fact.Carried.class),
    UNDONE(Fact.Undone.class);

    private final Class<? extends Fact> type;

    FactKind(Class<? extends Fact> type) {
        this.type = type;
    }

    Class<? extends Fact> type() {
        return type;
    }

    /// As the database, the log and addresses write it: `handed-over`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<FactKind> find(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    static FactKind of(Fact fact) {
        return Arrays.stream(values())
                .filter(kind -> kind.type.isInstance(fact))
                .findFirst()
                .orElseThrow();
    }
}
