package org.phatthana.budget.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.phatthana.budget.AccountId;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.DocumentReference;
import org.phatthana.budget.Entry;
import org.phatthana.budget.Ledger;
import org.phatthana.budget.Names;
import org.phatthana.budget.PostedTransaction;
import org.phatthana.budget.ledger.Authorities;
import org.phatthana.values.Language;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;
import org.springframework.stereotype.Component;

/// What the ledger's pages and files call its things.
@Component
public class LedgerWords {

    private final Ledger ledger;
    private final Names names;
    private final Authorities authorities;

    LedgerWords(Ledger ledger, Names names, Authorities authorities) {
        this.ledger = ledger;
        this.names = names;
        this.authorities = authorities;
    }

    /// A transaction as a row of the journal.
    ///
    /// @param moved the sum of its debits
    /// @param lines whose money it moves, each once
    public record Row(PostedTransaction posted, Money moved, List<BookLine> lines) {}

    /// A transaction as a row of one account.
    ///
    /// @param amount debit, or negative for a credit
    /// @param balance what the account had after it
    public record AccountRow(PostedTransaction posted, Money amount, Money balance) {}

    public List<Row> rows(List<PostedTransaction> transactions) {
        return transactions.stream().map(this::row).toList();
    }

    private Row row(PostedTransaction posted) {
        var entries = posted.transaction().entries();
        return new Row(
                posted,
                debits(entries),
                entries.stream()
                        .map(entry -> entry.account().line())
                        .distinct()
                        .map(this::line)
                        .toList());
    }

    public List<AccountRow> entries(List<PostedTransaction> transactions, AccountId account) {
        var rows = new ArrayList<AccountRow>();
        for (var posted : transactions) {
            var entries = posted.transaction().entries();
            IntStream.range(0, entries.size())
                    .filter(i -> entries.get(i).account().equals(account))
                    .mapToObj(i -> new AccountRow(
                            posted, entries.get(i).amount(), posted.balances().get(i)))
                    .forEach(rows::add);
        }
        return rows;
    }

    /// The sum of the debits of some entries, which is that of their credits.
    public static Money debits(List<Entry> entries) {
        return Money.sum(entries.stream()
                .map(Entry::amount)
                .filter(amount -> !amount.isNegative())
                .toList());
    }

    /// A line of an entry, which is there as long as the entry is.
    public BookLine line(String id) {
        return ledger.line(id).orElseThrow();
    }

    /// What a line is for: its item if one is written out, else its task and type.
    public Localized label(BookLine line) {
        if (!line.item().isEmpty()) {
            return Localized.thai(line.item());
        }
        var task = names.task(line.task());
        var type = names.type(line.type());
        var texts = new TreeMap<String, String>(Map.of("th", task.thai() + " · " + type.thai()));
        task.sorted()
                .keySet()
                .forEach(code -> texts.put(code, task.in(new Language(code)) + " · " + type.in(new Language(code))));
        return new Localized(texts);
    }

    /// Where a line stands in the classification, from the area to the type.
    public List<Localized> place(BookLine line) {
        return List.of(
                names.area(line.area()),
                names.programme(line.programme()),
                names.task(line.task()),
                names.type(line.type()));
    }

    public Localized authority(String id) {
        return authorities.authority(id).orElse(Localized.thai(id));
    }

    public Localized documentKind(DocumentReference document) {
        return authorities.document(document.kind()).orElse(Localized.thai(document.kind()));
    }
}
