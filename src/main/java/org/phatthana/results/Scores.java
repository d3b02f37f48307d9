package org.phatthana.results;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.phatthana.values.Message;

/// The points and remarks of a form, by criterion. What nobody has filled in is not there.
public record Scores(Map<String, Score> of) {

    public static final int LONGEST_REMARK = 2_000;

    /// How finely points are given: halves, quarters and all else of two decimals.
    public static final int DECIMALS = 2;

    static final Scores NONE = new Scores(Map.of());

    private static final Score EMPTY = new Score(Optional.empty(), "");

    /// @param points empty so long as none are given
    public record Score(Optional<BigDecimal> points, String remark) {

        public Score {
            points = points.map(Scores::plain);
        }
    }

    public Scores {
        of = Map.copyOf(of);
    }

    /// Numbers that are equal are written alike.
    static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    public Score of(ScoringTemplate.Criterion criterion) {
        return of.getOrDefault(criterion.id(), EMPTY);
    }

    /// The points of a criterion or of all its parts; empty where one is lacking.
    public Optional<BigDecimal> points(ScoringTemplate.Criterion criterion) {
        return sum(criterion.scored().toList());
    }

    /// The points of a whole form; empty where one is lacking.
    public Optional<BigDecimal> total(ScoringTemplate template) {
        return sum(template.scored());
    }

    private Optional<BigDecimal> sum(List<ScoringTemplate.Criterion> criteria) {
        return criteria.stream()
                .map(criterion -> of(criterion).points())
                .reduce((a, b) -> a.flatMap(sum -> b.map(sum::add)))
                .flatMap(sum -> sum)
                .map(Scores::plain);
    }

    /// How many criteria have points.
    public long given(ScoringTemplate template) {
        return template.scored().stream()
                .filter(criterion -> of(criterion).points().isPresent())
                .count();
    }

    /// What stands against keeping them, by field: `points-3.1`, `remark-3.1`.
    public Map<String, Message> faults(ScoringTemplate template) {
        var faults = new LinkedHashMap<String, Message>();
        for (var criterion : template.scored()) {
            var score = of(criterion);
            score.points().ifPresent(points -> {
                if (!criterion.allows(points)) {
                    faults.put("points-" + criterion.id(), Message.of("results.fault.points", criterion.points()));
                } else if (points.scale() > DECIMALS) {
                    faults.put("points-" + criterion.id(), Message.of("results.fault.decimals"));
                }
            });
            if (score.remark().length() > LONGEST_REMARK) {
                faults.put("remark-" + criterion.id(), Message.of("results.fault.remark", LONGEST_REMARK));
            }
        }
        return faults;
    }
}
