package org.phatthana.results.scorecards;

import java.util.List;
import java.util.stream.Stream;
import org.phatthana.places.Places;
import org.phatthana.results.indicators.Indicator;
import org.phatthana.results.indicators.Indicators;
import org.phatthana.strategy.Mission;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.FiscalYear;
import org.springframework.stereotype.Component;

/// How ready the organization is to be compared with others: which of its indicators say the same as international
/// ones, and which of those have a figure.
@Component
public class Readiness {

    /// A mission with those of its indicators that carry a reference.
    ///
    /// @param declared how many indicators its goals have in all
    public record Line(Mission mission, int declared, List<Compared> compared) {

        public Line {
            compared = List.copyOf(compared);
        }

        public long measured() {
            return compared.stream()
                    .filter(each -> each.score().value().isPresent())
                    .count();
        }

        /// The part of its comparable indicators that have a figure; nothing where none is comparable.
        public java.util.Optional<Double> ready() {
            return compared.isEmpty()
                    ? java.util.Optional.empty()
                    : java.util.Optional.of((double) measured() / compared.size());
        }
    }

    /// An indicator beside what others publish of the same.
    public record Compared(Score score, List<PublishedFigures.Published> others) {

        public Compared {
            others = List.copyOf(others);
        }
    }

    private final Strategy strategy;
    private final Indicators indicators;
    private final Scorecards scorecards;
    private final PublishedFigures published;
    private final Places places;

    Readiness(
            Strategy strategy,
            Indicators indicators,
            Scorecards scorecards,
            PublishedFigures published,
            Places places) {
        this.strategy = strategy;
        this.indicators = indicators;
        this.scorecards = scorecards;
        this.published = published;
        this.places = places;
    }

    /// The years that have something to compare.
    public List<FiscalYear> years() {
        return List.copyOf(scorecards.years(referenced()));
    }

    public FiscalYear newest() {
        return scorecards.newest(referenced());
    }

    private List<Indicator> referenced() {
        return indicators.all().stream()
                .filter(indicator -> !references(indicator).isEmpty())
                .toList();
    }

    /// All missions in the strategy's order.
    public List<Line> of(FiscalYear year) {
        return strategy.missions().stream()
                .map(mission -> {
                    var own = strategy.goalsOf(mission).stream()
                            .flatMap(goal -> indicators.of(goal).stream())
                            .toList();
                    return new Line(
                            mission,
                            own.size(),
                            own.stream()
                                    .filter(indicator -> !references(indicator).isEmpty())
                                    .map(indicator -> compared(indicator, year))
                                    .toList());
                })
                .toList();
    }

    private Compared compared(Indicator indicator, FiscalYear year) {
        return new Compared(
                scorecards.score(indicator, places.province().code(), year),
                references(indicator).stream()
                        .flatMap(reference -> published.of(reference, year).stream())
                        .toList());
    }

    /// The international indicators that one says the same as.
    static List<String> references(Indicator indicator) {
        return Stream.of(indicator.sdg(), indicator.asean())
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
    }
}
