package org.phatthana.budget;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;

/// Something to be entered in the ledger. Whether it may be is asked of the ledger alone.
///
/// @param day the day on which it counts; it lies in the fiscal year of its lines
/// @param authority who allowed it: the code of a role or committee, as the pack names them for its kind
/// @param reason why, for everyone to read; without personal data; may be empty
/// @param reverses the number of the transaction that it undoes
/// @param entries at least two, at most one per account, which sum to nothing; a reversal may leave them to the
///   ledger
public record Transaction(
        TransactionKind kind,
        LocalDate day,
        String authority,
        DocumentReference document,
        String reason,
        OptionalLong reverses,
        List<Entry> entries) {

    public static final int LONGEST_REASON = 2000;
    public static final int MOST_ENTRIES = 5_000;

    public Transaction {
        entries = List.copyOf(entries);
        if (reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("A reason has at most " + LONGEST_REASON + " letters");
        }
    }

    /// Money that goes from one stage of a line to another.
    ///
    /// @param amount more than nothing
    public static Transaction move(
            TransactionKind kind,
            String line,
            Stage from,
            Stage to,
            Money amount,
            LocalDate day,
            String authority,
            DocumentReference document) {
        var entries = List.of(
                new Entry(new AccountId(line, from), amount.negated()), new Entry(new AccountId(line, to), amount));
        return new Transaction(kind, day, authority, document, "", OptionalLong.empty(), entries);
    }

    /// Money that goes between lines.
    ///
    /// @param changes what each line gains or, where negative, loses; sums to nothing
    public static Transaction transfer(
            List<Change> changes, LocalDate day, String authority, DocumentReference document, String reason) {
        var entries = new ArrayList<Entry>();
        for (var change : changes) {
            entries.add(new Entry(new AccountId(change.line(), Stage.UNALLOTTED), change.amount()));
            entries.add(new Entry(
                    new AccountId(change.line(), Stage.TRANSFERRED),
                    change.amount().negated()));
        }
        return new Transaction(
                TransactionKind.TRANSFER, day, authority, document, reason, OptionalLong.empty(), entries);
    }

    /// What a transfer changes of one line.
    public record Change(String line, Money amount) {}

    /// What undoes a transaction. Its entries are read from the journal.
    ///
    /// @param number the number of what it undoes
    /// @param reason why, for everyone to read
    public static Transaction reversal(
            long number, LocalDate day, String authority, DocumentReference document, String reason) {
        return new Transaction(
                TransactionKind.REVERSAL, day, authority, document, reason, OptionalLong.of(number), List.of());
    }

    public Transaction withReason(String why) {
        return new Transaction(kind, day, authority, document, why, reverses, entries);
    }

    public Transaction withEntries(List<Entry> others) {
        return new Transaction(kind, day, authority, document, reason, reverses, others);
    }

    /// The fiscal year in which it counts.
    public FiscalYear year() {
        return FiscalYear.containing(day);
    }

    /// The month of the fiscal year in which it counts: October is 1, September 12.
    public int month() {
        return (day.getMonthValue() + 2) % 12 + 1;
    }
}
