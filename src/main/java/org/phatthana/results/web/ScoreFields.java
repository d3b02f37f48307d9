package org.phatthana.results.web;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.phatthana.exchange.CellText;
import org.phatthana.results.Scores;
import org.phatthana.results.ScoringTemplate;
import org.phatthana.results.ScoringTemplate.Criterion;
import org.phatthana.values.Message;

/// The fields of a form of the committee: what stands in them, and what is wrong with it.
public record ScoreFields(Map<String, String> values, Map<String, Message> problems) {

    /// What came of reading them.
    sealed interface Read {

        record Understood(Scores scores) implements Read {}

        record Faulty(Map<String, Message> faults) implements Read {}
    }

    static ScoreFields of(ScoringTemplate template, Scores scores) {
        var values = new HashMap<String, String>();
        for (var criterion : template.scored()) {
            var score = scores.of(criterion);
            values.put(
                    points(criterion),
                    score.points().map(BigDecimal::toPlainString).orElse(""));
            values.put(remark(criterion), score.remark());
        }
        return new ScoreFields(values, Map.of());
    }

    /// What somebody typed.
    static ScoreFields typed(ScoringTemplate template, Map<String, String> sent) {
        var values = new HashMap<String, String>();
        for (var criterion : template.scored()) {
            values.put(points(criterion), sent.getOrDefault(points(criterion), ""));
            values.put(remark(criterion), sent.getOrDefault(remark(criterion), ""));
        }
        return new ScoreFields(values, Map.of());
    }

    ScoreFields with(Map<String, Message> faults) {
        return new ScoreFields(values, faults);
    }

    public static String points(Criterion criterion) {
        return "points-" + criterion.id();
    }

    public static String remark(Criterion criterion) {
        return "remark-" + criterion.id();
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public boolean has(String field) {
        return problems.containsKey(field);
    }

    Read read(ScoringTemplate template) {
        var faults = new LinkedHashMap<String, Message>();
        var scores = new LinkedHashMap<String, Scores.Score>();
        for (var criterion : template.scored()) {
            var typed = CellText.oneLine(value(points(criterion)));
            var number = CellText.number(typed);
            if (!typed.isEmpty() && number.isEmpty()) {
                faults.put(points(criterion), Message.of("results.fault.points", criterion.points()));
            }
            var points = typed.isEmpty() ? Optional.<BigDecimal>empty() : number;
            var remark = CellText.clean(value(remark(criterion)));
            if (points.isPresent() || !remark.isEmpty()) {
                scores.put(criterion.id(), new Scores.Score(points, remark));
            }
        }
        var read = new Scores(scores);
        read.faults(template).forEach(faults::putIfAbsent);
        return faults.isEmpty() ? new Read.Understood(read) : new Read.Faulty(faults);
    }
}
