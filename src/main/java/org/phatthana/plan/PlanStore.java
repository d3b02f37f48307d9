package org.phatthana.plan;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.phatthana.plan.workbook.ReadProject;
import org.phatthana.proof.PublicAct;
import org.phatthana.proof.PublicLog;
import org.phatthana.strategy.Classification;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;
import org.phatthana.values.PublicIds;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Stores whole plans: plan, base edition, projects, money, places and the public act land together or not at all.
@Component
class PlanStore {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate connections;
    private final PublicIds ids;
    private final Editions editions;
    private final PublicLog log;
    private final PlaceNames places;
    private final Classification classification;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PlanStore(
            JdbcClient jdbc,
            JdbcTemplate connections,
            PublicIds ids,
            Editions editions,
            PublicLog log,
            PlaceNames places,
            Strategy strategy,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.connections = connections;
        this.ids = ids;
        this.editions = editions;
        this.log = log;
        this.places = places;
        this.classification = strategy.classification();
        this.transaction = transaction;
        this.clock = clock;
    }

    /// The plan that was made of a file, if the file was taken in before.
    Optional<String> ofFile(String sha256) {
        return jdbc.sql("select id from plan.plan where file_sha256 = :sha256")
                .param("sha256", sha256)
                .query(String.class)
                .optional();
    }

    /// Stores a plan. Of two who store the same file at once, one does and the other is given the same plan.
    ///
    /// @param sha256 of the file, empty where there is none
    /// @param sample whether it is sample data, which every row says
    /// @return the plan; empty if its source found that nothing may be stored
    Optional<Stored> store(String sha256, boolean sample, PlanToStore.Source source) {
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!sha256.isEmpty()) {
                jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:sha256, 5))")
                        .param("sha256", sha256)
                        .query((_, _) -> true)
                        .single();
                var known = ofFile(sha256);
                if (known.isPresent()) {
                    return source.tell((_, _, _) -> {}).map(_ -> new Stored(known.get(), true));
                }
            }
            var id = ids.next();
            var told = new Told(id, sample, new PlaceFinder(places.all()));
            var plan = connections.execute(
                    (ConnectionCallback<Optional<PlanToStore>>) connection -> told.copy(connection, source));
            if (plan == null || plan.isEmpty()) {
                status.setRollbackOnly();
                return Optional.<Stored>empty();
            }
            storePlan(id, sha256, sample, plan.get());
            told.storeHeadings();
            told.writeDepartmentsOut();
            log.append(act(id, sha256, plan.get(), told));
            return Optional.of(new Stored(id, false));
        }));
    }

    /// @param wasKnown whether the file was taken in before, so that there was nothing to do
    record Stored(String id, boolean wasKnown) {}

    private void storePlan(String id, String sha256, boolean sample, PlanToStore plan) {
        var now = Timestamp.from(clock.instant());
        jdbc.sql("""
            insert into plan.plan (id, name, first_year, last_year, format, file_name, file_sha256, imported_at, is_sample)
            values (:id, :name, :first, :last, :format, :file, nullif(:sha256, ''), :now, :sample)
            """)
                .param("id", id)
                .param("name", plan.name())
                .param("first", plan.first().buddhistEra())
                .param("last", plan.last().buddhistEra())
                .param("format", plan.issueFormat() ? "issue" : "strategy")
                .param("file", plan.fileName())
                .param("sha256", sha256)
                .param("now", now)
                .param("sample", sample)
                .update();
        var dates = plan.dates();
        editions.insert(new Edition(
                id,
                0,
                Edition.Type.BASE,
                0,
                0,
                plan.name(),
                Edition.State.ANNOUNCED,
                "",
                Optional.of(dates.base().map(PlanStore::beginning).orElseGet(clock::instant)),
                dates.baseEstimated(),
                sample));
        for (var number = 1; number <= dates.editions().size(); number++) {
            var dated = dates.editions().get(number - 1);
            editions.insert(new Edition(
                    id,
                    number,
                    dated.name().type(),
                    dated.name().sequence(),
                    dated.name().year(),
                    "",
                    Edition.State.ANNOUNCED,
                    "",
                    Optional.of(beginning(dated.from())),
                    dated.estimated(),
                    sample));
        }
    }

    private static Instant beginning(LocalDate day) {
        return day.atStartOfDay(Editions.THAILAND).toInstant();
    }

    /// The projects of a plan as they are told: each is written to the database while the next is still being read.
    private final class Told {

        private final String plan;
        private final boolean sample;
        private final PlaceFinder finder;
        private final Map<ReadProject.Group, Integer> headings = new LinkedHashMap<>();
        private final Map<String, String> departments = new HashMap<>();
        private final Map<String, Integer> goals = new TreeMap<>();
        private final List<VersionRows.Heard> withStories = new ArrayList<>();
        private Money total = Money.ZERO;
        private Money equipment = Money.ZERO;
        private int ordinal;
        private int equipmentCount;

        Told(String plan, boolean sample, PlaceFinder finder) {
            this.plan = plan;
            this.sample = sample;
            this.finder = finder;
        }

        Optional<PlanToStore> copy(Connection connection, PlanToStore.Source source) throws SQLException {
            try (var rows = new VersionRows(connection, plan, sample)) {
                var told = source.tell((project, goal, english) -> {
                    var heard = hear(project, goal, english);
                    if (project.story().editions().isEmpty()) {
                        rows.add(heard, VersionRows.Step.FIRST);
                    } else {
                        // Which editions there are is known only when all projects were heard.
                        withStories.add(heard);
                    }
                });
                if (told.isPresent()) {
                    var numbers = numbers(told.get().dates());
                    withStories.forEach(
                            heard -> steps(heard.project().story(), numbers).forEach(step -> rows.add(heard, step)));
                    rows.end();
                }
                return told;
            }
        }

        private VersionRows.Heard hear(ReadProject project, String goal, PlanToStore.English english) {
            goals.merge(goal, 1, Integer::sum);
            if (project.isEquipment()) {
                equipmentCount++;
                equipment = equipment.plus(project.total());
            } else {
                total = total.plus(project.total());
            }
            return new VersionRows.Heard(
                    ids.next(),
                    ordinal++,
                    headings.computeIfAbsent(project.group(), _ -> headings.size() * Headings.APART),
                    goal,
                    project,
                    english,
                    departments.computeIfAbsent(project.department(), Departments::main),
                    finder.in(String.join(" ", project.name(), project.target(), project.place())));
        }

        void storeHeadings() {
            connections.batchUpdate(
                    "insert into plan.heading (plan_id, ordinal, strategy, tactic, programme, programme_id, sheet,"
                            + " is_sample) values (?, ?, ?, ?, ?, ?, ?, ?)",
                    headings.entrySet(),
                    BATCH,
                    (row, heading) -> {
                        var group = heading.getKey();
                        var programme = classification.programme(group.programme());
                        row.setString(1, plan);
                        row.setInt(2, heading.getValue());
                        row.setString(3, group.strategy());
                        row.setString(4, group.tactic());
                        row.setString(5, group.programme());
                        row.setString(
                                6, programme.map(Classification.Programme::id).orElse(""));
                        row.setString(7, group.sheet());
                        row.setBoolean(8, sample);
                    });
        }

        /// Names that are cut short can be told from others only when all are known.
        void writeDepartmentsOut() {
            Departments.shortened(new TreeSet<>(departments.values()))
                    .forEach(
                            (cut, whole) -> jdbc.sql("update plan.version set department = :whole where plan_id = :plan"
                                            + " and department = :cut")
                                    .param("whole", whole)
                                    .param("cut", cut)
                                    .param("plan", plan)
                                    .update());
        }
    }

    private static Map<EditionName, Integer> numbers(EditionDates dates) {
        var numbers = new HashMap<EditionName, Integer>();
        dates.editions().forEach(dated -> numbers.put(dated.name(), numbers.size() + 1));
        return numbers;
    }

    /// A project's story as far as a file knows it: it begins in the edition that added it, else in the first, and
    /// goes on through the others in their order. Of all but one only that they touched it is known.
    static List<VersionRows.Step> steps(ReadProject.Story story, Map<EditionName, Integer> numbers) {
        var inOrder = story.editions().stream()
                .sorted(Comparator.comparing((EditionName name) -> !name.begins())
                        .thenComparing(numbers::get))
                .toList();
        var steps = new ArrayList<VersionRows.Step>();
        if (!inOrder.getFirst().begins()) {
            steps.add(
                    new VersionRows.Step(0, Edition.Act.ADD, story.text().isEmpty(), numbers.get(inOrder.getFirst())));
        }
        for (var i = 0; i < inOrder.size(); i++) {
            var name = inOrder.get(i);
            steps.add(new VersionRows.Step(
                    Objects.requireNonNull(numbers.get(name)),
                    steps.isEmpty() ? Edition.Act.ADD : name.type().amends(),
                    story.text().equals(Optional.of(name)),
                    i + 1 < inOrder.size() ? numbers.get(inOrder.get(i + 1)) : null));
        }
        return steps;
    }

    private static Map<String, Object> edition(EditionDates.Dated dated) {
        return Map.of(
                "type", dated.name().type().code(),
                "sequence", dated.name().sequence(),
                "year", dated.name().year(),
                "inForceFrom", dated.from().toString(),
                "estimated", dated.estimated());
    }

    private static PublicAct act(String id, String sha256, PlanToStore plan, Told told) {
        var content = new LinkedHashMap<String, Object>();
        content.put("plan", id);
        content.put("name", plan.name());
        content.put("firstYear", plan.first().buddhistEra());
        content.put("lastYear", plan.last().buddhistEra());
        content.put("file", plan.fileName());
        content.put("sha256", sha256);
        content.put("projects", told.ordinal - told.equipmentCount);
        content.put("total", told.total.toPlainString());
        if (told.equipmentCount > 0) {
            content.put("equipment", told.equipmentCount);
            content.put("equipmentTotal", told.equipment.toPlainString());
        }
        if (!plan.dates().editions().isEmpty()) {
            content.put(
                    "editions",
                    plan.dates().editions().stream().map(PlanStore::edition).toList());
        }
        content.put("currency", "THB");
        content.put("projectsByGoal", told.goals);
        var years = plan.first() + "–" + plan.last();
        return new PublicAct(
                "plan.plan-imported",
                "/plan/" + id + "/editions/0",
                plan.capacity(),
                Localized.of(
                        "นำเข้าแผนพัฒนา %s: %,d โครงการ".formatted(years, told.ordinal - told.equipmentCount),
                        "Development plan %d–%d taken in: %,d projects"
                                .formatted(
                                        plan.first().commonEra(),
                                        plan.last().commonEra(),
                                        told.ordinal - told.equipmentCount)),
                content,
                told.sample);
    }
}
