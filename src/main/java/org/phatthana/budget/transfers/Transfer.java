package org.phatthana.budget.transfers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;

/// A transfer of money between lines of a year's books.
///
/// @param number the number of its memo, as the office writes it; may be empty while it is written
/// @param reason why; for everyone to read
/// @param rule the id of the pack's rule by which it was sent; empty while it is written
/// @param transaction its number in the ledger once it was decided
/// @param revision how often it was saved; who saves names the one that they have read
public record Transfer(
        String id,
        FiscalYear year,
        String number,
        Optional<LocalDate> dated,
        String reason,
        State state,
        String rule,
        OptionalLong transaction,
        UUID author,
        Instant createdAt,
        int revision,
        boolean sample,
        List<Change> changes) {

    static final int LONGEST_REASON = 2_000;
    static final int MOST_CHANGES = 60;

    /// How far it has come.
    public enum State {
        OPEN,
        SUBMITTED,
        DECIDED,
        REJECTED;

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What it takes from a line or brings to it.
    ///
    /// @param line the id of the line
    /// @param amount never negative
    /// @param substance whether it changes kind, quantity or quality of what the line is for
    /// @param appropriated what the line may spend, as it stood when it was decided; empty before
    /// @param left what was left of it then
    public record Change(
            int ordinal,
            String line,
            boolean decrease,
            Money amount,
            boolean substance,
            Optional<Money> appropriated,
            Optional<Money> left) {

        /// What the line gains; negative where it loses.
        Money gain() {
            return decrease ? amount.negated() : amount;
        }
    }

    public Transfer {
        changes = List.copyOf(changes);
    }

    public Money decreases() {
        return sum(true);
    }

    public Money increases() {
        return sum(false);
    }

    private Money sum(boolean decrease) {
        return Money.sum(changes.stream()
                .filter(change -> change.decrease() == decrease)
                .map(Change::amount)
                .toList());
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /// Whether it was ever sent, so that everyone may read it.
    public boolean isPublic() {
        return !rule.isEmpty();
    }

    /// What it is called.
    public Localized title() {
        var numbered = number.isEmpty() ? "" : " (" + number + ")";
        return Localized.of(
                "โอนงบประมาณรายจ่าย ปีงบประมาณ พ.ศ. " + year + numbered,
                "Budget transfer of fiscal year " + year.commonEra() + numbered);
    }

    /// Its page, without a language.
    public String address() {
        return "/budget/transfers/" + id;
    }

    /// The page of the transfers of a year.
    public static String address(FiscalYear year) {
        return "/budget/" + year + "/transfers";
    }
}
