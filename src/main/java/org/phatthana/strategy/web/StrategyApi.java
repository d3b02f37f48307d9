package org.phatthana.strategy.web;

import java.util.List;
import java.util.Map;
import org.phatthana.strategy.Goal;
import org.phatthana.strategy.Measures;
import org.phatthana.strategy.Mission;
import org.phatthana.strategy.Power;
import org.phatthana.strategy.Promise;
import org.phatthana.strategy.Strategy;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StrategyApi {

    record Answer(
            String version,
            Map<String, String> vision,
            List<Statement> promises,
            List<MissionAnswer> missions,
            List<GoalAnswer> goals,
            List<MeasureAnswer> indicators,
            List<PowerAnswer> powers) {}

    record Statement(String id, Map<String, String> name, Map<String, String> text) {

        static Statement of(Promise promise) {
            return new Statement(
                    promise.id(), promise.name().sorted(), promise.text().sorted());
        }
    }

    record MissionAnswer(
            String id,
            String slug,
            Map<String, String> name,
            Map<String, String> text,
            String colour,
            List<String> goals) {}

    record GoalAnswer(String id, String mission, Map<String, String> name, Map<String, String> text) {

        static GoalAnswer of(Goal goal) {
            return new GoalAnswer(
                    goal.id(), goal.mission(), goal.name().sorted(), goal.text().sorted());
        }
    }

    /// @param figures where its figures are, for the fiscal year that is put in the place of `{year}`
    record MeasureAnswer(
            String code,
            String goal,
            Map<String, String> name,
            Map<String, String> unit,
            Map<String, String> owner,
            String figures) {

        static MeasureAnswer of(Measures.Measure measure) {
            return new MeasureAnswer(
                    measure.code(),
                    measure.goal(),
                    measure.name().sorted(),
                    measure.unit().sorted(),
                    measure.owner().sorted(),
                    "/api/v1/indicators/" + measure.code() + "/{year}");
        }
    }

    record PowerAnswer(
            int number, Map<String, String> name, Map<String, String> law, String section, boolean toVerify) {

        static PowerAnswer of(Power power) {
            return new PowerAnswer(
                    power.number(), power.name().sorted(), power.law().sorted(), power.section(), power.toVerify());
        }
    }

    private final Strategy strategy;

    private final List<Measures> measures;

    StrategyApi(Strategy strategy, List<Measures> measures) {
        this.strategy = strategy;
        this.measures = measures;
    }

    /// The strategy in force, with the indicators by which its goals are measured.
    @GetMapping("/api/v1/strategy")
    Answer strategy() {
        return new Answer(
                strategy.version(),
                strategy.vision().sorted(),
                strategy.promises().stream().map(Statement::of).toList(),
                strategy.missions().stream().map(this::mission).toList(),
                strategy.goals().stream().map(GoalAnswer::of).toList(),
                measures.stream()
                        .flatMap(room -> room.all().stream())
                        .map(MeasureAnswer::of)
                        .toList(),
                strategy.powers().powers().stream().map(PowerAnswer::of).toList());
    }

    private MissionAnswer mission(Mission mission) {
        return new MissionAnswer(
                mission.id(),
                mission.slug(),
                mission.name().sorted(),
                mission.text().sorted(),
                mission.colour(),
                strategy.goalsOf(mission).stream().map(Goal::id).toList());
    }
}
