package org.phatthana.budget.ledger;

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
import java.util.function.Function;
import java.util.stream.IntStream;
import org.phatthana.budget.AccountId;
import org.phatthana.budget.Entry;
import org.phatthana.budget.PostedTransaction;
import org.phatthana.budget.Stage;
import org.phatthana.values.Money;
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

    private final JdbcClient jdbc;

    Journal(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
        return jdbc.sql("""
            (select number, posted_at from budget.transaction order by number desc limit 1)
            union all (select number, posted_at from budget.removed order by number desc limit 1)
            order by number desc limit 1
            """)
                .query((row, _) -> new End(row.getLong(1), row.getTimestamp(2).toInstant()))
                .optional()
                .orElse(new End(0, Instant.EPOCH));
    }

    /// The accounts of some ids with their balances, locked in the order of their numbers until the transaction
    /// ends.
    Map<AccountId, Kept> lock(Collection<AccountId> accounts) {
        var kept = new HashMap<AccountId, Kept>();
        jdbc.sql("""
            select a.id, a.balance_satang, l.public_id, a.stage
            from unnest(:lines, :stages) as wanted (line, stage)
            join budget.book_line l on l.public_id = wanted.line
            join budget.account a on a.line = l.id and a.stage = wanted.stage
            order by a.id for update of a
            """)
                .param("lines", accounts.stream().map(AccountId::line).toArray(String[]::new))
                .param("stages", accounts.stream().map(id -> id.stage().code()).toArray(String[]::new))
                .query(row -> {
                    var stage = Stage.find(row.getString("stage")).orElseThrow();
                    kept.put(
                            new AccountId(row.getString("public_id"), stage),
                            new Kept(row.getLong("id"), new Money(row.getLong("balance_satang"))));
                });
        return kept;
    }

    Map<Request, Asked> asked(Collection<Request> keys) {
        var asked = new HashMap<Request, Asked>();
        jdbc.sql("""
            select p.owner, p.key, p.digest, p.first_number, p.last_number
            from unnest(:owners, :keys) as wanted (owner, key)
            join budget.posting p on p.owner = wanted.owner and p.key = wanted.key
            """)
                .param("owners", keys.stream().map(Request::owner).toArray(UUID[]::new))
                .param("keys", keys.stream().map(Request::key).toArray(String[]::new))
                .query(row -> {
                    asked.put(
                            new Request(row.getObject("owner", UUID.class), row.getString("key")),
                            new Asked(
                                    row.getString("digest"), row.getLong("first_number"), row.getLong("last_number")));
                });
        return asked;
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

    /// The month up to which each year's books are closed.
    Map<Integer, Integer> closedThrough(Collection<Integer> years) {
        var through = new HashMap<Integer, Integer>();
        jdbc.sql("""
            select distinct on (fiscal_year) fiscal_year, through from budget.closing
            where fiscal_year = any(:years) order by fiscal_year, id desc
            """).param("years", years.toArray(Integer[]::new)).query(row -> {
            through.put(row.getInt(1), row.getInt(2));
        });
        return through;
    }

    /// Writes transactions that were applied, with their entries.
    void write(List<PostedTransaction> posted, List<UUID> owners, Map<AccountId, Kept> accounts) {
        writeTransactions(posted, owners);
        var rows = posted.stream()
                .flatMap(one -> IntStream.range(0, one.balances().size())
                        .mapToObj(i -> new Row(
                                one.number(),
                                one.transaction().entries().get(i),
                                one.balances().get(i))))
                .toList();
        jdbc.sql("""
            insert into budget.entry (transaction, account, amount_satang, balance_satang)
            select * from unnest(:transactions, :accounts, :amounts, :balances)
            """)
                .param("transactions", array(rows, Row::transaction))
                .param("accounts", array(rows, row -> id(accounts, row.entry.account())))
                .param("amounts", array(rows, row -> row.entry.amount().satang()))
                .param("balances", array(rows, row -> row.balance.satang()))
                .update();
    }

    private record Row(long transaction, Entry entry, Money balance) {}

    private void writeTransactions(List<PostedTransaction> posted, List<UUID> owners) {
        var statement = jdbc.sql("""
            insert into budget.transaction (number, kind, fiscal_year, month, day, posted_at, authority, capacity, owner,
                document_kind, document_number, document_date, address, reason, reverses, log_entry)
            select number, kind, fiscal_year, month, day, :postedAt, authority, capacity, owner, document_kind,
                document_number, document_date, address, reason, reverses, log_entry
            from unnest(:numbers, :kinds, :years, :months, :days::date[], :authorities, :capacities, :owners,
                :documentKinds, :documentNumbers, :documentDates::date[], :addresses, :reasons, :reverses, :logEntries)
                as t (number, kind, fiscal_year, month, day, authority, capacity, owner, document_kind, document_number,
                document_date, address, reason, reverses, log_entry)
            """);
        statement
                .param("postedAt", Timestamp.from(posted.getFirst().postedAt()))
                .param("numbers", array(posted, PostedTransaction::number))
                .param("kinds", texts(posted, one -> one.transaction().kind().code()))
                .param(
                        "years",
                        posted.stream()
                                .map(one -> one.transaction().year().buddhistEra())
                                .toArray(Integer[]::new))
                .param(
                        "months",
                        posted.stream().map(one -> one.transaction().month()).toArray(Integer[]::new))
                .param("days", texts(posted, one -> one.transaction().day().toString()))
                .param("authorities", texts(posted, one -> one.transaction().authority()))
                .param("capacities", texts(posted, PostedTransaction::capacity))
                .param("owners", owners.toArray(UUID[]::new))
                .param(
                        "documentKinds",
                        texts(posted, one -> one.transaction().document().kind()))
                .param(
                        "documentNumbers",
                        texts(posted, one -> one.transaction().document().number()))
                .param("documentDates", dates(posted))
                .param(
                        "addresses",
                        texts(posted, one -> one.transaction().document().address()))
                .param("reasons", texts(posted, one -> one.transaction().reason()))
                .param("reverses", reverses(posted))
                .param("logEntries", array(posted, PostedTransaction::logEntry))
                .update();
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

    /// Writes what accounts have now.
    void writeBalances(Map<AccountId, Money> balances, Map<AccountId, Kept> accounts) {
        var changed = balances.entrySet().stream()
                .filter(one -> !one.getValue().equals(kept(accounts, one.getKey()).balance))
                .toList();
        jdbc.sql("""
            update budget.account a set balance_satang = fresh.balance
            from unnest(:ids, :balances) as fresh (id, balance) where a.id = fresh.id
            """)
                .param("ids", array(changed, one -> id(accounts, one.getKey())))
                .param("balances", array(changed, one -> one.getValue().satang()))
                .update();
    }

    /// Remembers what was asked for.
    void remember(Map<Request, Asked> asked) {
        var rows = List.copyOf(asked.entrySet());
        jdbc.sql("""
            insert into budget.posting (owner, key, digest, first_number, last_number)
            select * from unnest(:owners, :keys, :digests, :first, :last)
            """)
                .param("owners", rows.stream().map(row -> row.getKey().owner).toArray(UUID[]::new))
                .param("keys", rows.stream().map(row -> row.getKey().key).toArray(String[]::new))
                .param("digests", texts(rows, row -> row.getValue().digest))
                .param("first", array(rows, row -> row.getValue().first))
                .param("last", array(rows, row -> row.getValue().last))
                .update();
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
