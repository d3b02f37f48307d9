package org.phatthana.budget.ledger;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.phatthana.budget.JournalQuery;
import org.phatthana.budget.PostedTransaction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// Finds transactions in the journal. No number was posted before a smaller one, so an instant is first turned into
/// the newest number that was there; everything after that is asked by number, over an index.
@Component
public class JournalSearch {

    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final Journal journal;

    JournalSearch(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    /// The transactions that a query asks for, newest first.
    public List<PostedTransaction> find(JournalQuery query) {
        return journal.of(numbers(query, query.limit()));
    }

    /// The numbers of the transactions that a query asks for, largest first.
    private List<Long> numbers(JournalQuery query, int limit) {
        var below = query.before().orElse(Long.MAX_VALUE);
        if (query.until().isPresent()) {
            below = Math.min(below, newest(query.until().get()) + 1);
        }
        return statement(query)
                .param("below", below)
                .param("limit", limit)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /// Hands over all transactions that a query asks for whatever its limit, the oldest first, reading few at a
    /// time.
    public void each(JournalQuery query, Consumer<PostedTransaction> reader) {
        var numbers = numbers(query, Integer.MAX_VALUE).reversed();
        for (var first = 0; first < numbers.size(); first += AT_ONCE) {
            var some = numbers.subList(first, Math.min(numbers.size(), first + AT_ONCE));
            journal.of(some).reversed().forEach(reader);
        }
    }

    /// The newest number at an instant: 0 if there was none yet.
    long newest(Instant instant) {
        return jdbc.sql("""
            select number from budget.transaction where posted_at <= :instant order by posted_at desc, number desc limit 1
            """)
                .param("instant", OffsetDateTime.ofInstant(instant, ZoneOffset.UTC))
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /// The number of the reversal that undid a transaction, if one did.
    public OptionalLong reversalOf(long number) {
        return jdbc.sql("select number from budget.transaction where reverses = :number")
                .param("number", number)
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /// The numbers of the reversals that undid some transactions, by the numbers of these.
    public Map<Long, Long> reversalsOf(Collection<Long> numbers) {
        var reversals = new HashMap<Long, Long>();
        jdbc.sql("select reverses, number from budget.transaction where reverses = any(:numbers)")
                .param("numbers", numbers.toArray(Long[]::new))
                .query(row -> {
                    reversals.put(row.getLong(1), row.getLong(2));
                });
        return reversals;
    }

    private StatementSpec statement(JournalQuery query) {
        if (query.account().isPresent() || query.line().isPresent()) {
            return ofAccounts(query);
        }
        return query.year()
                .map(year -> jdbc.sql("""
                    select number from budget.transaction where fiscal_year = :year and number < :below
                    order by number desc limit :limit
                    """).param("year", year.buddhistEra()))
                .orElseGet(() -> jdbc.sql("""
                    select number from budget.transaction where number < :below order by number desc limit :limit
                    """));
    }

    /// The newest of each account are enough to find the newest of all.
    private StatementSpec ofAccounts(JournalQuery query) {
        var line =
                query.account().map(account -> account.line()).or(query::line).orElseThrow();
        return jdbc.sql("""
            select distinct e.transaction
            from budget.book_line l join budget.account a on a.line = l.id
            cross join lateral (
                select entry.transaction from budget.entry entry
                where entry.account = a.id and entry.transaction < :below
                    and (:year::int is null or exists (select 1 from budget.transaction t
                        where t.number = entry.transaction and t.fiscal_year = :year::int))
                order by entry.transaction desc limit :limit) e
            where l.public_id = :line and l.public_id = :lineToo and (:stage::text is null or a.stage = :stage::text)
            order by e.transaction desc limit :limit
            """)
                .param("line", line)
                .param("lineToo", query.line().orElse(line))
                .param(
                        "stage",
                        query.account().map(account -> account.stage().code()).orElse(null))
                .param("year", query.year().map(year -> year.buddhistEra()).orElse(null));
    }
}
