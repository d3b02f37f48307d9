package org.phatthana.registers;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.phatthana.registers.EntryRecording.Written;
import org.phatthana.registers.kept.GeometryText;
import org.phatthana.registers.kept.ValueText;
import org.phatthana.values.PlaceCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes the tables of this room. Writers hold the lock of the public log, so that no two of them meet here.
@Component
class EntryRows {

    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;

    EntryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Appends versions, and makes lists and tallies say what they say.
    void write(Register register, List<Written> written, UUID account) {
        for (var from = 0; from < written.size(); from += BATCH) {
            var batch = written.subList(from, Math.min(from + BATCH, written.size()));
            insertEntries(batch);
            insertVersions(batch, account);
            insertPersonal(batch);
            withdraw(batch);
            list(register, batch);
        }
    }

    private void insertEntries(List<Written> batch) {
        var fresh = batch.stream()
                .map(Written::entry)
                .filter(entry -> entry.version() == 1)
                .toList();
        jdbc.sql("""
            insert into registers.entry (id, register, is_sample)
            select id, register, is_sample from unnest(:ids, :registers, :samples) as e (id, register, is_sample)
            """)
                .param("ids", array(fresh, Entry::id, String[]::new))
                .param("registers", array(fresh, Entry::register, String[]::new))
                .param("samples", array(fresh, Entry::sample, Boolean[]::new))
                .update();
    }

    private void insertVersions(List<Written> batch, UUID account) {
        var entries = batch.stream().map(Written::entry).toList();
        jdbc.sql("""
            insert into registers.version (entry, number, holds_from, ended, content, geometry, place, place_said, note,
                digest, salt, account, capacity, recorded_at)
            select entry, number, holds_from::date, ended::date, content::jsonb, geometry::jsonb, place, place_said, note,
                digest, salt, :account, :capacity, :at
            from unnest(:entries, :numbers, :holdsFrom, :ended, :contents, :geometries, :places, :said, :notes, :digests,
                :salts) as v (entry, number, holds_from, ended, content, geometry, place, place_said, note, digest, salt)
            """)
                .param("entries", array(entries, Entry::id, String[]::new))
                .param("numbers", array(entries, Entry::version, Integer[]::new))
                .param("holdsFrom", array(entries, entry -> entry.holdsFrom().toString(), String[]::new))
                .param(
                        "ended",
                        array(
                                entries,
                                entry -> entry.ended().map(Object::toString).orElse(null),
                                String[]::new))
                .param("contents", array(entries, entry -> ValueText.write(entry.values()), String[]::new))
                .param(
                        "geometries",
                        array(
                                entries,
                                entry -> entry.geometry()
                                        .map(GeometryText::write)
                                        .orElse(null),
                                String[]::new))
                .param("places", array(entries, EntryRows::place, String[]::new))
                .param("said", array(entries, Entry::placeSaid, String[]::new))
                .param("notes", array(entries, Entry::note, String[]::new))
                .param("digests", array(entries, Entry::digest, String[]::new))
                .param("salts", array(batch, Written::salt, String[]::new))
                .param("account", account)
                .param("capacity", entries.getFirst().capacity())
                .param("at", Timestamp.from(entries.getFirst().recordedAt()))
                .update();
    }

    private void insertPersonal(List<Written> batch) {
        var some = batch.stream().filter(each -> !each.personal().isEmpty()).toList();
        if (some.isEmpty()) {
            return;
        }
        jdbc.sql("""
            insert into registers.personal (entry, number, content, salt)
            select entry, number, content::jsonb, salt
            from unnest(:entries, :numbers, :contents, :salts) as p (entry, number, content, salt)
            """)
                .param("entries", array(some, each -> each.entry().id(), String[]::new))
                .param("numbers", array(some, each -> each.entry().version(), Integer[]::new))
                .param("contents", array(some, each -> ValueText.write(each.personal()), String[]::new))
                .param("salts", array(some, Written::personalSalt, String[]::new))
                .update();
    }

    /// Takes what earlier versions put into lists out of them.
    private void withdraw(List<Written> batch) {
        var changed = batch.stream()
                .map(Written::entry)
                .filter(entry -> entry.version() > 1)
                .toList();
        if (changed.isEmpty()) {
            return;
        }
        var ids = array(changed, Entry::id, String[]::new);
        jdbc.sql("""
            with gone as (delete from registers.facet where entry = any(:ids) returning register, facet, is_open),
                fewer as (select register, facet, is_open, count(*) as entries from gone group by 1, 2, 3)
            update registers.tally t set entries = t.entries - f.entries from fewer f
            where t.register = f.register and t.facet = f.facet and t.is_open = f.is_open
            """).param("ids", ids).update();
        jdbc.sql("delete from registers.newest where entry = any(:ids)")
                .param("ids", ids)
                .update();
    }

    private record Listed(Entry entry, String name, String facet) {}

    private void list(Register register, List<Written> batch) {
        var entries = batch.stream().map(Written::entry).toList();
        jdbc.sql("""
            insert into registers.newest (entry, register, number, name, code, place, is_open, words)
            select entry, :register, number, name, code, place, is_open, words
            from unnest(:entries, :numbers, :names, :codes, :places, :open, :words)
                as n (entry, number, name, code, place, is_open, words)
            """)
                .param("register", register.code())
                .param("entries", array(entries, Entry::id, String[]::new))
                .param("numbers", array(entries, Entry::version, Integer[]::new))
                .param("names", array(entries, entry -> name(register, entry), String[]::new))
                .param(
                        "codes",
                        array(
                                entries,
                                entry -> register.codeField()
                                        .flatMap(entry::text)
                                        .orElse(null),
                                String[]::new))
                .param("places", array(entries, EntryRows::place, String[]::new))
                .param("open", array(entries, EntryRows::isOpen, Boolean[]::new))
                .param("words", array(entries, entry -> words(register, entry), String[]::new))
                .update();
        var listed = new ArrayList<Listed>();
        for (var entry : entries) {
            Facets.of(register, entry).forEach(facet -> listed.add(new Listed(entry, name(register, entry), facet)));
        }
        jdbc.sql("""
            insert into registers.facet (register, facet, is_open, name, entry)
            select :register, facet, is_open, name, entry
            from unnest(:facets, :open, :names, :entries) as f (facet, is_open, name, entry)
            """)
                .param("register", register.code())
                .param("facets", array(listed, Listed::facet, String[]::new))
                .param("open", array(listed, each -> isOpen(each.entry), Boolean[]::new))
                .param("names", array(listed, Listed::name, String[]::new))
                .param("entries", array(listed, each -> each.entry.id(), String[]::new))
                .update();
        count(register, listed);
    }

    private void count(Register register, List<Listed> listed) {
        for (var open : List.of(true, false)) {
            var more = new TreeMap<>(listed.stream()
                    .filter(each -> isOpen(each.entry) == open)
                    .collect(Collectors.groupingBy(Listed::facet, Collectors.counting())));
            if (more.isEmpty()) {
                continue;
            }
            jdbc.sql("""
                insert into registers.tally as t (register, facet, is_open, entries)
                select :register, facet, :open, entries from unnest(:facets, :more) as m (facet, entries)
                on conflict (register, facet, is_open) do update set entries = t.entries + excluded.entries
                """)
                    .param("register", register.code())
                    .param("open", open)
                    .param("facets", more.keySet().toArray(String[]::new))
                    .param("more", more.values().toArray(Long[]::new))
                    .update();
        }
    }

    private static String name(Register register, Entry entry) {
        return entry.text(register.nameField()).orElse("");
    }

    private static boolean isOpen(Entry entry) {
        return entry.ended().isEmpty();
    }

    private static @Nullable String place(Entry entry) {
        return entry.place().map(PlaceCode::code).orElse(null);
    }

    /// All that is looked for by words, in small letters.
    private static String words(Register register, Entry entry) {
        return register.publicFields().stream()
                .filter(field -> field.type() == FieldType.TEXT)
                .flatMap(field -> entry.text(field.code()).stream())
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
    }

    private static <T, V> V[] array(List<T> rows, Function<T, @Nullable V> part, IntFunction<V[]> array) {
        return rows.stream().map(part).toArray(array);
    }
}
