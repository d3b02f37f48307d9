package org.phatthana.works;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// All works, real ones before sample ones, the newest first.
///
/// They are few, some hundreds a year, and are read from their facts once: afterwards only those that changed are
/// read again.
@Component
public class Works {

    private final JdbcClient jdbc;
    private final AtomicReference<Read> read = new AtomicReference<>(new Read(0, 0, Map.of()));

    /// What was read last.
    ///
    /// @param newest the id of the newest fact then
    /// @param count how many facts there were
    private record Read(long newest, long count, Map<String, Work> works) {}

    private record Row(String work, boolean sample, Told<?> told) {}

    Works(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Work> all() {
        return Stream.of(false, true)
                .flatMap(sample -> current().values().stream().filter(work -> work.sample() == sample))
                .toList();
    }

    public Optional<Work> find(String id) {
        return Optional.ofNullable(current().get(id));
    }

    /// Those of a project of the plan.
    public List<Work> ofProject(String project) {
        return all().stream()
                .filter(work -> work.opened().project().equals(project))
                .toList();
    }

    /// Those that a line of the books pays for.
    public List<Work> ofLine(String line) {
        return all().stream().filter(work -> work.line().equals(line)).toList();
    }

    private Map<String, Work> current() {
        var before = read.get();
        var now = jdbc.sql("select coalesce(max(id), 0) as newest, count(*) as count from works.fact")
                .query((row, _) -> new Read(row.getLong("newest"), row.getLong("count"), Map.of()))
                .single();
        if (now.newest == before.newest && now.count == before.count) {
            return before.works;
        }
        var changed = newer(before.newest);
        var added =
                changed.values().stream().mapToInt(work -> work.told().size()).sum()
                        - changed.keySet().stream()
                                .map(before.works::get)
                                .mapToInt(work -> work == null ? 0 : work.told().size())
                                .sum();
        // Where the count does not agree, sample works were removed, or facts of another transaction came late.
        var works = before.count + added == now.count && now.newest >= before.newest
                ? merged(changed, before.works)
                : newer(0);
        // What is read within a transaction may yet be taken back.
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            read.set(new Read(
                    now.newest,
                    works.values().stream()
                            .mapToLong(work -> work.told().size())
                            .sum(),
                    works));
        }
        return works;
    }

    private static Map<String, Work> merged(Map<String, Work> changed, Map<String, Work> before) {
        var all = new LinkedHashMap<String, Work>();
        changed.forEach((id, work) -> {
            if (!before.containsKey(id)) {
                all.put(id, work);
            }
        });
        before.forEach((id, work) -> all.put(id, changed.getOrDefault(id, work)));
        return all;
    }

    /// The works that have a fact with a greater id, as they are now.
    private Map<String, Work> newer(long id) {
        return works(jdbc.sql("""
            select f.*, w.is_sample from works.fact f join works.work w on w.id = f.work
            where f.work in (select work from works.fact where id > :id) order by f.work desc, f.number
            """).param("id", id).query(Works::row).list());
    }

    /// Works as this transaction sees them.
    Optional<Work> reading(String id) {
        return works(jdbc.sql("""
            select f.*, w.is_sample from works.fact f join works.work w on w.id = f.work where f.work = :id
            order by f.number
            """).param("id", id).query(Works::row).list()).values().stream()
                .findFirst();
    }

    private static Map<String, Work> works(List<Row> rows) {
        var told = new LinkedHashMap<String, List<Row>>();
        rows.forEach(
                row -> told.computeIfAbsent(row.work, _ -> new ArrayList<>()).add(row));
        var works = new LinkedHashMap<String, Work>();
        told.forEach((id, facts) -> works.put(
                id,
                Work.of(
                        id,
                        facts.getFirst().sample,
                        facts.stream().<Told<?>>map(Row::told).toList())));
        return works;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var kind = FactKind.find(row.getString("kind")).orElseThrow();
        return new Row(
                row.getString("work"),
                row.getBoolean("is_sample"),
                new Told<>(
                        row.getInt("number"),
                        row.getObject("day", java.time.LocalDate.class),
                        row.getTimestamp("at").toInstant(),
                        row.getString("capacity"),
                        Optional.ofNullable((UUID) row.getObject("account")),
                        row.getString("approver"),
                        Facts.read(kind, row.getString("content")),
                        values(row.getArray("transactions"), Long.class),
                        values(row.getArray("files"), String.class)));
    }

    private static <T> List<T> values(Array array, Class<T> type) throws SQLException {
        return Stream.of((Object[]) array.getArray()).map(type::cast).toList();
    }
}
