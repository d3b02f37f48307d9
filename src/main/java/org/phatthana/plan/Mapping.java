package org.phatthana.plan;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.phatthana.plan.workbook.ReadPlan;
import org.phatthana.plan.workbook.ReadProject;
import org.phatthana.strategy.Classification;
import org.phatthana.strategy.Goal;
import org.phatthana.strategy.Strategy;

/// Which of the organization's goals each project serves: suggested from its programme and the words of its name,
/// corrected by people for a whole group or for one project.
final class Mapping {

    /// The choice that leaves a group's projects each to the words of its own name.
    static final String BY_WORDS = "words";

    private final Strategy strategy;

    Mapping(Strategy strategy) {
        this.strategy = strategy;
    }

    /// One group of a workbook with what is suggested for it.
    ///
    /// @param number its place in the workbook, from 0, by which choices name it
    /// @param suggested how many of its projects the words give to each goal
    /// @param usual the goal that most are given to
    record Proposal(int number, ReadProject.Group group, int projects, Map<String, Integer> suggested, String usual) {}

    List<Proposal> proposals(ReadPlan plan) {
        var counts = new LinkedHashMap<ReadProject.Group, Map<String, Integer>>();
        var goals = goals(Map.of());
        for (var project : plan.projects()) {
            counts.computeIfAbsent(project.group(), _ -> new LinkedHashMap<>())
                    .merge(goals.apply(project), 1, Integer::sum);
        }
        var proposals = new java.util.ArrayList<Proposal>();
        counts.forEach((group, suggested) -> {
            var projects =
                    suggested.values().stream().mapToInt(Integer::intValue).sum();
            var usual = suggested.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow()
                    .getKey();
            proposals.add(new Proposal(proposals.size(), group, projects, Map.copyOf(suggested), usual));
        });
        return proposals;
    }

    /// What gives each project its goal, after the choices that people made. It is asked for the projects of one
    /// workbook in their order.
    ///
    /// @param choices `group-N` to a goal or [#BY_WORDS], `project-SHEET!ROW` to a goal
    Function<ReadProject, String> goals(Map<String, String> choices) {
        var numbers = new HashMap<ReadProject.Group, Integer>();
        var suggestions = new HashMap<ReadProject.Group, Optional<Classification.Suggestion>>();
        return project -> {
            var group = project.group();
            var number = numbers.computeIfAbsent(group, _ -> numbers.size());
            var suggestion = suggestions.computeIfAbsent(group, this::suggestion);
            return choices.isEmpty()
                    ? suggest(project, suggestion)
                    : chosen(choices.get(key(project)))
                            .or(() -> chosen(choices.get("group-" + number)))
                            .orElseGet(() -> suggest(project, suggestion));
        };
    }

    static String key(ReadProject project) {
        return "project-" + project.sheet() + "!" + project.row();
    }

    private Optional<String> chosen(@org.jspecify.annotations.Nullable String goal) {
        return Optional.ofNullable(goal).filter(id -> strategy.goal(id).isPresent());
    }

    /// What gives the projects of a group their goals: its programme; where that is not known, the programme that
    /// the words of its sheet, tactic or strategy name.
    private Optional<Classification.Suggestion> suggestion(ReadProject.Group group) {
        var classification = strategy.classification();
        return classification
                .suggestion(group.programme())
                .or(() -> programmeIn(group.sheet() + " " + group.tactic() + " " + group.strategy())
                        .flatMap(classification::suggestion));
    }

    /// The goal that a project's group and name suggest, else the first goal.
    private String suggest(ReadProject project, Optional<Classification.Suggestion> ofGroup) {
        return ofGroup.map(suggestion -> suggestion.goalFor(project.name()))
                .filter(id -> strategy.goal(id).isPresent())
                .orElseGet(() ->
                        strategy.goals().stream().findFirst().map(Goal::id).orElse("G1"));
    }

    /// The programme whose name stands in other words, such as a sheet's name.
    private Optional<String> programmeIn(String words) {
        var bare = words.replace(" ", "").replace("พานิช", "พาณิช");
        return strategy.classification().areas().stream()
                .flatMap(area -> area.programmes().stream())
                .filter(programme -> java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(programme.name().thai()), programme.aliases().stream())
                        .map(name -> name.replace(" ", "").replaceFirst("^การ", ""))
                        .anyMatch(bare::contains))
                .map(programme -> programme.name().thai())
                .findFirst();
    }
}
