package org.phatthana.registers;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.phatthana.values.PlaceCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes observations and reads what their recording has to know: by sets, never one by one. Writers hold the lock
/// of the public log, so that no two of them meet here.
@Component
class ObservationRows {

    private static final int BATCH = 10_000;

    /// Figures before a new one that it is compared with.
    private static final int EARLIER = 24;

    private final JdbcClient jdbc;
    private final Observations observations;

    ObservationRows(JdbcClient jdbc, Observations observations) {
        this.jdbc = jdbc;
        this.observations = observations;
    }

    /// What one figure is about.
    record About(String series, String subject, LocalDate day) {}

    /// The subject of a series.
    record Of(String series, String subject) {}

    /// Whether anything was recorded that is no sample.
    boolean hasReal() {
        return jdbc.sql("select exists (select from registers.recording where not is_sample)")
                .query(Boolean.class)
                .single();
    }

    /// The numbers that series have in the tables; new ones get theirs.
    Map<String, Short> numbers(Set<String> series) {
        var codes = series.stream().sorted().toArray(String[]::new);
        jdbc.sql("""
            insert into registers.series (code)
            select code from unnest(:codes) as c (code) where code not in (select code from registers.series)
            """).param("codes", codes).update();
        var numbers = new HashMap<String, Short>();
        jdbc.sql("select code, id from registers.series where code = any(:codes)")
                .param("codes", codes)
                .query(row -> {
                    numbers.put(row.getString(1), row.getShort(2));
                });
        return numbers;
    }

    /// The observations that stand now.
    Map<About, Observation> standing(Collection<About> wanted, Map<String, Short> numbers) {
        var all = List.copyOf(wanted);
        var standing = new HashMap<About, Observation>();
        for (var from = 0; from < all.size(); from += BATCH) {
            var batch = all.subList(from, Math.min(from + BATCH, all.size()));
            observations
                    .standing(
                            array(batch, about -> numbers.get(about.series), Short[]::new),
                            array(batch, About::subject, String[]::new),
                            array(batch, about -> about.day.toString(), String[]::new))
                    .forEach(found -> standing.put(new About(found.series(), found.subject(), found.day()), found));
        }
        return standing;
    }

    /// The values of the figures before a day, in millionths, the newest first.
    Map<Of, List<Long>> earlier(Map<Of, LocalDate> before, Map<String, Short> numbers) {
        var all = List.copyOf(before.entrySet());
        var earlier = new HashMap<Of, List<Long>>();
        for (var from = 0; from < all.size(); from += BATCH) {
            var batch = all.subList(from, Math.min(from + BATCH, all.size()));
            jdbc.sql("""
                select k.at, e.value from unnest(:series, :subjects, :days) with ordinality as k (series, subject, day, at),
                    lateral (
                        select o.value, o.day from registers.observation o
                        where o.series = k.series and o.subject = k.subject and o.day < k.day::date
                            and o.replaced_by is null and not o.is_withdrawn
                        order by o.day desc limit :earlier) e
                order by k.at, e.day desc
                """)
                    .param("series", array(batch, one -> numbers.get(one.getKey().series), Short[]::new))
                    .param("subjects", array(batch, one -> one.getKey().subject, String[]::new))
                    .param("days", array(batch, one -> one.getValue().toString(), String[]::new))
                    .param("earlier", EARLIER)
                    .query(row -> {
                        earlier.computeIfAbsent(batch.get(row.getInt(1) - 1).getKey(), _ -> new ArrayList<>())
                                .add(row.getLong(2));
                    });
        }
        return earlier;
    }

    /// In which tambon entries stand; those that there are, also where nobody knows it.
    Map<String, Optional<PlaceCode>> entries(String register, Collection<String> ids) {
        var places = new HashMap<String, Optional<PlaceCode>>();
        jdbc.sql("select entry, place from registers.newest where register = :register and entry = any(:ids)")
                .param("register", register)
                .param("ids", ids.toArray(String[]::new))
                .query(row -> {
                    places.put(
                            row.getString(1),
                            Optional.ofNullable(row.getString(2)).map(PlaceCode::new));
                });
        return places;
    }

    /// Appends observations, numbered in their order, to what is recorded.
    ///
    /// @param salt of the digest of those of people; empty where there are none
    void write(List<Observation> written, Map<String, Short> numbers, UUID account, String salt) {
        var last = written.getLast();
        jdbc.sql("""
            insert into registers.recording (last, account, capacity, recorded_at, is_sample, salt)
            values (:last, :account, :capacity, :at, :sample, :salt)
            """)
                .param("last", last.number())
                .param("account", account)
                .param("capacity", last.capacity())
                .param("at", Timestamp.from(last.recordedAt()))
                .param("sample", last.sample())
                .param("salt", salt)
                .update();
        for (var from = 0; from < written.size(); from += BATCH) {
            insert(written.subList(from, Math.min(from + BATCH, written.size())), numbers, last.number());
        }
    }

    private void insert(List<Observation> batch, Map<String, Short> numbers, long recording) {
        jdbc.sql("""
            update registers.observation o set replaced_by = r.number
            from unnest(:numbers, :replaces) as r (number, replaces) where o.number = r.replaces
            """)
                .param("numbers", array(batch, Observation::number, Long[]::new))
                .param("replaces", array(batch, ObservationRows::replaces, Long[]::new))
                .update();
        jdbc.sql("""
            insert into registers.observation (number, recording, value, replaces, day, series, flag, is_withdrawn, subject, place,
                method, source, note)
            select number, :recording, value, replaces, day::date, series, flag, is_withdrawn, subject, place, method, source, note
            from unnest(:numbers, :values, :replaces, :days, :series, :flags, :withdrawn, :subjects, :places, :methods, :sources,
                :notes) as o (number, value, replaces, day, series, flag, is_withdrawn, subject, place, method, source, note)
            """)
                .param("recording", recording)
                .param("numbers", array(batch, Observation::number, Long[]::new))
                .param("values", array(batch, Observation::millionths, Long[]::new))
                .param("replaces", array(batch, ObservationRows::replaces, Long[]::new))
                .param("days", array(batch, one -> one.day().toString(), String[]::new))
                .param("series", array(batch, one -> numbers.get(one.series()), Short[]::new))
                .param("flags", array(batch, one -> one.flag().number(), Short[]::new))
                .param("withdrawn", array(batch, Observation::withdrawn, Boolean[]::new))
                .param("subjects", array(batch, Observation::subject, String[]::new))
                .param("places", array(batch, one -> one.place().code(), String[]::new))
                .param("methods", array(batch, one -> one.method().orElse(""), String[]::new))
                .param("sources", array(batch, Observation::source, String[]::new))
                .param("notes", array(batch, Observation::note, String[]::new))
                .update();
    }

    /// Keeps count of the figures that stand.
    ///
    /// @param more by the code of the series; fewer if less than nothing
    void count(Map<String, Long> more, Map<String, Short> numbers) {
        var changed = List.copyOf(more.entrySet());
        jdbc.sql("""
            update registers.series s set standing = s.standing + m.more from unnest(:series, :more) as m (series, more)
            where s.id = m.series
            """)
                .param("series", array(changed, one -> numbers.get(one.getKey()), Short[]::new))
                .param("more", array(changed, Map.Entry::getValue, Long[]::new))
                .update();
    }

    private static @Nullable Long replaces(Observation observation) {
        return observation.replaces().isPresent() ? observation.replaces().getAsLong() : null;
    }

    private static <T, V> V[] array(List<T> rows, Function<T, @Nullable V> part, IntFunction<V[]> array) {
        return rows.stream().map(part).toArray(array);
    }
}
