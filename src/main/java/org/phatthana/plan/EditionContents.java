package org.phatthana.plan;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What an edition decides of projects, beside what stood before: decided if it was announced, else its drafts.
@Component
public class EditionContents {

    private final JdbcClient jdbc;
    private final Drafts drafts;

    EditionContents(JdbcClient jdbc, Drafts drafts) {
        this.jdbc = jdbc;
        this.drafts = drafts;
    }

    /// What becomes of a project.
    ///
    /// @param before the version that is followed; empty for a new project
    /// @param version what was decided; empty while it is a draft
    /// @param mergedInto the name of the project that it becomes a part of
    /// @param splitFrom the name of the project that it was a part of
    public record Amendment(
            Edition.Act act,
            Optional<PlanProject> before,
            Optional<PlanProject> version,
            ProjectContent content,
            Optional<String> mergedInto,
            Optional<String> splitFrom) {}

    /// What an edition decides, in the order of its headings; of drafts all that are not rejected.
    public List<Amendment> of(Edition edition) {
        return edition.state() == Edition.State.ANNOUNCED ? decided(edition) : drafted(edition);
    }

    private List<Amendment> decided(Edition edition) {
        var decided = jdbc.sql(Plans.COLUMNS + Plans.VERSIONS + Decisions.of(edition.number())
                        + " order by v.heading, v.ordinal")
                .param("plan", edition.plan())
                .param("edition", edition.number())
                .query(StoredVersion::project)
                .list();
        var before = byProject(
                jdbc.sql(Plans.COLUMNS + Plans.VERSIONS + " where v.plan_id = :plan and v.next_edition = :edition")
                        .param("plan", edition.plan())
                        .param("edition", edition.number()));
        var names = names(decided.stream()
                .flatMap(version -> Stream.of(
                        version.decision().mergedInto(), version.decision().splitFrom()))
                .flatMap(Optional::stream)
                .toList());
        return decided.stream()
                .map(version -> new Amendment(
                        version.decision().act(),
                        Optional.ofNullable(before.get(version.id())),
                        Optional.of(version),
                        version.content(),
                        version.decision().mergedInto().map(names::get),
                        version.decision().splitFrom().map(names::get)))
                .toList();
    }

    private List<Amendment> drafted(Edition edition) {
        var before = byProject(jdbc.sql(Plans.COLUMNS + Plans.VERSIONS + """
             join plan.draft d on d.project_id = v.project_id and d.from_edition = v.edition
             where d.plan_id = :plan and d.edition = :edition
            """)
                .param("plan", edition.plan())
                .param("edition", edition.number()));
        var drafted = drafts.of(edition.plan(), edition.number()).stream()
                .filter(draft -> draft.state() != Draft.State.REJECTED)
                .toList();
        var names = names(drafted.stream()
                .flatMap(draft -> Stream.of(draft.mergedInto(), draft.splitFrom()))
                .flatMap(Optional::stream)
                .toList());
        return drafted.stream()
                .map(draft -> new Amendment(
                        draft.act(),
                        Optional.ofNullable(before.get(draft.project())),
                        Optional.empty(),
                        draft.content(),
                        draft.mergedInto().map(names::get),
                        draft.splitFrom().map(names::get)))
                .toList();
    }

    private static Map<String, PlanProject> byProject(JdbcClient.StatementSpec statement) {
        return statement.query(StoredVersion::project).list().stream()
                .collect(Collectors.toMap(PlanProject::id, Function.identity()));
    }

    private Map<String, String> names(Collection<String> projects) {
        var names = new HashMap<String, String>();
        jdbc.sql("select project_id, name from plan.version where next_edition is null and project_id = any"
                        + " (:projects)")
                .param("projects", projects.toArray(String[]::new))
                .query((row, _) -> names.put(row.getString("project_id"), row.getString("name")))
                .list();
        return names;
    }

    /// How many projects each edition of a plan touches, by form: decided or drafted.
    public Map<Integer, Map<ProjectContent.Form, Long>> counts(String plan) {
        var counts = new HashMap<Integer, Map<ProjectContent.Form, Long>>();
        jdbc.sql("""
            select edition, form, count(*) as projects from plan.version where plan_id = :plan group by edition, form
            union all
            select d.edition, replace(lower(d.content ->> 'form'), '_', '-'), count(*) from plan.draft d
            join plan.edition e on e.plan_id = d.plan_id and e.number = d.edition
            where d.plan_id = :plan and d.state <> 'rejected' and e.state in ('open', 'submitted') group by 1, 2
            """)
                .param("plan", plan)
                .query((row, _) -> counts.computeIfAbsent(
                                row.getInt("edition"), _ -> new EnumMap<>(ProjectContent.Form.class))
                        .put(ProjectContent.Form.of(row.getString("form")).orElseThrow(), row.getLong("projects")))
                .list();
        return counts;
    }
}
