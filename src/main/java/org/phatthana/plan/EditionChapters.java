package org.phatthana.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.phatthana.approvals.Approvals;
import org.phatthana.approvals.Matter;
import org.phatthana.values.Message;
import org.phatthana.values.Money;
import org.phatthana.values.Thailand;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the editions of the plan made of a project: when it was proposed, which edition put it into the plan,
/// changed it or took it out.
@Component
class EditionChapters implements ProjectChapters {

    private final Plans plans;
    private final Editions editions;
    private final Approvals approvals;
    private final JdbcClient jdbc;

    EditionChapters(Plans plans, Editions editions, Approvals approvals, JdbcClient jdbc) {
        this.plans = plans;
        this.editions = editions;
        this.approvals = approvals;
        this.jdbc = jdbc;
    }

    @Override
    public List<Chapter> of(String project) {
        var versions = plans.story(project);
        if (versions.isEmpty()) {
            return List.of();
        }
        var known = editions.of(versions.getFirst().plan()).stream()
                .collect(Collectors.toMap(Edition::number, Function.identity()));
        var proposed = proposed(project);
        var chapters = new ArrayList<Chapter>();
        for (var version : versions.reversed()) {
            var edition = Optional.ofNullable(known.get(version.edition())).orElseThrow();
            edition.day().ifPresent(day -> {
                Optional.ofNullable(proposed.get(edition.number()))
                        .filter(matter -> !Thailand.date(matter.openedAt()).isAfter(day))
                        .ifPresent(matter -> chapters.add(proposed(matter, version, edition)));
                chapters.add(decided(version, edition));
            });
        }
        return chapters;
    }

    /// The matters about the drafts of a project, by the edition for which they were drafted.
    private Map<Integer, Matter> proposed(String project) {
        var written = new HashMap<String, Integer>();
        jdbc.sql("select id, edition from plan.draft where project_id = :project")
                .param("project", project)
                .query(row -> {
                    written.put(row.getString("id"), row.getInt("edition"));
                });
        return approvals.find(Submissions.PROJECT, written.keySet()).entrySet().stream()
                .collect(Collectors.toMap(found -> written.get(found.getKey()), Map.Entry::getValue));
    }

    private static Chapter proposed(Matter matter, PlanProject version, Edition edition) {
        return new Chapter(
                Thailand.date(matter.openedAt()),
                Chapter.Phase.PLAN,
                Message.of("plan.chapter.proposed-" + version.decision().act().code(), edition.title()),
                version.department().isEmpty()
                        ? Optional.empty()
                        : Optional.of(Message.of("plan.chapter.proposed-by", version.department())),
                Optional.empty(),
                address(version),
                version.sample());
    }

    private static Chapter decided(PlanProject version, Edition edition) {
        var act = version.decision().act();
        return new Chapter(
                edition.day().orElseThrow(),
                Chapter.Phase.PLAN,
                Message.of("plan.chapter." + act.code(), edition.title()),
                text(version, edition),
                act == Edition.Act.DROP || !version.decision().textKnown()
                        ? Optional.empty()
                        : Optional.of(version.total()).filter(total -> !Money.ZERO.equals(total)),
                address(version),
                version.sample());
    }

    private static Optional<Message> text(PlanProject version, Edition edition) {
        if (!version.reason().isEmpty()) {
            return Optional.of(Message.of("plan.chapter.because", version.reason()));
        }
        return edition.estimated() ? Optional.of(Message.of("plan.chapter.estimated")) : Optional.empty();
    }

    /// What the version says, or else the edition that decided it.
    private static String address(PlanProject version) {
        return version.decision().textKnown() && version.decision().act() != Edition.Act.DROP
                ? "/projects/" + version.id() + "?edition=" + version.edition()
                : "/plan/" + version.plan() + "/editions/" + version.edition();
    }
}
