package org.phatthana.budget.closing;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.phatthana.budget.Balances;
import org.phatthana.budget.Ledger;
import org.phatthana.budget.Stage;
import org.phatthana.budget.books.Book;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.proof.PublicAct;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Message;
import org.phatthana.values.Thailand;
import org.phatthana.web.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Up to which month each year's books are closed. They are closed in order; to open them again takes a reason that
/// everyone can read.
@Component
public class Closings {

    static final int LONGEST_REASON = 2_000;
    private static final int MONTHS = 12;

    /// The stages from which money still has to go somewhere before the year can be closed.
    static final List<Stage> UNSETTLED = List.of(Stage.UNALLOTTED, Stage.ALLOTTED, Stage.RESERVED, Stage.COMMITTED);

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final PublicLog log;
    private final Texts texts;
    private final Clock clock;

    Closings(JdbcClient jdbc, Ledger ledger, PublicLog log, Texts texts, Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.log = log;
        this.texts = texts;
        this.clock = clock;
    }

    /// A month of a fiscal year; October is 1.
    public static YearMonth month(FiscalYear year, int month) {
        return YearMonth.from(year.firstDay()).plusMonths(month - 1L);
    }

    /// Through which month the books of a year are closed.
    public int through(FiscalYear year) {
        return history(year).stream().findFirst().map(Closing::through).orElse(0);
    }

    /// When the books of a year were closed and opened again, the newest first.
    public List<Closing> history(FiscalYear year) {
        return jdbc.sql("""
            select through, reopens, reason, capacity, at from budget.closing where fiscal_year = :year
            order by id desc limit 200
            """)
                .param("year", year.buddhistEra())
                .query((row, _) -> new Closing(
                        row.getInt("through"),
                        row.getBoolean("reopens"),
                        row.getString("reason"),
                        row.getString("capacity"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /// How many transactions count in each month of a year.
    Map<Integer, Long> transactions(FiscalYear year) {
        var counts = new TreeMap<Integer, Long>();
        jdbc.sql("select month, count(*) from budget.transaction where fiscal_year = :year group by month")
                .param("year", year.buddhistEra())
                .query(row -> {
                    counts.put(row.getInt(1), row.getLong(2));
                });
        return counts;
    }

    /// The last month of a year that has ended; 0 for none.
    int ended(FiscalYear year) {
        var today = Thailand.date(clock.instant());
        for (var month = MONTHS; month > 0; month--) {
            if (month(year, month).atEndOfMonth().isBefore(today)) {
                return month;
            }
        }
        return 0;
    }

    /// Closes the books through a month, or the year.
    ///
    /// @return why not; empty if it is done
    @Transactional
    public Optional<Message> close(Book book, int through, Acting who) {
        log.lock();
        var now = through(book.year());
        if (through <= now) {
            return Optional.of(Message.of("budget.closing.refused.closed"));
        }
        if (Math.min(through, MONTHS) > ended(book.year())) {
            return Optional.of(
                    Message.of("budget.closing.refused.not-ended", month(book.year(), Math.min(through, MONTHS))));
        }
        if (through == Closing.YEAR && isUnsettled(book.year())) {
            return Optional.of(Message.of("budget.closing.refused.unsettled"));
        }
        keep(book, through, false, "", who);
        return Optional.empty();
    }

    private boolean isUnsettled(FiscalYear year) {
        var total = ledger.lines(year).values().stream().reduce(Balances.NONE, Balances::plus);
        return UNSETTLED.stream().anyMatch(stage -> !total.of(stage).isZero());
    }

    /// Opens the books again, so that they are closed through an earlier month only.
    ///
    /// @param reason for everyone to read
    /// @return why not; empty if it is done
    @Transactional
    public Optional<Message> reopen(Book book, int through, String reason, Acting who) {
        log.lock();
        if (through >= through(book.year())) {
            return Optional.of(Message.of("budget.closing.refused.open"));
        }
        if (reason.isBlank()) {
            return Optional.of(Message.of("budget.closing.refused.reason"));
        }
        keep(book, through, true, reason, who);
        return Optional.empty();
    }

    private void keep(Book book, int through, boolean reopens, String reason, Acting who) {
        var capacity = who.capacity(Role.BUDGET_OFFICER);
        jdbc.sql("""
            insert into budget.closing (fiscal_year, through, reopens, reason, capacity, owner, at)
            values (:year, :through, :reopens, :reason, :capacity, :owner, :now)
            """)
                .param("year", book.year().buddhistEra())
                .param("through", through)
                .param("reopens", reopens)
                .param("reason", reason)
                .param("capacity", capacity)
                .param("owner", who.id())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        var content = new LinkedHashMap<String, Object>();
        content.put("year", book.year().buddhistEra());
        content.put("through", through);
        if (reopens) {
            content.put("reason", reason);
        }
        log.append(new PublicAct(
                reopens ? "budget.books-reopened" : "budget.books-closed",
                address(book.year()),
                capacity,
                texts.everywhere(told(book.year(), through, reopens, reason)),
                content,
                book.sample()));
    }

    /// One line that tells of a closing.
    static Message told(FiscalYear year, int through, boolean reopens, String reason) {
        if (reopens) {
            return through == 0
                    ? Message.of("budget.closing.reopened-all", year, reason)
                    : Message.of("budget.closing.reopened", year, month(year, Math.min(through, MONTHS)), reason);
        }
        return through == Closing.YEAR
                ? Message.of("budget.closing.closed-year", year)
                : Message.of("budget.closing.closed", year, month(year, through));
    }

    /// The page that tells of the closings of a year, without a language.
    public static String address(FiscalYear year) {
        return "/budget/" + year + "/closing";
    }
}
