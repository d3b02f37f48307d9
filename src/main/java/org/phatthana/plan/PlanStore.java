package org.phatthana.plan;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.phatthana.exchange.CellText;
import org.phatthana.places.Places;
import org.phatthana.plan.workbook.ReadProject;
import org.phatthana.proof.PublicAct;
import org.phatthana.proof.PublicLog;
import org.phatthana.strategy.Classification;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;
import org.phatthana.values.PlaceCode;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Stores whole plans: plan, base edition, projects, money, places and the public act land together or not at all.
@Component
class PlanStore {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final PublicIds ids;
    private final PublicLog log;
    private final Places places;
    private final Classification classification;
    private final Clock clock;

    PlanStore(
            JdbcClient jdbc,
            JdbcTemplate batches,
            PublicIds ids,
            PublicLog log,
            Places places,
            Strategy strategy,
            Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.ids = ids;
        this.log = log;
        this.places = places;
        this.classification = strategy.classification();
        this.clock = clock;
    }

    /// A row of the table of versions, with the id that it was given.
    private record Numbered(String id, int ordinal, ReadProject project) {}

    /// The plan that was made of a file, if the file was taken in before.
    Optional<String> ofFile(String sha256) {
        return jdbc.sql("select id from plan.plan where file_sha256 = :sha256")
                .param("sha256", sha256)
                .query(String.class)
                .optional();
    }

    /// Stores a plan. Of two who store the same file at once, one does and the other is given the same plan.
    ///
    /// @return the plan's id
    @Transactional
    String store(PlanToStore plan) {
        if (!plan.sha256().isEmpty()) {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:sha256, 5))")
                    .param("sha256", plan.sha256())
                    .query((_, _) -> true)
                    .single();
            var known = ofFile(plan.sha256());
            if (known.isPresent()) {
                return known.get();
            }
        }
        var id = ids.next();
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
                .param("sha256", plan.sha256())
                .param("now", now)
                .param("sample", plan.sample())
                .update();
        jdbc.sql("""
            insert into plan.edition (plan_id, number, type, label, in_force_from, is_sample)
            values (:id, 0, 'base', :label, :now, :sample)
            """)
                .param("id", id)
                .param("label", plan.name())
                .param("now", now)
                .param("sample", plan.sample())
                .update();
        storeProjects(id, plan, storeHeadings(id, plan));
        log.append(act(id, plan));
        return id;
    }

    private Map<ReadProject.Group, Long> storeHeadings(String id, PlanToStore plan) {
        var headings = new LinkedHashMap<ReadProject.Group, Long>();
        for (var project : plan.projects()) {
            if (headings.containsKey(project.group())) {
                continue;
            }
            var group = project.group();
            var programme = classification.programme(group.programme());
            headings.put(
                    group,
                    jdbc.sql("""
                        insert into plan.heading (plan_id, ordinal, strategy, tactic, programme, programme_id, sheet, is_sample)
                        values (:plan, :ordinal, :strategy, :tactic, :programme, :known, :sheet, :sample) returning id
                        """)
                            .param("plan", id)
                            .param("ordinal", headings.size())
                            .param("strategy", group.strategy())
                            .param("tactic", group.tactic())
                            .param("programme", group.programme())
                            .param(
                                    "known",
                                    programme.map(Classification.Programme::id).orElse(""))
                            .param("sheet", group.sheet())
                            .param("sample", plan.sample())
                            .query(Long.class)
                            .single());
        }
        return headings;
    }

    private void storeProjects(String id, PlanToStore plan, Map<ReadProject.Group, Long> headings) {
        var names = new HashMap<PlaceCode, String>();
        for (var place : places.within(places.province().code())) {
            if (place.code().level() != PlaceCode.Level.VILLAGE) {
                names.put(place.code(), place.name().thai());
            }
        }
        var finder = new PlaceFinder(names);
        var departments = plan.projects().stream()
                .map(project -> Departments.main(project.department()))
                .toList();
        var shortened = Departments.shortened(new TreeSet<>(departments));
        for (var start = 0; start < plan.projects().size(); start += BATCH) {
            var end = Math.min(start + BATCH, plan.projects().size());
            var part = new java.util.ArrayList<Numbered>(BATCH);
            for (var i = start; i < end; i++) {
                part.add(new Numbered(ids.next(), i, plan.projects().get(i)));
            }
            batches.batchUpdate(
                    "insert into plan.project (id, plan_id, is_sample) values (?, ?, ?)", part, BATCH, (row, each) -> {
                        row.setString(1, each.id());
                        row.setString(2, id);
                        row.setBoolean(3, plan.sample());
                    });
            storeVersions(part, plan, headings, departments, shortened);
            storeAmounts(part, plan.sample());
            storePlaces(part, finder, plan.sample());
        }
    }

    private void storeVersions(
            List<Numbered> part,
            PlanToStore plan,
            Map<ReadProject.Group, Long> headings,
            List<String> departments,
            Map<String, String> shortened) {
        var sql = """
            insert into plan.version (project_id, edition, is_newest, ordinal, heading_id, goal, sequence, name, name_en,
                objective, target, target_en, kpi, kpi_en, result, department, department_as_written, place_text,
                total_satang, searched, sheet, sheet_row, is_sample)
            values (?, 0, true, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
        batches.batchUpdate(sql, part, BATCH, (row, each) -> {
            var project = each.project();
            var english = plan.english().getOrDefault(each.ordinal(), PlanToStore.English.NONE);
            var heading = headings.get(project.group());
            var department = departments.get(each.ordinal());
            if (heading == null) {
                throw new IllegalStateException("A project has no heading");
            }
            row.setString(1, each.id());
            row.setInt(2, each.ordinal());
            row.setLong(3, heading);
            row.setString(4, plan.goals().get(each.ordinal()));
            texts(row, 5, project.sequence(), project.name(), english.name(), project.objective(), project.target());
            texts(row, 10, english.target(), project.kpi(), english.kpi(), project.result());
            texts(row, 14, shortened.getOrDefault(department, department), project.department(), project.place());
            row.setLong(17, project.total().satang());
            row.setString(18, searched(project, english));
            row.setString(19, project.sheet());
            row.setInt(20, project.row());
            row.setBoolean(21, plan.sample());
        });
    }

    private static void texts(PreparedStatement row, int from, String... texts) throws SQLException {
        for (var i = 0; i < texts.length; i++) {
            row.setString(from + i, texts[i].replace("\0", ""));
        }
    }

    /// What a search looks through: in small letters and Latin digits, without blanks.
    private static String searched(ReadProject project, PlanToStore.English english) {
        return normal(String.join("|", project.name(), english.name(), project.target(), project.department()));
    }

    static String normal(String text) {
        return CellText.latinDigits(text).toLowerCase(Locale.ROOT).replaceAll("[\\s\\u0000]+", "");
    }

    private record YearOf(String id, FiscalYear year, Money money, Optional<Money> ordinance) {}

    private void storeAmounts(List<Numbered> part, boolean sample) {
        var all = part.stream()
                .flatMap(each -> {
                    var years = new TreeSet<>(each.project().amounts().keySet());
                    years.addAll(each.project().ordinance().keySet());
                    return years.stream()
                            .map(year -> new YearOf(
                                    each.id(),
                                    year,
                                    each.project().amounts().getOrDefault(year, Money.ZERO),
                                    Optional.ofNullable(
                                            each.project().ordinance().get(year))));
                })
                .toList();
        batches.batchUpdate(
                "insert into plan.amount (project_id, edition, year, satang, ordinance_satang, is_sample) values (?,"
                        + " 0, ?, ?, ?, ?)",
                all,
                BATCH,
                (row, each) -> {
                    row.setString(1, each.id());
                    row.setInt(2, each.year().buddhistEra());
                    row.setLong(3, each.money().satang());
                    row.setObject(4, each.ordinance().map(Money::satang).orElse(null), java.sql.Types.BIGINT);
                    row.setBoolean(5, sample);
                });
    }

    private record PlaceOf(String id, PlaceFinder.Found found) {}

    private void storePlaces(List<Numbered> part, PlaceFinder finder, boolean sample) {
        var all = part.stream()
                .flatMap(
                        each -> finder
                                .in(each.project().name() + " \n"
                                        + each.project().target() + " \n"
                                        + each.project().place())
                                .stream()
                                .map(found -> new PlaceOf(each.id(), found)))
                .toList();
        batches.batchUpdate(
                "insert into plan.project_place (project_id, edition, place, is_certain, found_as, is_sample) values"
                        + " (?, 0, ?, ?, ?, ?)",
                all,
                BATCH,
                (row, each) -> {
                    row.setString(1, each.id());
                    row.setString(2, each.found().place().code());
                    row.setBoolean(3, each.found().certain());
                    row.setString(4, each.found().text());
                    row.setBoolean(5, sample);
                });
    }

    private static PublicAct act(String id, PlanToStore plan) {
        var goals = new TreeMap<String, Integer>();
        plan.goals().forEach(goal -> goals.merge(goal, 1, Integer::sum));
        var total = Money.sum(plan.projects().stream().map(ReadProject::total).toList());
        var content = new LinkedHashMap<String, Object>();
        content.put("plan", id);
        content.put("name", plan.name());
        content.put("firstYear", plan.first().buddhistEra());
        content.put("lastYear", plan.last().buddhistEra());
        content.put("file", plan.fileName());
        content.put("sha256", plan.sha256());
        content.put("projects", plan.projects().size());
        content.put("total", total.toPlainString());
        content.put("currency", "THB");
        content.put("projectsByGoal", goals);
        var years = plan.first() + "–" + plan.last();
        return new PublicAct(
                "plan.plan-imported",
                "/plan",
                plan.capacity(),
                Localized.of(
                        "นำเข้าแผนพัฒนา %s: %,d โครงการ"
                                .formatted(years, plan.projects().size()),
                        "Development plan %d–%d taken in: %,d projects"
                                .formatted(
                                        plan.first().commonEra(),
                                        plan.last().commonEra(),
                                        plan.projects().size())),
                content,
                plan.sample());
    }
}
