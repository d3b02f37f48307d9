package org.phatthana.strategy;

import java.util.List;
import java.util.Optional;
import org.phatthana.packs.Pack;
import org.phatthana.values.Localized;
import org.springframework.stereotype.Component;

/// The strategy in force: what the organization has set out to reach, and within which powers.
@Component
public class Strategy {

    record File(
            String version,
            Localized source,
            Localized vision,
            List<Promise> promises,
            List<Mission> missions,
            List<Goal> goals) {}

    private final File file;
    private final Powers powers;
    private final Classification classification;

    Strategy(Pack pack) {
        file = pack.read("strategy.yaml", File.class);
        powers = pack.find("powers.yaml", Powers.class).orElse(Powers.NONE);
        classification = new Classification(pack.read("classification.yaml", Classification.File.class));
        for (var goal : file.goals) {
            if (mission(goal.mission()).isEmpty()) {
                throw new IllegalStateException("strategy.yaml: goal %s belongs to mission %s, which is not there"
                        .formatted(goal.id(), goal.mission()));
            }
        }
    }

    public String version() {
        return file.version;
    }

    public Localized source() {
        return file.source;
    }

    public Localized vision() {
        return file.vision;
    }

    public List<Promise> promises() {
        return file.promises;
    }

    public List<Mission> missions() {
        return file.missions;
    }

    public List<Goal> goals() {
        return file.goals;
    }

    public Optional<Mission> mission(String id) {
        return file.missions.stream().filter(mission -> mission.id().equals(id)).findFirst();
    }

    public Optional<Goal> goal(String id) {
        return file.goals.stream().filter(goal -> goal.id().equals(id)).findFirst();
    }

    /// The goals of a mission, in the strategy's order.
    public List<Goal> goalsOf(Mission mission) {
        return file.goals.stream()
                .filter(goal -> goal.mission().equals(mission.id()))
                .toList();
    }

    /// The mission of a goal.
    public Mission missionOf(Goal goal) {
        return mission(goal.mission()).orElseThrow();
    }

    public Powers powers() {
        return powers;
    }

    public Classification classification() {
        return classification;
    }
}
