package org.phatthana.registers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.phatthana.registers.kept.GeometryText;
import org.phatthana.registers.kept.ValueText;
import org.phatthana.values.PlaceCode;
import org.phatthana.values.Thailand;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/// The entries of the registers, for reading: now, on an earlier day, as they were known at an earlier instant.
@Component
public class Entries {

    private static final int BATCH = 2_000;

    private final JdbcClient jdbc;
    private final Registers registers;
    private final Clock clock;

    Entries(JdbcClient jdbc, Registers registers, Clock clock) {
        this.jdbc = jdbc;
        this.registers = registers;
        this.clock = clock;
    }

    /// The newest version of an entry.
    public Optional<Entry> find(String id) {
        return jdbc.sql("""
            select v.*, e.register, e.is_sample from registers.newest n
            join registers.version v on v.entry = n.entry and v.number = n.number
            join registers.entry e on e.id = n.entry where n.entry = :id
            """).param("id", id).query(this::entry).optional();
    }

    /// What was known of an entry at an instant, as its newest version said then.
    public Optional<Entry> knownAt(String id, Instant instant) {
        return history(id).stream()
                .filter(version -> !version.recordedAt().isAfter(instant))
                .findFirst();
    }

    /// How an entry stood on a day, as is known today.
    ///
    /// @return empty where it was not there yet; one that had ended by then is returned, and says so
    public Optional<Entry> on(String id, LocalDate day) {
        return history(id).stream()
                .filter(version -> !version.holdsFrom().isAfter(day))
                .max(Comparator.comparing(Entry::holdsFrom).thenComparingInt(Entry::version));
    }

    /// All versions of an entry, the newest first.
    public List<Entry> history(String id) {
        return jdbc.sql("""
            select v.*, e.register, e.is_sample from registers.version v join registers.entry e on e.id = v.entry
            where v.entry = :id order by v.number desc
            """).param("id", id).query(this::entry).list();
    }

    /// What a version says of persons; empty where that was erased. For those who work here alone.
    public Map<String, Object> personal(Entry entry) {
        return jdbc.sql("select content from registers.personal where entry = :id and number = :number")
                .param("id", entry.id())
                .param("number", entry.version())
                .query(String.class)
                .optional()
                .map(text -> ValueText.read(text, fields(entry.register())))
                .orElse(Map.of());
    }

    /// The entry that is there under a code.
    public Optional<Entry> byCode(Register register, String code) {
        return jdbc.sql("select entry from registers.newest where register = :register and code = :code and is_open")
                .param("register", register.code())
                .param("code", code)
                .query(String.class)
                .optional()
                .flatMap(this::find);
    }

    /// A page of a register, in the order of names. Its cost does not grow with the register.
    ///
    /// @throws IllegalArgumentException if there is no entry after which the page would begin
    public EntryPage page(Register register, EntryQuery query) {
        var words = words(query.text());
        var facets = byTally(register, query);
        var statement = words.isEmpty() ? """
            select v.*, e.register, e.is_sample from (
                select f.entry, f.name from registers.facet f
                where f.register = :register and f.facet = :facet and f.is_open = :open
                    and (f.name, f.entry) > (:name, :after)
                    and not exists (select from unnest(:others) o (facet) where not exists (
                        select from registers.facet g where g.entry = f.entry and g.facet = o.facet))
                order by f.name, f.entry limit :limit
            ) p
            join registers.newest n on n.entry = p.entry
            join registers.version v on v.entry = n.entry and v.number = n.number
            join registers.entry e on e.id = n.entry
            order by p.name, p.entry
            """ : """
                select v.*, e.register, e.is_sample from (
                    select f.entry, f.name, f.number from registers.newest f
                    where f.register = :register and f.is_open = :open and f.words like :longest and f.words like all(:words)
                        and (f.name, f.entry) > (:name, :after)
                        and not exists (select from unnest(:others || :facet::text) o (facet) where not exists (
                            select from registers.facet g where g.entry = f.entry and g.facet = o.facet))
                    order by f.name, f.entry limit :limit
                ) p
                join registers.version v on v.entry = p.entry and v.number = p.number
                join registers.entry e on e.id = p.entry
                order by p.name, p.entry
                """;
        var found = jdbc.sql(statement)
                .param("register", register.code())
                .param("open", query.open())
                .param("facet", facets.getFirst())
                .param("others", facets.subList(1, facets.size()).toArray(String[]::new))
                .param("name", query.after().isEmpty() ? "" : nameOf(query.after()))
                .param("after", query.after())
                .param(
                        "longest",
                        words.stream()
                                .max(Comparator.comparingInt(String::length))
                                .orElse("%"))
                .param("words", words.toArray(String[]::new))
                .param("limit", query.limit() + 1)
                .query(this::entry)
                .list();
        var isLast = found.size() <= query.limit();
        return new EntryPage(
                isLast ? found : found.subList(0, query.limit()),
                isLast
                        ? Optional.empty()
                        : Optional.of(found.get(query.limit() - 1).id()));
    }

    /// Gives every entry of a register that is there today.
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void each(Register register, Consumer<Entry> reader) {
        each(register, Thailand.date(clock.instant()), clock.instant(), reader);
    }

    /// Gives every entry of a register that was there on a day, in the order of their ids, all of one state of the
    /// database.
    ///
    /// @param known as was known at this instant
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void each(Register register, LocalDate day, Instant known, Consumer<Entry> reader) {
        var after = "";
        while (true) {
            var batch = jdbc.sql("""
                select distinct on (e.id) v.*, e.register, e.is_sample
                from registers.entry e join registers.version v on v.entry = e.id
                where e.register = :register and e.id > :after and v.holds_from <= :day and v.recorded_at <= :known
                order by e.id, v.holds_from desc, v.number desc limit :limit
                """)
                    .param("register", register.code())
                    .param("after", after)
                    .param("day", day)
                    .param("known", Timestamp.from(known))
                    .param("limit", BATCH)
                    .query(this::entry)
                    .list();
            batch.stream().filter(entry -> entry.isOpenOn(day)).forEach(reader);
            if (batch.size() < BATCH) {
                return;
            }
            after = batch.getLast().id();
        }
    }

    /// Whether a register never had an entry.
    public boolean isNew(Register register) {
        return jdbc.sql("select not exists (select from registers.entry where register = :register)")
                .param("register", register.code())
                .query(Boolean.class)
                .single();
    }

    /// How many entries are there.
    public long count(Register register) {
        return tally(register, true).getOrDefault(Facets.ALL, 0L);
    }

    /// How many entries are there, or have ended, that a query asks for.
    ///
    /// @return empty where only counting them would tell: several conditions, or words
    public Optional<Long> count(Register register, EntryQuery query) {
        return query.facets().size() > 1 || !words(query.text()).isEmpty()
                ? Optional.empty()
                : Optional.of(tally(register, query.open())
                        .getOrDefault(query.facets().getFirst(), 0L));
    }

    /// How many entries are there in each place of every level; places without any are not among them.
    public Map<PlaceCode, Long> byPlace(Register register) {
        var counts = new TreeMap<PlaceCode, Long>();
        tally(register, true).forEach((facet, entries) -> {
            if (facet.startsWith(Facets.PLACELESS) && !facet.equals(Facets.PLACELESS) && entries > 0) {
                counts.put(new PlaceCode(facet.substring(Facets.PLACELESS.length())), entries);
            }
        });
        return counts;
    }

    /// How many entries that are there stand in no place that is known.
    public long placeless(Register register) {
        return tally(register, true).getOrDefault(Facets.PLACELESS, 0L);
    }

    /// How many entries are there with each value of one of [Register#filters()].
    public Map<String, Long> byValue(Register register, Field field) {
        var counts = new LinkedHashMap<String, Long>();
        var prefix = Facets.of(field.code(), "");
        tally(register, true).forEach((facet, entries) -> {
            if (facet.startsWith(prefix) && entries > 0) {
                counts.put(facet.substring(prefix.length()), entries);
            }
        });
        return counts;
    }

    private Map<String, Long> tally(Register register, boolean open) {
        var tally = new TreeMap<String, Long>();
        jdbc.sql("select facet, entries from registers.tally where register = :register and is_open = :open")
                .param("register", register.code())
                .param("open", open)
                .query(row -> {
                    tally.put(row.getString("facet"), row.getLong("entries"));
                });
        return tally;
    }

    /// The facets of a query, the rarest first: the list is walked along that one.
    private List<String> byTally(Register register, EntryQuery query) {
        var facets = query.facets();
        if (facets.size() == 1) {
            return facets;
        }
        var tally = tally(register, query.open());
        return facets.stream()
                .sorted(Comparator.comparingLong(facet -> tally.getOrDefault(facet, 0L)))
                .toList();
    }

    private String nameOf(String entry) {
        return jdbc.sql("select name from registers.newest where entry = :entry")
                .param("entry", entry)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("There is no entry " + entry));
    }

    /// The words that are looked for, as patterns.
    private static List<String> words(String text) {
        return Arrays.stream(text.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .toList();
    }

    private List<Field> fields(String register) {
        return registers.find(register).map(Register::fields).orElse(List.of());
    }

    private Entry entry(ResultSet row, int number) throws SQLException {
        var register = row.getString("register");
        return new Entry(
                row.getString("entry"),
                register,
                row.getInt("number"),
                ValueText.read(row.getString("content"), fields(register)),
                Optional.ofNullable(row.getString("geometry")).flatMap(GeometryText::read),
                Optional.ofNullable(row.getString("place")).map(PlaceCode::new),
                row.getString("place_said"),
                row.getObject("holds_from", LocalDate.class),
                Optional.ofNullable(row.getObject("ended", LocalDate.class)),
                row.getString("note"),
                row.getString("digest"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("capacity"),
                row.getBoolean("is_sample"));
    }
}
