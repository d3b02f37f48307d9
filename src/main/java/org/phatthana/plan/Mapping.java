package org.phatthana.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.phatthana.plan.workbook.ReadPlan;
import org.phatthana.plan.workbook.ReadProject;
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
        for (var project : plan.projects()) {
            counts.computeIfAbsent(project.group(), _ -> new LinkedHashMap<>())
                    .merge(suggest(project), 1, Integer::sum);
        }
        var proposals = new java.util.ArrayList<Proposal>();
        counts.forEach((group, goals) -> {
            var projects = goals.values().stream().mapToInt(Integer::intValue).sum();
            var usual = goals.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow()
                    .getKey();
            proposals.add(new Proposal(proposals.size(), group, projects, Map.copyOf(goals), usual));
        });
        return proposals;
    }

    /// The goal of every project, after the choices that people made.
    ///
    /// @param choices `group-N` to a goal or [#BY_WORDS], `project-SHEET!ROW` to a goal
    List<String> goals(ReadPlan plan, Map<String, String> choices) {
        var numbers = new LinkedHashMap<ReadProject.Group, Integer>();
        plan.groups().forEach(group -> numbers.put(group, numbers.size()));
        return plan.projects().stream()
                .map(project -> chosen(choices.get(key(project)))
                        .or(() -> chosen(choices.get("group-" + numbers.get(project.group()))))
                        .orElseGet(() -> suggest(project)))
                .toList();
    }

    static String key(ReadProject project) {
        return "project-" + project.sheet() + "!" + project.row();
    }

    private Optional<String> chosen(@org.jspecify.annotations.Nullable String goal) {
        return Optional.ofNullable(goal).filter(id -> strategy.goal(id).isPresent());
    }

    /// The goal that a project's programme and name suggest; where the programme is not known, what the words of
    /// its strategy and tactic do; else the first goal.
    String suggest(ReadProject project) {
        var group = project.group();
        var classification = strategy.classification();
        return classification
                .goalFor(group.programme(), project.name())
                .or(() -> programmeIn(group.sheet() + " " + group.tactic() + " " + group.strategy())
                        .flatMap(programme -> classification.goalFor(programme, project.name())))
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
