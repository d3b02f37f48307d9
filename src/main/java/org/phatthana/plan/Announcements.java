package org.phatthana.plan;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.phatthana.proof.PublicAct;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Language;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.phatthana.values.Money;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Puts editions into force: what was approved becomes the plan, in one transaction with its entry in the public
/// log.
@Component
public class Announcements {

    private final JdbcClient jdbc;
    private final JdbcTemplate connections;
    private final Plans plans;
    private final Editions editions;
    private final Drafts drafts;
    private final Headings headings;
    private final PublicLog log;
    private final Clock clock;

    Announcements(
            JdbcClient jdbc,
            JdbcTemplate connections,
            Plans plans,
            Editions editions,
            Drafts drafts,
            Headings headings,
            PublicLog log,
            Clock clock) {
        this.jdbc = jdbc;
        this.connections = connections;
        this.plans = plans;
        this.editions = editions;
        this.drafts = drafts;
        this.headings = headings;
        this.log = log;
        this.clock = clock;
    }

    /// What stands against announcing an edition: it decides nothing, drafts in it are undecided, or another
    /// edition has decided of one of its projects meanwhile.
    public List<Message> objections(String plan, int number) {
        var objections = new ArrayList<Message>();
        var all = drafts.of(plan, number);
        var undecided = all.stream()
                .filter(draft -> draft.state() != Draft.State.APPROVED && draft.state() != Draft.State.REJECTED)
                .count();
        if (undecided > 0) {
            objections.add(Message.of("plan.announce.undecided", undecided));
        }
        var approved = approved(all);
        if (approved.isEmpty()) {
            objections.add(Message.of("plan.announce.empty"));
        }
        for (var draft : approved) {
            if (draft.fromEdition().isPresent()) {
                var newest = plans.project(draft.project()).orElseThrow();
                if (newest.edition() != draft.fromEdition().get()) {
                    objections.add(Message.of(
                            newest.decision().act() == Edition.Act.DROP
                                    ? "plan.announce.dropped-meanwhile"
                                    : "plan.announce.decided-meanwhile",
                            draft.content().name().thai()));
                }
            }
        }
        return objections;
    }

    private static List<Draft> approved(List<Draft> all) {
        return all.stream()
                .filter(draft -> draft.state() == Draft.State.APPROVED)
                .toList();
    }

    /// Announces an edition inside the caller's transaction.
    ///
    /// @param capacity the role in which it is announced
    /// @return what stood against it; empty if it is in force
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Message> announce(String plan, int number, String capacity) {
        return announce(plan, number, capacity, clock.instant().truncatedTo(ChronoUnit.MICROS), Map.of());
    }

    /// Announces an edition that was announced outside of this program before.
    ///
    /// @param from when that was
    /// @param given what ordinances gave to new projects, as far as it is known
    @Transactional(propagation = Propagation.MANDATORY)
    List<Message> announce(
            String plan, int number, String capacity, Instant from, Map<String, Map<FiscalYear, Money>> given) {
        var edition = editions.lock(plan, number)
                .filter(found -> found.state() == Edition.State.OPEN || found.state() == Edition.State.SUBMITTED);
        if (edition.isEmpty()) {
            return List.of(Message.of("plan.announce.not-open"));
        }
        // Two editions that decide of the same project are announced one after the other.
        jdbc.sql("select id from plan.plan where id = :plan for update")
                .param("plan", plan)
                .query(String.class)
                .single();
        var objections = objections(plan, number);
        if (!objections.isEmpty()) {
            return objections;
        }
        var decided = approved(drafts.of(plan, number));
        decide(edition.get(), decided, given);
        editions.announced(edition.get(), from);
        log.append(act(edition.get(), decided, capacity));
        return List.of();
    }

    private void decide(Edition edition, List<Draft> decided, Map<String, Map<FiscalYear, Money>> given) {
        var numbers = headings.place(
                edition.plan(),
                decided.stream().map(draft -> Heading.of(draft.content())).toList(),
                edition.sample());
        var before = new LinkedHashMap<String, PlanProject>();
        for (var draft : decided) {
            if (draft.fromEdition().isPresent()) {
                before.put(draft.project(), plans.project(draft.project()).orElseThrow());
            }
        }
        connections.batchUpdate(
                "update plan.version set next_edition = ? where project_id = ? and next_edition is null",
                before.keySet(),
                500,
                (row, project) -> {
                    row.setInt(1, edition.number());
                    row.setString(2, project);
                });
        var last = jdbc.sql("select coalesce(max(ordinal), -1) from plan.version where plan_id = :plan")
                .param("plan", edition.plan())
                .query(Integer.class)
                .single();
        connections.execute((ConnectionCallback<Boolean>)
                connection -> write(connection, edition, decided, numbers, before, given, last + 1));
    }

    private static boolean write(
            Connection connection,
            Edition edition,
            List<Draft> decided,
            Map<Heading, Integer> numbers,
            Map<String, PlanProject> before,
            Map<String, Map<FiscalYear, Money>> given,
            int firstFree)
            throws SQLException {
        var free = firstFree;
        try (var rows = new VersionRows(connection, edition.plan(), edition.sample())) {
            for (var draft : decided) {
                var old = Optional.ofNullable(before.get(draft.project()));
                rows.add(
                        new VersionRows.Decided(
                                draft.project(),
                                edition.number(),
                                draft.act(),
                                old.map(PlanProject::ordinal).orElse(free),
                                numbers.getOrDefault(Heading.of(draft.content()), 0),
                                draft.content(),
                                draft.mergedInto().orElse(null),
                                draft.splitFrom().orElse(null),
                                true,
                                "",
                                0),
                        old.map(PlanProject::ordinance).orElseGet(() -> given.getOrDefault(draft.project(), Map.of())),
                        Departments.main(draft.content().department()));
                free += old.isPresent() ? 0 : 1;
            }
            rows.end();
        }
        return true;
    }

    private PublicAct act(Edition edition, List<Draft> decided, String capacity) {
        var plan = plans.known(edition.plan()).orElseThrow();
        var content = new LinkedHashMap<String, Object>();
        content.put("plan", plan.id());
        content.put("firstYear", plan.first().buddhistEra());
        content.put("lastYear", plan.last().buddhistEra());
        content.put("edition", edition.number());
        content.put("type", edition.type().code());
        content.put("sequence", edition.sequence());
        content.put("year", edition.year());
        content.put("reason", edition.reason());
        content.put("currency", "THB");
        content.put(
                "total",
                Money.sum(decided.stream().map(draft -> draft.content().total()).toList())
                        .toPlainString());
        content.put("decisions", decided.stream().map(Announcements::decision).toList());
        return new PublicAct(
                "plan.edition-announced",
                "/plan/" + plan.id() + "/editions/" + edition.number(),
                capacity,
                summary(plan, edition, decided.size()),
                content,
                edition.sample());
    }

    private static Map<String, Object> decision(Draft draft) {
        var decision = new LinkedHashMap<String, Object>();
        decision.put("project", draft.project());
        decision.put("act", draft.act().code());
        decision.put("name", draft.content().name().thai());
        decision.put("total", draft.content().total().toPlainString());
        draft.mergedInto().ifPresent(into -> decision.put("mergedInto", into));
        draft.splitFrom().ifPresent(from -> decision.put("splitFrom", from));
        return decision;
    }

    private static Localized summary(PlanOverview plan, Edition edition, int count) {
        var years = plan.first() + "–" + plan.last();
        var yearsInEnglish = plan.first().commonEra() + "–" + plan.last().commonEra();
        return switch (edition.type()) {
            case BASE ->
                Localized.of(
                        "ประกาศใช้แผนพัฒนา %s: %,d โครงการ".formatted(years, count),
                        "Development plan %s announced: %,d projects".formatted(yearsInEnglish, count));
            default ->
                Localized.of(
                        "ประกาศใช้แผนพัฒนา %s %s: %,d โครงการ"
                                .formatted(years, edition.title().thai(), count),
                        "Development plan %s, %s announced: %,d projects"
                                .formatted(yearsInEnglish, edition.title().in(Language.ENGLISH), count));
        };
    }
}
