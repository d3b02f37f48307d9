package org.phatthana.plan;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/// The story of a project, from all rooms that know of it.
@Component
public class Chapters {

    private static final Comparator<Chapter> IN_TIME =
            Comparator.comparing(Chapter::day).thenComparing(Chapter::phase);

    private final List<ProjectChapters> rooms;

    Chapters(List<ProjectChapters> rooms) {
        this.rooms = rooms;
    }

    /// All chapters of a project, the oldest first; those of one day in the order of the cycle.
    public List<Chapter> of(String project) {
        return rooms.stream()
                .flatMap(room -> room.of(project).stream())
                .sorted(IN_TIME)
                .toList();
    }
}
