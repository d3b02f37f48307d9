package org.phatthana.budget.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.phatthana.budget.Balances;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.Stage;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The lines of the books and what stands in their stages.
@Component
public class BookLines {

    private final JdbcClient jdbc;
    private final JournalSearch search;
    private final Clock clock;

    /// Lines never change, so each is read once.
    private final Map<String, BookLine> read = new ConcurrentHashMap<>();

    BookLines(JdbcClient jdbc, JournalSearch search, Clock clock) {
        this.jdbc = jdbc;
        this.search = search;
        this.clock = clock;
    }

    /// Lines by their ids; those that are not in the books are left out.
    Map<String, BookLine> byId(Collection<String> ids) {
        var unread = ids.stream().filter(id -> !read.containsKey(id)).distinct().toArray(String[]::new);
        if (unread.length > 0) {
            jdbc.sql("select l.*, b.sample from budget.book_line l join budget.book b using (fiscal_year)"
                            + " where l.public_id = any(:ids)")
                    .param("ids", unread)
                    .query(BookLines::line)
                    .list()
                    .forEach(line -> read.put(line.id(), line));
        }
        var found = new LinkedHashMap<String, BookLine>();
        for (var id : ids) {
            var line = read.get(id);
            if (line != null) {
                found.put(id, line);
            }
        }
        return found;
    }

    /// Forgets what was read, when books were removed.
    public void forget() {
        read.clear();
    }

    /// The years that have books, the newest first.
    public List<FiscalYear> years() {
        return jdbc.sql("select fiscal_year from budget.book order by fiscal_year desc")
                .query((row, _) -> new FiscalYear(row.getInt(1)))
                .list();
    }

    /// A line by its id.
    public Optional<BookLine> find(String id) {
        return Optional.ofNullable(byId(List.of(id)).get(id));
    }

    /// The lines of a year's books in the order in which they were opened, with their balances.
    public Map<BookLine, Balances> of(FiscalYear year) {
        return collected(jdbc.sql("""
            select l.*, b.sample, a.stage, a.balance_satang from budget.book_line l
            join budget.book b using (fiscal_year) join budget.account a on a.line = l.id
            where l.fiscal_year = :year order by l.id
            """).param("year", year.buddhistEra()));
    }

    /// The lines that pay for a project with their balances, those of the newest year first.
    public Map<BookLine, Balances> ofProject(String project) {
        return collected(jdbc.sql("""
            select l.*, b.sample, a.stage, a.balance_satang from budget.book_line l
            join budget.book b using (fiscal_year) join budget.account a on a.line = l.id
            where l.project = :project and l.project <> '' order by l.fiscal_year desc, l.id
            """).param("project", project));
    }

    /// The line that is for the same as another, whatever its id.
    public Optional<BookLine> same(BookLine line) {
        return described(line, """
            select l.*, b.sample from budget.book_line l join budget.book b using (fiscal_year)
            where fiscal_year = :year and area = :area and programme = :programme and task = :task and type = :type
                and category = :category and kind = :kind and item = :item and fund_source = :fundSource
                and project = :project and department = :department
            """).query(BookLines::line).optional();
    }

    /// Binds what a line is for.
    private JdbcClient.StatementSpec described(BookLine line, String sql) {
        return jdbc.sql(sql)
                .param("year", line.year().buddhistEra())
                .param("area", line.area())
                .param("programme", line.programme())
                .param("task", line.task())
                .param("type", line.type())
                .param("category", line.category())
                .param("kind", line.kind())
                .param("item", line.item())
                .param("fundSource", line.fundSource())
                .param("project", line.project())
                .param("department", line.department());
    }

    /// What stands in a line's stages.
    public Balances balances(String line) {
        return stages(jdbc.sql("""
            select a.stage, a.balance_satang from budget.account a join budget.book_line l on l.id = a.line
            where l.public_id = :line
            """).param("line", line));
    }

    /// The lines of a year's books that were open at an instant, in the order in which they were opened, with what
    /// they had.
    public Map<BookLine, Balances> of(FiscalYear year, Instant asOf) {
        return collected(jdbc.sql("""
            select l.*, b.sample, a.stage, coalesce(e.balance_satang, 0) as balance_satang
            from budget.book_line l
            join budget.book b using (fiscal_year) join budget.account a on a.line = l.id
            left join lateral (
                select entry.balance_satang from budget.entry entry
                where entry.account = a.id and entry.transaction <= :number
                order by entry.transaction desc limit 1) e on true
            where l.fiscal_year = :year and l.opened_at <= :asOf order by l.id
            """)
                .param("year", year.buddhistEra())
                .param("number", search.newest(asOf))
                .param("asOf", Timestamp.from(asOf)));
    }

    private static Map<BookLine, Balances> collected(StatementSpec statement) {
        var amounts = new LinkedHashMap<BookLine, Map<Stage, Money>>();
        statement.query(row -> {
            amounts.computeIfAbsent(line(row, 0), _ -> new EnumMap<>(Stage.class))
                    .put(Stage.find(row.getString("stage")).orElseThrow(), new Money(row.getLong("balance_satang")));
        });
        var balances = new LinkedHashMap<BookLine, Balances>();
        amounts.forEach((line, stages) -> balances.put(line, new Balances(stages)));
        return balances;
    }

    /// What stood in a line's stages at an instant.
    public Balances balances(String line, Instant asOf) {
        return stages(jdbc.sql("""
            select a.stage, e.balance_satang from budget.book_line l join budget.account a on a.line = l.id
            cross join lateral (
                select entry.balance_satang from budget.entry entry
                where entry.account = a.id and entry.transaction <= :number
                order by entry.transaction desc limit 1) e
            where l.public_id = :line
            """).param("line", line).param("number", search.newest(asOf)));
    }

    private static Balances stages(StatementSpec statement) {
        var stages = new EnumMap<Stage, Money>(Stage.class);
        statement.query(row -> {
            stages.put(Stage.find(row.getString("stage")).orElseThrow(), new Money(row.getLong("balance_satang")));
        });
        return new Balances(stages);
    }

    /// Opens the books of a year.
    ///
    /// @param capacity the role in which it is done
    /// @return whether they were not open yet
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean openBook(FiscalYear year, boolean sample, String capacity) {
        return jdbc.sql("""
            insert into budget.book (fiscal_year, sample, capacity, opened_at) values (:year, :sample, :capacity, :now)
            on conflict do nothing
            """)
                        .param("year", year.buddhistEra())
                        .param("sample", sample)
                        .param("capacity", capacity)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /// Opens a line with its accounts, which have nothing yet.
    ///
    /// @throws org.springframework.dao.DuplicateKeyException if there is one for the same already
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(BookLine line) {
        var id = described(line, """
            insert into budget.book_line (public_id, fiscal_year, area, programme, task, type, category, kind, item,
                fund_source, project, department, opened_at)
            values (:publicId, :year, :area, :programme, :task, :type, :category, :kind, :item, :fundSource, :project,
                :department, :now) returning id
            """)
                .param("publicId", line.id())
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        jdbc.sql("insert into budget.account (line, stage) select :line, stage from unnest(:stages) as s (stage)")
                .param("line", id)
                .param("stages", Arrays.stream(Stage.values()).map(Stage::code).toArray(String[]::new))
                .update();
    }

    private static BookLine line(ResultSet row, int number) throws SQLException {
        return new BookLine(
                row.getString("public_id"),
                new FiscalYear(row.getInt("fiscal_year")),
                row.getString("area"),
                row.getString("programme"),
                row.getString("task"),
                row.getString("type"),
                row.getString("category"),
                row.getString("kind"),
                row.getString("item"),
                row.getString("fund_source"),
                row.getString("project"),
                row.getString("department"),
                row.getBoolean("sample"));
    }
}
