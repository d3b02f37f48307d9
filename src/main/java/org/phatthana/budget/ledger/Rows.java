package org.phatthana.budget.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.phatthana.budget.AccountId;
import org.phatthana.budget.DocumentReference;
import org.phatthana.budget.Entry;
import org.phatthana.budget.PostedTransaction;
import org.phatthana.budget.Stage;
import org.phatthana.budget.Transaction;
import org.phatthana.budget.TransactionKind;
import org.phatthana.values.Money;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// Reads transactions from rows of their entries.
final class Rows {

    /// A transaction with one of its entries.
    private record Part(PostedTransaction head, Entry entry, Money balance) {}

    private Rows() {}

    /// @param statement its rows come in the order of the transactions and of their entries
    static List<PostedTransaction> transactions(StatementSpec statement) {
        var parts = statement
                .query((row, _) -> new Part(head(row), entry(row), new Money(row.getLong("balance_satang"))))
                .list();
        return parts.stream()
                .collect(Collectors.groupingBy(
                        part -> part.head.number(), LinkedHashMap::new, Collectors.toUnmodifiableList()))
                .values()
                .stream()
                .map(Rows::whole)
                .toList();
    }

    private static PostedTransaction whole(List<Part> parts) {
        var head = parts.getFirst().head;
        var bare = head.transaction();
        return new PostedTransaction(
                head.number(),
                bare.withEntries(parts.stream().map(Part::entry).toList()),
                head.postedAt(),
                head.capacity(),
                parts.stream().map(Part::balance).toList(),
                head.logEntry(),
                head.sample());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        var stage = Stage.find(row.getString("stage")).orElseThrow();
        return new Entry(new AccountId(row.getString("line"), stage), new Money(row.getLong("amount_satang")));
    }

    private static PostedTransaction head(ResultSet row) throws SQLException {
        var reverses = row.getLong("reverses");
        var transaction = new Transaction(
                TransactionKind.find(row.getString("transaction_kind")).orElseThrow(),
                row.getObject("day", LocalDate.class),
                row.getString("authority"),
                new DocumentReference(
                        row.getString("document_kind"),
                        row.getString("document_number"),
                        Optional.ofNullable(row.getObject("document_date", LocalDate.class)),
                        row.getString("address")),
                row.getString("reason"),
                reverses == 0 ? OptionalLong.empty() : OptionalLong.of(reverses),
                List.of());
        return new PostedTransaction(
                row.getLong("number"),
                transaction,
                row.getTimestamp("posted_at").toInstant(),
                row.getString("capacity"),
                List.of(),
                row.getLong("log_entry"),
                row.getBoolean("sample"));
    }
}
