package org.phatthana.budget;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.phatthana.packs.Pack;
import org.phatthana.values.FiscalYear;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The stored ordinances: our own organization's and those of others to stand beside it. Of each organization and
/// year the newest version holds; the older ones stay readable.
@Component
public class Ordinances {

    private final JdbcClient jdbc;
    private final OrdinanceRows rows;
    private final Clock clock;
    private final String own;

    /// Stored versions never change, so they are read once.
    private final Map<Long, StoredOrdinance> read = new ConcurrentHashMap<>();

    Ordinances(JdbcClient jdbc, JsonMapper json, Clock clock, Pack pack) {
        this.jdbc = jdbc;
        this.rows = new OrdinanceRows(jdbc, json);
        this.clock = clock;
        this.own = pack.organization().id();
    }

    /// Our own ordinance of the newest year.
    public Optional<StoredOrdinance> current() {
        return years().stream().findFirst().flatMap(this::of);
    }

    /// Our own ordinance of a year.
    public Optional<StoredOrdinance> of(FiscalYear year) {
        return of(own, year);
    }

    /// The ordinance of an organization.
    ///
    /// @param organization its id, for example `pao-65` or `nation-wide`
    public Optional<StoredOrdinance> of(String organization, FiscalYear year) {
        return jdbc.sql("""
            select id from budget.ordinance where organization = :organization and fiscal_year = :year
            order by version desc limit 1
            """)
                .param("organization", organization)
                .param("year", year.buddhistEra())
                .query(Long.class)
                .optional()
                .map(this::byId);
    }

    /// The years of our own ordinances, newest first.
    public List<FiscalYear> years() {
        return jdbc.sql("""
            select distinct fiscal_year from budget.ordinance where organization = :organization
            order by fiscal_year desc
            """)
                .param("organization", own)
                .query((row, _) -> new FiscalYear(row.getInt(1)))
                .list();
    }

    /// Everyone's ordinance of a year, our own first, the sum of all last, else in the order of the ids.
    public List<StoredOrdinance> all(FiscalYear year) {
        return jdbc
                .sql("""
                    select id from budget.ordinance o where fiscal_year = :year and not exists (
                        select 1 from budget.ordinance newer where newer.organization = o.organization
                            and newer.fiscal_year = o.fiscal_year and newer.version > o.version)
                    order by organization <> :own, organization = 'nation-wide', organization
                    """)
                .param("year", year.buddhistEra())
                .param("own", own)
                .query((row, _) -> row.getLong(1))
                .list()
                .stream()
                .map(id -> byId(id))
                .toList();
    }

    /// All versions of an organization's ordinance of a year, newest first.
    public List<StoredOrdinance> versions(String organization, FiscalYear year) {
        return jdbc
                .sql("""
                    select id from budget.ordinance where organization = :organization and fiscal_year = :year
                    order by version desc
                    """)
                .param("organization", organization)
                .param("year", year.buddhistEra())
                .query((row, _) -> row.getLong(1))
                .list()
                .stream()
                .map(id -> byId(id))
                .toList();
    }

    /// Whether an ordinance is our own organization's.
    public boolean isOwn(Ordinance ordinance) {
        return ordinance.body().id().equals(own);
    }

    /// The address of the page that shows the newest version of an ordinance, without a language.
    public String address(Ordinance ordinance) {
        var page = "/budget/" + ordinance.year();
        return isOwn(ordinance)
                ? page
                : page + "?organization=" + URLEncoder.encode(ordinance.body().id(), StandardCharsets.UTF_8);
    }

    /// Waits until no other transaction stores an ordinance, so that what is compared with the newest version is
    /// compared with the one that it will follow.
    @Transactional(propagation = Propagation.MANDATORY)
    void lock() {
        jdbc.sql("lock table budget.ordinance in share row exclusive mode").update();
    }

    /// Appends a version inside the caller's transaction, after [#lock].
    @Transactional(propagation = Propagation.MANDATORY)
    StoredOrdinance append(Ordinance ordinance, String capacity) {
        var version = versions(ordinance.body().id(), ordinance.year()).stream()
                .findFirst()
                .map(newest -> newest.version() + 1)
                .orElse(1);
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var id = rows.insert(ordinance, version, capacity, Timestamp.from(at));
        return new StoredOrdinance(id, version, at, capacity, ordinance);
    }

    private StoredOrdinance byId(long id) {
        return read.computeIfAbsent(id, this::load);
    }

    private StoredOrdinance load(long id) {
        return jdbc.sql("select * from budget.ordinance where id = :id")
                .param("id", id)
                .query((row, _) -> new StoredOrdinance(
                        id,
                        row.getInt("version"),
                        row.getTimestamp("imported_at").toInstant(),
                        row.getString("capacity"),
                        rows.read(row, people(row))))
                .single();
    }

    private static Ordinance.@Nullable People people(ResultSet row) throws SQLException {
        var count = row.getLong("people");
        return row.wasNull() ? null : new Ordinance.People(count, row.getObject("people_as_of", LocalDate.class));
    }
}
