package org.phatthana.budget;

import java.util.Locale;
import java.util.Optional;

/// A part of a budget line's money, each with an account of its own. The money of a line comes from one of the
/// sources and stands in one of the other stages, so that the accounts of a line always sum to nothing: sources are
/// credit balances (negative), all others debit balances (positive or nothing).
public enum Stage {
    /// Source: what the ordinance gave the line (ตั้งไว้).
    APPROPRIATED(true),
    /// Source: what a supplementary ordinance gave it (เพิ่มเติม).
    SUPPLEMENTED(true),
    /// Source of either sign: what transfers brought it, or took from it (โอนเพิ่ม โอนลด).
    TRANSFERRED(true),
    /// Source: what was brought over from the year before (เงินกันเหลื่อมปีรับมา).
    CARRIED_IN(true),
    /// Not yet allotted.
    UNALLOTTED(false),
    /// Allotted to the department (จัดสรรแล้ว), free to be used.
    ALLOTTED(false),
    /// Set aside for something that is being procured (กันวงเงิน).
    RESERVED(false),
    /// Owed under a contract (ผูกพัน).
    COMMITTED(false),
    /// Paid (เบิกจ่าย).
    DISBURSED(false),
    /// Carried over into the next year (กันเงินไว้เบิกเหลื่อมปี).
    CARRIED_OVER(false),
    /// Not used when the year ended; it went to the reserve (ตกเป็นเงินสะสม).
    LAPSED(false);

    private final boolean isSource;

    Stage(boolean isSource) {
        this.isSource = isSource;
    }

    /// Whether money comes from it rather than stands in it.
    public boolean isSource() {
        return isSource;
    }

    /// Whether its account may have such a balance: no stage is ever overdrawn, and no source gave less than
    /// nothing but transfers, which also take.
    ///
    /// @param satang debits less credits
    public boolean allows(long satang) {
        return this == TRANSFERRED || (isSource ? satang <= 0 : satang >= 0);
    }

    /// As addresses, files and the log write it: `carried-over`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Stage> find(String code) {
        for (var stage : values()) {
            if (stage.code().equals(code)) {
                return Optional.of(stage);
            }
        }
        return Optional.empty();
    }
}
