package org.phatthana.budget.transfers;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.phatthana.budget.books.Book;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.phatthana.values.PublicIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The transfers as they are kept.
@Component
class Transfers {

    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final PublicIds ids;
    private final Clock clock;

    Transfers(JdbcClient jdbc, PublicIds ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /// The transfers of a year, the newest first.
    List<Transfer> of(FiscalYear year) {
        return jdbc.sql("select * from budget.transfer where fiscal_year = :year order by id desc limit :most")
                .param("year", year.buddhistEra())
                .param("most", MOST)
                .query(this::transfer)
                .list();
    }

    /// All that are being written, the oldest first.
    List<Transfer> open() {
        return jdbc.sql("select * from budget.transfer where state = 'open' order by id limit :most")
                .param("most", MOST)
                .query(this::transfer)
                .list();
    }

    Optional<Transfer> find(String id) {
        return jdbc.sql("select * from budget.transfer where id = :id")
                .param("id", id)
                .query(this::transfer)
                .optional();
    }

    /// One that nobody else can change until the transaction ends.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Transfer> lock(String id) {
        return jdbc.sql("select * from budget.transfer where id = :id for update")
                .param("id", id)
                .query(this::transfer)
                .optional();
    }

    /// Begins one.
    ///
    /// @param gains what lines of the book are to gain or, where negative, to lose, as far as it is known
    @Transactional
    public String begin(Book book, UUID author, Map<String, Money> gains) {
        var id = ids.next();
        jdbc.sql("""
            insert into budget.transfer (id, fiscal_year, number, reason, state, rule, author, revision, created_at, is_sample)
            values (:id, :year, '', '', 'open', '', :author, 1, :now, :sample)
            """)
                .param("id", id)
                .param("year", book.year().buddhistEra())
                .param("author", author)
                .param("now", Timestamp.from(clock.instant()))
                .param("sample", book.sample())
                .update();
        var ordinal = 1;
        for (var gain : gains.entrySet()) {
            var loses = gain.getValue().isNegative();
            insert(
                    id,
                    new Transfer.Change(
                            ordinal++,
                            gain.getKey(),
                            loses,
                            loses ? gain.getValue().negated() : gain.getValue(),
                            false,
                            Optional.empty(),
                            Optional.empty()));
        }
        return id;
    }

    /// Adds a line to one that is being written, unless it stands there already.
    @Transactional
    public void add(Transfer transfer, String line, boolean decrease) {
        if (lock(transfer.id()).filter(Transfer::isOpen).isPresent()) {
            jdbc.sql("""
                insert into budget.transfer_change (transfer, ordinal, line, is_decrease, satang, changes_substance)
                select :id, coalesce(max(ordinal), 0) + 1, :line, :decrease, 0, false from budget.transfer_change
                where transfer = :id
                on conflict do nothing
                """)
                    .param("id", transfer.id())
                    .param("line", line)
                    .param("decrease", decrease)
                    .update();
        }
    }

    /// Saves what somebody wrote, inside the caller's transaction, which has locked it.
    void save(Transfer transfer) {
        jdbc.sql("""
            update budget.transfer set number = :number, dated = :dated, reason = :reason, revision = revision + 1
            where id = :id
            """)
                .param("id", transfer.id())
                .param("number", transfer.number())
                .param("dated", transfer.dated().map(Date::valueOf).orElse(null), Types.DATE)
                .param("reason", transfer.reason())
                .update();
        jdbc.sql("delete from budget.transfer_change where transfer = :id")
                .param("id", transfer.id())
                .update();
        transfer.changes().forEach(change -> insert(transfer.id(), change));
    }

    private void insert(String transfer, Transfer.Change change) {
        jdbc.sql("""
            insert into budget.transfer_change (transfer, ordinal, line, is_decrease, satang, changes_substance)
            values (:id, :ordinal, :line, :decrease, :satang, :substance)
            """)
                .param("id", transfer)
                .param("ordinal", change.ordinal())
                .param("line", change.line())
                .param("decrease", change.decrease())
                .param("satang", change.amount().satang())
                .param("substance", change.substance())
                .update();
    }

    /// Throws away one that was never sent.
    @Transactional
    public void discard(String id) {
        jdbc.sql("delete from budget.transfer where id = :id and state = 'open' and rule = ''")
                .param("id", id)
                .update();
    }

    /// Puts one on its way or back to its author, inside the caller's transaction.
    void move(String id, Transfer.State state, String rule) {
        jdbc.sql("update budget.transfer set state = :state, rule = case when :rule = '' then rule else :rule end"
                        + " where id = :id")
                .param("id", id)
                .param("state", state.code())
                .param("rule", rule)
                .update();
    }

    /// Keeps what the lines had, and that it was decided, inside the caller's transaction.
    void decide(Transfer transfer, List<Transfer.Change> stood, long transaction) {
        stood.forEach(change -> jdbc.sql("""
            update budget.transfer_change set appropriated_satang = :appropriated, left_satang = :left
            where transfer = :id and ordinal = :ordinal
            """)
                .param("id", transfer.id())
                .param("ordinal", change.ordinal())
                .param("appropriated", change.appropriated().orElse(Money.ZERO).satang())
                .param("left", change.left().orElse(Money.ZERO).satang())
                .update());
        jdbc.sql("update budget.transfer set state = 'decided', transaction = :transaction where id = :id")
                .param("id", transfer.id())
                .param("transaction", transaction)
                .update();
    }

    private Transfer transfer(ResultSet row, int number) throws SQLException {
        var id = row.getString("id");
        var transaction = row.getLong("transaction");
        return new Transfer(
                id,
                new FiscalYear(row.getInt("fiscal_year")),
                row.getString("number"),
                Optional.ofNullable(row.getObject("dated", LocalDate.class)),
                row.getString("reason"),
                Transfer.State.of(row.getString("state")),
                row.getString("rule"),
                transaction == 0 ? OptionalLong.empty() : OptionalLong.of(transaction),
                row.getObject("author", UUID.class),
                row.getTimestamp("created_at").toInstant(),
                row.getInt("revision"),
                row.getBoolean("is_sample"),
                changes(id));
    }

    private List<Transfer.Change> changes(String id) {
        return jdbc.sql("select * from budget.transfer_change where transfer = :id order by is_decrease desc, ordinal")
                .param("id", id)
                .query((row, _) -> new Transfer.Change(
                        row.getInt("ordinal"),
                        row.getString("line"),
                        row.getBoolean("is_decrease"),
                        new Money(row.getLong("satang")),
                        row.getBoolean("changes_substance"),
                        Optional.ofNullable(row.getObject("appropriated_satang", Long.class))
                                .map(Money::new),
                        Optional.ofNullable(row.getObject("left_satang", Long.class))
                                .map(Money::new)))
                .list();
    }
}
