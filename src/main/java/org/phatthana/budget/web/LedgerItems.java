package org.phatthana.budget.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.phatthana.budget.AccountId;
import org.phatthana.budget.Balances;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.DocumentReference;
import org.phatthana.budget.Entry;
import org.phatthana.budget.Names;
import org.phatthana.budget.PostedTransaction;
import org.phatthana.budget.Stage;
import org.phatthana.values.Money;

/// The ledger as programs read it. Amounts are decimal strings in baht; balances are debits less credits.
final class LedgerItems {

    static final String CURRENCY = "THB";
    static final String ADDRESS = "/api/v1/ledger";

    private LedgerItems() {}

    /// A transaction.
    ///
    /// @param reversedBy the number of what undid it; null where nothing did, or it was entered just now
    /// @param href the same again
    /// @param page where people read it
    /// @param proof where it stands in the public log
    record TransactionItem(
            long number,
            String kind,
            LocalDate day,
            Instant postedAt,
            String authority,
            String capacity,
            DocumentItem document,
            String reason,
            @Nullable Long reverses,
            @Nullable Long reversedBy,
            List<EntryItem> entries,
            String currency,
            boolean sample,
            long logEntry,
            String href,
            String page,
            String proof) {}

    record DocumentItem(
            String kind,
            String number,
            @Nullable LocalDate date,
            @Nullable String address) {}

    /// An entry: a debit or a credit, and what its account had after it.
    record EntryItem(
            String account,
            String line,
            String stage,
            @Nullable String debit,
            @Nullable String credit,
            String balance) {}

    /// A line with what stands in its stages.
    ///
    /// @param at the instant that was asked for; null for now
    record LineItem(
            String id,
            int year,
            Map<String, String> area,
            Map<String, String> programme,
            Map<String, String> task,
            Map<String, String> expenditureType,
            String category,
            String kind,
            String item,
            String fundSource,
            @Nullable String project,
            @Nullable String department,
            @Nullable Instant at,
            AmountsItem amounts,
            String currency,
            boolean sample,
            String href) {}

    /// @param authorised appropriated, supplemented, transferred and carried in
    /// @param left unallotted and allotted: neither set aside, owed nor paid
    record AmountsItem(
            String appropriated,
            String supplemented,
            String transferred,
            String carriedIn,
            String authorised,
            String unallotted,
            String allotted,
            String reserved,
            String committed,
            String disbursed,
            String carriedOver,
            String lapsed,
            String left) {}

    /// An account.
    ///
    /// @param side `source` for one that money comes from, whose balance is a credit (negative); else `use`
    /// @param at the instant that was asked for; null for now
    /// @param transactions those with an entry on it
    record AccountItem(
            String id,
            String line,
            String stage,
            String side,
            int year,
            String balance,
            String currency,
            @Nullable Instant at,
            boolean sample,
            String href,
            String lineHref,
            String transactions) {}

    static TransactionItem item(PostedTransaction posted, @Nullable Long reversedBy) {
        var transaction = posted.transaction();
        var reverses = transaction.reverses();
        return new TransactionItem(
                posted.number(),
                transaction.kind().code(),
                transaction.day(),
                posted.postedAt(),
                transaction.authority(),
                posted.capacity(),
                item(transaction.document()),
                transaction.reason(),
                reverses.isPresent() ? reverses.getAsLong() : null,
                reversedBy,
                IntStream.range(0, posted.balances().size())
                        .mapToObj(i -> item(
                                transaction.entries().get(i), posted.balances().get(i)))
                        .toList(),
                CURRENCY,
                posted.sample(),
                posted.logEntry(),
                ADDRESS + "/transactions/" + posted.number(),
                "/budget/ledger/" + posted.number(),
                "/proof/entries/" + posted.logEntry());
    }

    private static DocumentItem item(DocumentReference document) {
        return new DocumentItem(
                document.kind(),
                document.number(),
                document.date().orElse(null),
                document.address().isEmpty() ? null : document.address());
    }

    private static EntryItem item(Entry entry, Money balance) {
        var amount = entry.amount();
        return new EntryItem(
                entry.account().toString(),
                entry.account().line(),
                entry.account().stage().code(),
                amount.isNegative() ? null : amount.toPlainString(),
                amount.isNegative() ? amount.negated().toPlainString() : null,
                balance.toPlainString());
    }

    static LineItem item(BookLine line, Balances balances, @Nullable Instant at, Names names) {
        return new LineItem(
                line.id(),
                line.year().buddhistEra(),
                names.area(line.area()).sorted(),
                names.programme(line.programme()).sorted(),
                names.task(line.task()).sorted(),
                names.type(line.type()).sorted(),
                line.category(),
                line.kind(),
                line.item(),
                line.fundSource(),
                line.project().isEmpty() ? null : line.project(),
                line.department().isEmpty() ? null : line.department(),
                at,
                item(balances),
                CURRENCY,
                line.sample(),
                ADDRESS + "/lines/" + line.id());
    }

    private static AmountsItem item(Balances balances) {
        return new AmountsItem(
                balances.appropriated().toPlainString(),
                balances.supplemented().toPlainString(),
                balances.transferred().toPlainString(),
                balances.carriedIn().toPlainString(),
                balances.authorised().toPlainString(),
                balances.of(Stage.UNALLOTTED).toPlainString(),
                balances.of(Stage.ALLOTTED).toPlainString(),
                balances.reserved().toPlainString(),
                balances.committed().toPlainString(),
                balances.disbursed().toPlainString(),
                balances.of(Stage.CARRIED_OVER).toPlainString(),
                balances.of(Stage.LAPSED).toPlainString(),
                balances.left().toPlainString());
    }

    static AccountItem item(AccountId account, BookLine line, Balances balances, @Nullable Instant at) {
        return new AccountItem(
                account.toString(),
                line.id(),
                account.stage().code(),
                account.stage().isSource() ? "source" : "use",
                line.year().buddhistEra(),
                balances.of(account.stage()).toPlainString(),
                CURRENCY,
                at,
                line.sample(),
                ADDRESS + "/accounts/" + account,
                ADDRESS + "/lines/" + line.id(),
                ADDRESS + "/transactions?account=" + account);
    }
}
