package org.phatthana.results.scorecards;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.phatthana.places.Place;
import org.phatthana.places.Places;
import org.phatthana.results.formulas.Term;
import org.phatthana.results.indicators.Indicator;
import org.phatthana.results.indicators.Tally;
import org.phatthana.strategy.Goal;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.PlaceCode;
import org.springframework.stereotype.Component;

/// Need, money and results of a goal side by side, per head, so that everyone sees where money does not go where it
/// is needed.
@Component
public class Equity {

    /// How a place fares.
    ///
    /// @param need what is lacking to the standard, as a part of it; empty where nobody knows
    /// @param needShare of all the people that wait in the places shown, the part that waits here
    /// @param planned baht that the plan has for it in the year
    /// @param contracted baht of the contracts signed in the year
    /// @param delivered baht of the works handed over in the year
    /// @param moneyShare of all planned and contracted money of the places shown, the part that is here
    public record Fare(
            Place place,
            Optional<Double> need,
            Optional<Double> needShare,
            double planned,
            double contracted,
            double delivered,
            Optional<Double> moneyShare) {

        public double plannedPerHead() {
            return perHead(planned);
        }

        public double contractedPerHead() {
            return perHead(contracted);
        }

        public double deliveredPerHead() {
            return perHead(delivered);
        }

        private double perHead(double baht) {
            return place.people() == 0 ? 0 : baht / place.people();
        }

        /// Its share of the need less its share of the money: positive where it gets less than it needs.
        public Optional<Double> mismatch() {
            return needShare.flatMap(share -> moneyShare.map(money -> share - money));
        }
    }

    /// The comparison.
    ///
    /// @param fares the places, the biggest mismatch first, whichever way; those of which it is not known last
    /// @param elsewhere baht planned or contracted that nobody can place in one of them
    public record View(
            Goal goal,
            Indicator indicator,
            FiscalYear year,
            PlaceCode.Level level,
            List<Fare> fares,
            double elsewhere,
            boolean sample) {

        public View {
            fares = List.copyOf(fares);
        }
    }

    private final Scorecards scorecards;
    private final Places places;

    Equity(Scorecards scorecards, Places places) {
        this.scorecards = scorecards;
        this.places = places;
    }

    /// @param indicator by which need is measured: one with a standard
    /// @param level amphoe or tambon
    public View of(Goal goal, Indicator indicator, FiscalYear year, PlaceCode.Level level) {
        var serves = "goal = \"" + goal.id() + "\"";
        var planned = scorecards.sums("sum(projects: planned where form != \"p03\" and " + serves + ")", year);
        var contracted = scorecards.sums("sum(works: price where known(price) and " + serves + " by contracted)", year);
        var delivered = scorecards.sums("sum(works: price where known(price) and " + serves + " by delivered)", year);
        var waiting = scorecards.waiting(indicator, places.province(), level, year);
        var allNeed = waiting.stream()
                .mapToDouble(each -> each.peopleWaiting().orElse(0.0))
                .sum();
        var allMoney = waiting.stream()
                .mapToDouble(each -> baht(planned, each.place()) + baht(contracted, each.place()))
                .sum();
        var fares = new ArrayList<Fare>();
        for (var each : waiting) {
            var money = baht(planned, each.place()) + baht(contracted, each.place());
            fares.add(new Fare(
                    each.place(),
                    each.score().shortfall(),
                    each.peopleWaiting().filter(_ -> allNeed > 0).map(need -> need / allNeed),
                    baht(planned, each.place()),
                    baht(contracted, each.place()),
                    baht(delivered, each.place()),
                    allMoney > 0 ? Optional.of(money / allMoney) : Optional.empty()));
        }
        fares.sort(Comparator.comparing((Fare fare) -> fare.mismatch().isEmpty())
                .thenComparing(Comparator.comparingDouble(
                                (Fare fare) -> Math.abs(fare.mismatch().orElse(0.0)))
                        .reversed())
                .thenComparing(fare -> fare.place().code()));
        var everywhere = baht(planned, places.province()) + baht(contracted, places.province());
        return new View(
                goal,
                indicator,
                year,
                level,
                fares,
                everywhere - allMoney,
                waiting.stream().anyMatch(each -> each.score().sample()));
    }

    private static double baht(Map<PlaceCode, Tally> sums, Place place) {
        return (double) sums.getOrDefault(place.code(), Tally.NONE).numerator() / Term.ONE;
    }
}
