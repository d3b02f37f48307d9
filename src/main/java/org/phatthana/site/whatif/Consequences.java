package org.phatthana.site.whatif;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.phatthana.values.Money;

/// What would change if money were moved.
///
/// @param lines the lines that would gain or lose, in the order of the budget
/// @param projects the projects that would gain or lose, in the order of the moves
/// @param goals every goal that has money or is promised some, by its id
/// @param before what the year's budget is
/// @param after what it would be
/// @param unknown moves of ends that are not there any more; nothing of them is counted
public record Consequences(
        List<OfLine> lines,
        List<OfProject> projects,
        List<OfGoal> goals,
        Money before,
        Money after,
        List<Move> unknown) {

    /// A line that would gain or lose.
    public record OfLine(BudgetedLine line, Money change) {

        /// What would be free; negative where more was taken than is free.
        public Money freeAfter() {
            return line.free().plus(change);
        }

        public boolean isOverdrawn() {
            return freeAfter().isNegative();
        }
    }

    /// A project that would gain or lose.
    public record OfProject(PlannedProject project, Money before, Money after) {

        /// What would become of it.
        public Fate fate() {
            if (after.isZero() || after.isNegative()) {
                return Fate.STOPS;
            }
            if (after.compareTo(before) < 0) {
                return Fate.LOSES;
            }
            return before.isZero() ? Fate.STARTS : Fate.GAINS;
        }

        /// Whether it would have all that the plan has for it in the year.
        public boolean isWhole() {
            return after.compareTo(project.promised()) >= 0;
        }
    }

    /// What becomes of a project.
    public enum Fate {
        /// It had no money and would get some.
        STARTS,
        GAINS,
        LOSES,
        /// It had money and would have none.
        STOPS
    }

    /// A goal's money.
    ///
    /// @param promised what the plan has for it in the year
    public record OfGoal(String goal, Money promised, Money before, Money after) {

        public Money change() {
            return after.minus(before);
        }
    }

    public Consequences {
        lines = List.copyOf(lines);
        projects = List.copyOf(projects);
        goals = List.copyOf(goals);
        unknown = List.copyOf(unknown);
    }

    /// Whether a transfer between the lines could do all of it: nothing comes from outside, goes there, or goes to
    /// a project that has no line.
    public boolean isTransfer() {
        return !lines.isEmpty()
                && Money.sum(lines.stream().map(OfLine::change).toList()).isZero();
    }

    /// What the plan has for the year in all.
    public Money promised() {
        return Money.sum(goals.stream().map(OfGoal::promised).toList());
    }

    /// Works out what moves would change.
    static Consequences of(Ground ground, List<Move> moves) {
        var changes = new LinkedHashMap<String, Money>();
        var unknown = new ArrayList<Move>();
        for (var move : moves) {
            if (ground.knows(move.from()) && ground.knows(move.to())) {
                changes.merge(move.from(), move.amount().negated(), Money::plus);
                changes.merge(move.to(), move.amount(), Money::plus);
            } else {
                unknown.add(move);
            }
        }
        var fromOutside = changes.getOrDefault(Move.OUTSIDE, Money.ZERO).negated();
        changes.remove(Move.OUTSIDE);
        var before = Money.sum(
                ground.lines().values().stream().map(BudgetedLine::given).toList());
        var lines = ground.lines().values().stream()
                .filter(line -> !changes.getOrDefault(line.id(), Money.ZERO).isZero())
                .map(line -> new OfLine(line, changes.getOrDefault(line.id(), Money.ZERO)))
                .toList();
        return new Consequences(
                lines, projects(ground, changes), goals(ground, changes), before, before.plus(fromOutside), unknown);
    }

    private static List<OfProject> projects(Ground ground, Map<String, Money> changes) {
        var given = new LinkedHashMap<String, Money>();
        for (var line : ground.lines().values()) {
            given.merge(line.project(), line.given(), Money::plus);
        }
        var changed = new LinkedHashMap<String, Money>();
        changes.forEach((end, change) ->
                ground.project(end).ifPresent(project -> changed.merge(project.id(), change, Money::plus)));
        var projects = new ArrayList<OfProject>();
        changed.forEach((id, change) -> {
            var project = ground.projects().get(id);
            if (project != null && !change.isZero()) {
                var before = given.getOrDefault(id, Money.ZERO);
                projects.add(new OfProject(project, before, before.plus(change)));
            }
        });
        return projects;
    }

    private static List<OfGoal> goals(Ground ground, Map<String, Money> changes) {
        var given = new TreeMap<String, Money>();
        ground.lines().values().forEach(line -> given.merge(line.goal(), line.given(), Money::plus));
        var changed = new TreeMap<String, Money>();
        changes.forEach((end, change) -> changed.merge(ground.goal(end), change, Money::plus));
        var ids = new TreeMap<String, Boolean>(Consequences::inOrder);
        given.keySet().forEach(goal -> ids.put(goal, true));
        changed.keySet().forEach(goal -> ids.put(goal, true));
        ground.promised().keySet().forEach(goal -> ids.put(goal, true));
        return ids.keySet().stream()
                .map(goal -> {
                    var before = given.getOrDefault(goal, Money.ZERO);
                    return new OfGoal(
                            goal,
                            ground.promised().getOrDefault(goal, Money.ZERO),
                            before,
                            before.plus(changed.getOrDefault(goal, Money.ZERO)));
                })
                .toList();
    }

    /// G2 before G10, what serves no known goal last.
    private static int inOrder(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(one.isEmpty(), other.isEmpty());
        }
        return one.length() != other.length() ? Integer.compare(one.length(), other.length()) : one.compareTo(other);
    }
}
