package org.phatthana.budget.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.phatthana.budget.AccountId;
import org.phatthana.budget.Entry;
import org.phatthana.budget.PostedTransaction;
import org.phatthana.budget.Stage;
import org.phatthana.values.Money;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The journal as it is kept: transactions, their entries and the balances that follow from them. Writes inside the
/// caller's transaction.
@Component
public class Journal {

    private static final String COLUMNS = """
        select t.number, t.kind as transaction_kind, t.day, t.posted_at, t.authority, t.capacity, t.document_kind,
            t.document_number, t.document_date, t.address, t.reason, t.reverses, t.log_entry, b.sample, l.public_id as line, a.stage, e.amount_satang, e.balance_satang
        from budget.transaction t
        join budget.book b using (fiscal_year)
        join budget.entry e on e.transaction = t.number
        join budget.account a on a.id = e.account
        join budget.book_line l on l.id = a.line
        """;

    private static final String END = """
        (select number, posted_at from budget.transaction order by number desc limit 1)
        union all (select number, posted_at from budget.removed order by number desc limit 1)
        order by number desc limit 1\
        """;

    private final JdbcClient jdbc;
    private final JdbcOperations operations;

    Journal(JdbcClient jdbc, JdbcOperations operations) {
        this.jdbc = jdbc;
        this.operations = operations;
    }

    /// An account as it is kept.
    record Kept(long id, Money balance) {}

    /// The newest number that was ever given, and when it was posted.
    record End(long number, Instant postedAt) {}

    /// What an owner asked for before.
    record Asked(String digest, long first, long last) {}

    /// Which request: its owner and key.
    record Request(UUID owner, String key) {}

    End end() {
        return jdbc.sql(END).query((row, _) -> end(row)).optional().orElse(new End(0, Instant.EPOCH));
    }

    private static End end(ResultSet row) throws SQLException {
        return new End(row.getLong(1), row.getTimestamp(2).toInstant());
    }

    /// What has to be known before postings are decided. It stays true until the transaction ends, since nobody
    /// else enters anything meanwhile.
    ///
    /// @param end the newest number that was ever given
    /// @param accounts those that were named and exist
    /// @param asked what was entered before under the same keys
    /// @param closedThrough the month up to which each year's books are closed
    record Known(
            End end, Map<AccountId, Kept> accounts, Map<Request, Asked> asked, Map<Integer, Integer> closedThrough) {}

    /// Reads what has to be known, and locks the accounts in the order of their numbers.
    Known lock(Collection<AccountId> accounts, Collection<Request> keys, Collection<Integer> years) {
        var end = new AtomicReference<>(new End(0, Instant.EPOCH));
        var kept = new HashMap<AccountId, Kept>();
        var asked = new HashMap<Request, Asked>();
        var through = new HashMap<Integer, Integer>();
        new Together(operations)
                .query(END, row -> end.set(end(row)))
                .query(
                        """
                        select a.id, a.balance_satang, l.public_id, a.stage
                        from unnest(?, ?) as wanted (line, stage)
                        join budget.book_line l on l.public_id = wanted.line
                        join budget.account a on a.line = l.id and a.stage = wanted.stage
                        order by a.id for update of a\
                        """,
                        row -> kept.put(
                                new AccountId(
                                        row.getString(3),
                                        Stage.find(row.getString(4)).orElseThrow()),
                                new Kept(row.getLong(1), new Money(row.getLong(2)))),
                        texts(accounts, AccountId::line),
                        texts(accounts, id -> id.stage().code()))
                .query(
                        """
                        select p.owner, p.key, p.digest, p.first_number, p.last_number
                        from unnest(?, ?) as wanted (owner, key)
                        join budget.posting p on p.owner = wanted.owner and p.key = wanted.key\
                        """,
                        row -> asked.put(
                                new Request(row.getObject(1, UUID.class), row.getString(2)),
                                new Asked(row.getString(3), row.getLong(4), row.getLong(5))),
                        keys.stream().map(Request::owner).toArray(UUID[]::new),
                        texts(keys, Request::key))
                .query("""
                    select distinct on (fiscal_year) fiscal_year, through from budget.closing
                    where fiscal_year = any(?) order by fiscal_year, id desc\
                    """, row -> through.put(row.getInt(1), row.getInt(2)), (Object) years.toArray(Integer[]::new))
                .run();
        return new Known(end.get(), kept, asked, through);
    }

    /// Which of some transactions were reversed already.
    Set<Long> reversed(Collection<Long> numbers) {
        if (numbers.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(jdbc.sql("select reverses from budget.transaction where reverses = any(:numbers)")
                .param("numbers", numbers.toArray(Long[]::new))
                .query((row, _) -> row.getLong(1))
                .list());
    }

    /// Writes transactions that were applied, with their entries; what accounts have now; and what was asked for.
    void write(
            List<PostedTransaction> posted,
            List<UUID> owners,
            Map<AccountId, Money> balances,
            Map<AccountId, Kept> accounts,
            Map<Request, Asked> asked) {
        var together = new Together(operations);
        writeTransactions(together, posted, owners);
        writeEntries(together, posted, accounts);
        writeBalances(together, balances, accounts);
        remember(together, asked);
        together.run();
    }

    private static void writeTransactions(Together together, List<PostedTransaction> posted, List<UUID> owners) {
        together.update(
                """
                insert into budget.transaction (posted_at, number, kind, fiscal_year, month, day, authority, capacity, owner,
                    document_kind, document_number, document_date, address, reason, reverses, log_entry)
                select ?, number, kind, fiscal_year, month, day::date, authority, capacity, owner, document_kind,
                    document_number, document_date::date, address, reason, reverses, log_entry
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    as t (number, kind, fiscal_year, month, day, authority, capacity, owner, document_kind, document_number,
                    document_date, address, reason, reverses, log_entry)\
                """,
                Timestamp.from(posted.getFirst().postedAt()),
                array(posted, PostedTransaction::number),
                texts(posted, one -> one.transaction().kind().code()),
                posted.stream()
                        .map(one -> one.transaction().year().buddhistEra())
                        .toArray(Integer[]::new),
                posted.stream().map(one -> one.transaction().month()).toArray(Integer[]::new),
                texts(posted, one -> one.transaction().day().toString()),
                texts(posted, one -> one.transaction().authority()),
                texts(posted, PostedTransaction::capacity),
                owners.toArray(UUID[]::new),
                texts(posted, one -> one.transaction().document().kind()),
                texts(posted, one -> one.transaction().document().number()),
                dates(posted),
                texts(posted, one -> one.transaction().document().address()),
                texts(posted, one -> one.transaction().reason()),
                reverses(posted),
                array(posted, PostedTransaction::logEntry));
    }

    private record Row(long transaction, Entry entry, Money balance) {}

    private static void writeEntries(Together together, List<PostedTransaction> posted, Map<AccountId, Kept> accounts) {
        var rows = posted.stream()
                .flatMap(one -> IntStream.range(0, one.balances().size())
                        .mapToObj(i -> new Row(
                                one.number(),
                                one.transaction().entries().get(i),
                                one.balances().get(i))))
                .toList();
        together.update(
                """
                insert into budget.entry (transaction, account, amount_satang, balance_satang)
                select * from unnest(?, ?, ?, ?)\
                """,
                array(rows, Row::transaction),
                array(rows, row -> id(accounts, row.entry.account())),
                array(rows, row -> row.entry.amount().satang()),
                array(rows, row -> row.balance.satang()));
    }

    private static String[] dates(List<PostedTransaction> posted) {
        return posted.stream()
                .map(one -> one.transaction()
                        .document()
                        .date()
                        .map(LocalDate::toString)
                        .orElse(null))
                .toArray(String[]::new);
    }

    private static Long[] reverses(List<PostedTransaction> posted) {
        return posted.stream()
                .map(one -> one.transaction().reverses())
                .map(number -> number.isPresent() ? number.getAsLong() : null)
                .toArray(Long[]::new);
    }

    private static void writeBalances(
            Together together, Map<AccountId, Money> balances, Map<AccountId, Kept> accounts) {
        var changed = balances.entrySet().stream()
                .filter(one -> !one.getValue().equals(kept(accounts, one.getKey()).balance))
                .toList();
        together.update(
                """
                update budget.account a set balance_satang = fresh.balance
                from unnest(?, ?) as fresh (id, balance) where a.id = fresh.id\
                """,
                array(changed, one -> id(accounts, one.getKey())),
                array(changed, one -> one.getValue().satang()));
    }

    private static void remember(Together together, Map<Request, Asked> asked) {
        var rows = List.copyOf(asked.entrySet());
        together.update(
                """
                insert into budget.posting (owner, key, digest, first_number, last_number)
                select * from unnest(?, ?, ?, ?, ?)\
                """,
                rows.stream().map(row -> row.getKey().owner).toArray(UUID[]::new),
                texts(rows, row -> row.getKey().key),
                texts(rows, row -> row.getValue().digest),
                array(rows, row -> row.getValue().first),
                array(rows, row -> row.getValue().last));
    }

    /// A transaction by its number.
    public Optional<PostedTransaction> find(long number) {
        return between(number, number).stream().findFirst();
    }

    /// The transactions of some numbers, in their order.
    ///
    /// @param first the smallest number
    /// @param last the largest
    public List<PostedTransaction> between(long first, long last) {
        return Rows.transactions(jdbc.sql(COLUMNS + " where t.number between :first and :last order by t.number, a.id")
                .param("first", first)
                .param("last", last));
    }

    /// The transactions of some numbers, the largest first.
    List<PostedTransaction> of(Collection<Long> numbers) {
        return Rows.transactions(jdbc.sql(COLUMNS + " where t.number = any(:numbers) order by t.number desc, a.id")
                .param("numbers", numbers.toArray(Long[]::new)));
    }

    private static long id(Map<AccountId, Kept> accounts, AccountId account) {
        return kept(accounts, account).id;
    }

    private static Kept kept(Map<AccountId, Kept> accounts, AccountId account) {
        return Optional.ofNullable(accounts.get(account)).orElseThrow();
    }

    private static <T> Long[] array(Collection<T> rows, Function<T, Long> part) {
        return rows.stream().map(part).toArray(Long[]::new);
    }

    private static <T> String[] texts(Collection<T> rows, Function<T, String> part) {
        return rows.stream().map(part).toArray(String[]::new);
    }
}
