package org.phatthana.plan;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.phatthana.proof.PublicAct;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.Language;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// States on which day editions came into force whose days were only estimated when their plan was taken in. What
/// an edition decided stays as it is.
@Component
public class EditionDays {

    private final JdbcClient jdbc;
    private final Editions editions;
    private final PublicLog log;
    private final Clock clock;

    EditionDays(JdbcClient jdbc, Editions editions, PublicLog log, Clock clock) {
        this.jdbc = jdbc;
        this.editions = editions;
        this.log = log;
        this.clock = clock;
    }

    /// The editions of a plan whose days are estimated, in their order.
    public List<Edition> estimated(String plan) {
        return editions.of(plan).stream().filter(Edition::estimated).toList();
    }

    /// States days, all or none.
    ///
    /// @param stated days by the numbers of editions; those of others than estimated ones are passed over
    /// @param capacity in which capacity, as the public log writes it
    /// @return what stands against them, by the numbers of editions; if anything does, nothing is stored
    @Transactional
    public Map<Integer, Message> state(String plan, Map<Integer, LocalDate> stated, String capacity) {
        jdbc.sql("select id from plan.plan where id = :plan for update")
                .param("plan", plan)
                .query(String.class)
                .optional();
        var known = editions.of(plan);
        var news = new TreeMap<Integer, Edition>();
        var days = new TreeMap<Integer, LocalDate>();
        for (var edition : known) {
            edition.day().ifPresent(day -> days.put(edition.number(), day));
            if (edition.estimated() && stated.containsKey(edition.number())) {
                news.put(edition.number(), edition);
            }
        }
        news.keySet().forEach(number -> days.put(number, stated.get(number)));
        var faults = faults(plan, news, days);
        if (faults.isEmpty()) {
            news.forEach((number, edition) -> store(edition, day(days, number), capacity));
        }
        return faults;
    }

    /// An edition comes into force by today, not before the plan, and not before one whose decisions it goes on
    /// from.
    private Map<Integer, Message> faults(
            String plan, NavigableMap<Integer, Edition> news, NavigableMap<Integer, LocalDate> days) {
        var faults = new LinkedHashMap<Integer, Message>();
        var today = LocalDate.now(clock.withZone(Editions.THAILAND));
        var begun = days.getOrDefault(0, LocalDate.MIN);
        days.forEach((number, day) -> {
            if (news.containsKey(number) && day.isAfter(today)) {
                faults.put(number, Message.of("plan.import.date-to-come"));
            } else if (number > 0 && day.isBefore(begun)) {
                faults.put(news.containsKey(number) ? number : 0, Message.of("plan.import.date-before-plan"));
            }
        });
        jdbc.sql("""
            select distinct edition, next_edition from plan.version where plan_id = :plan and next_edition is not null
            """).param("plan", plan).query((row, _) -> List.of(row.getInt(1), row.getInt(2))).list().stream()
                .filter(pair -> day(days, pair.getLast()).isBefore(day(days, pair.getFirst())))
                .filter(pair -> news.containsKey(pair.getFirst()) || news.containsKey(pair.getLast()))
                .forEach(pair -> {
                    var isLater = news.containsKey(pair.getLast());
                    var other = editions.find(plan, isLater ? pair.getFirst() : pair.getLast())
                            .orElseThrow();
                    faults.putIfAbsent(
                            isLater ? pair.getLast() : pair.getFirst(),
                            Message.of(
                                    isLater ? "plan.days.before-earlier" : "plan.days.after-later",
                                    other.title(),
                                    day(days, other.number())));
                });
        return faults;
    }

    private static LocalDate day(Map<Integer, LocalDate> days, int edition) {
        return Objects.requireNonNull(days.get(edition), "what was decided was announced");
    }

    private void store(Edition edition, LocalDate day, String capacity) {
        var from = day.atStartOfDay(Editions.THAILAND).toInstant();
        jdbc.sql("""
            update plan.edition set in_force_from = :from, is_estimated = false where plan_id = :plan and number = :number
            """)
                .param("from", Timestamp.from(from))
                .param("plan", edition.plan())
                .param("number", edition.number())
                .update();
        log.append(act(edition, day, edition.inForceFrom().orElse(from), capacity));
    }

    private static PublicAct act(Edition edition, LocalDate day, Instant before, String capacity) {
        return new PublicAct(
                "plan.edition-dated",
                "/plan/" + edition.plan() + "/editions",
                capacity,
                Localized.of(
                        "ระบุวันประกาศใช้แผนพัฒนา %s แทนวันที่ประมาณไว้"
                                .formatted(edition.title().thai()),
                        "Day of announcement stated instead of an estimate: "
                                + edition.title().in(Language.ENGLISH)),
                Map.of(
                        "plan", edition.plan(),
                        "edition", edition.number(),
                        "inForceFrom", day.toString(),
                        "estimatedBefore",
                                LocalDate.ofInstant(before, Editions.THAILAND).toString()),
                edition.sample());
    }
}
