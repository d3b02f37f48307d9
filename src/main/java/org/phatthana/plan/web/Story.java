package org.phatthana.plan.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.phatthana.plan.Decisions.Named;
import org.phatthana.plan.Edition;
import org.phatthana.plan.PlanProject;
import org.phatthana.plan.Standing;
import org.phatthana.plan.comparing.ProjectChange;

/// A project through all editions, as its page tells it.
///
/// @param steps the newest first
public record Story(List<Step> steps) {

    /// What one edition made of the project.
    ///
    /// @param before the newest earlier edition whose text is known, with which it is compared
    /// @param change what changed since that; empty where there is nothing to compare
    /// @param merged projects that became a part of this one
    /// @param split projects that were a part of this one
    /// @param into the project that this one became a part of
    /// @param from the project that this one was a part of
    public record Step(
            Edition edition,
            PlanProject version,
            Optional<Edition> before,
            Optional<ProjectChange> change,
            List<Named> merged,
            List<Named> split,
            Optional<Named> into,
            Optional<Named> from) {}

    public Story {
        steps = List.copyOf(steps);
    }

    static Story of(
            List<PlanProject> versions,
            Map<Integer, Edition> editions,
            Map<Integer, List<Named>> merged,
            Map<Integer, List<Named>> split,
            Map<String, Named> named) {
        var steps = new ArrayList<Step>();
        for (var i = 0; i < versions.size(); i++) {
            var version = versions.get(i);
            var before = versions.stream()
                    .skip(i + 1L)
                    .filter(older -> older.decision().textKnown())
                    .findFirst()
                    .filter(_ ->
                            version.decision().textKnown() && version.decision().act() != Edition.Act.DROP);
            steps.add(new Step(
                    edition(editions, version.edition()),
                    version,
                    before.map(older -> edition(editions, older.edition())),
                    before.map(older -> ProjectChange.between(older, version)),
                    merged.getOrDefault(version.edition(), List.of()),
                    split.getOrDefault(version.edition(), List.of()),
                    version.decision().mergedInto().map(named::get),
                    version.decision().splitFrom().map(named::get)));
        }
        return new Story(steps);
    }

    private static Edition edition(Map<Integer, Edition> editions, int number) {
        return Optional.ofNullable(editions.get(number)).orElseThrow();
    }

    public Step newest() {
        return steps.getFirst();
    }

    /// The edition right before a step.
    public Edition before(Step step) {
        return steps.get(steps.indexOf(step) + 1).edition();
    }

    /// What the project was when a plan stood so; empty where it was not in the plan yet.
    Optional<Step> at(Standing standing) {
        return steps.stream()
                .filter(step -> standing.editions().contains(step.edition().number()))
                .findFirst();
    }

    /// The step of an edition.
    Optional<Step> of(int edition) {
        return steps.stream().filter(step -> step.edition().number() == edition).findFirst();
    }
}
