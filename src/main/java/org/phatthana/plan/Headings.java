package org.phatthana.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.phatthana.strategy.Classification;
import org.phatthana.strategy.Strategy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The headings of a plan: strategies, tactics and programmes in its order. They stand apart by their numbers, so
/// that a new one finds its place behind those that it belongs to.
@Component
class Headings {

    /// How far the headings of a workbook stand apart.
    static final int APART = 1000;

    private final JdbcClient jdbc;
    private final Classification classification;

    Headings(JdbcClient jdbc, Strategy strategy) {
        this.jdbc = jdbc;
        this.classification = strategy.classification();
    }

    /// The headings of a plan by their numbers.
    NavigableMap<Integer, Heading> of(String plan) {
        var headings = new TreeMap<Integer, Heading>();
        jdbc.sql("select ordinal, strategy, tactic, programme from plan.heading where plan_id = :plan")
                .param("plan", plan)
                .query((row, _) -> headings.put(
                        row.getInt("ordinal"),
                        new Heading(row.getString("strategy"), row.getString("tactic"), row.getString("programme"))))
                .list();
        return headings;
    }

    /// The numbers of headings in a plan; those that it has not yet are put where they belong.
    Map<Heading, Integer> place(String plan, Iterable<Heading> wanted, boolean sample) {
        var known = of(plan);
        var numbers = new LinkedHashMap<Heading, Integer>();
        known.forEach((number, heading) -> numbers.putIfAbsent(heading, number));
        for (var heading : wanted) {
            numbers.computeIfAbsent(heading, _ -> {
                var number = placeFor(known, heading);
                known.put(number, heading);
                store(plan, number, heading, sample);
                return number;
            });
        }
        return numbers;
    }

    /// Behind the last heading of the same tactic, else of the same strategy, else of all.
    static int placeFor(NavigableMap<Integer, Heading> known, Heading heading) {
        var behind = known.descendingMap().entrySet().stream()
                .filter(other -> other.getValue().strategy().equals(heading.strategy())
                        && other.getValue().tactic().equals(heading.tactic()))
                .findFirst()
                .or(() -> known.descendingMap().entrySet().stream()
                        .filter(other -> other.getValue().strategy().equals(heading.strategy()))
                        .findFirst())
                .map(Map.Entry::getKey);
        return behind.map(number -> number + 1)
                .filter(number -> !known.containsKey(number))
                .orElseGet(() -> known.isEmpty() ? 0 : (known.lastKey() / APART + 1) * APART);
    }

    private void store(String plan, int number, Heading heading, boolean sample) {
        jdbc.sql("""
            insert into plan.heading (plan_id, ordinal, strategy, tactic, programme, programme_id, sheet, is_sample)
            values (:plan, :number, :strategy, :tactic, :programme, :id, '', :sample)
            """)
                .param("plan", plan)
                .param("number", number)
                .param("strategy", heading.strategy())
                .param("tactic", heading.tactic())
                .param("programme", heading.programme())
                .param(
                        "id",
                        classification
                                .programme(heading.programme())
                                .map(Classification.Programme::id)
                                .orElse(""))
                .param("sample", sample)
                .update();
    }
}
