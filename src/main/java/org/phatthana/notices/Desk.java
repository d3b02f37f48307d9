package org.phatthana.notices;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.phatthana.people.Acting;
import org.phatthana.values.Localized;
import org.springframework.stereotype.Component;

/// What waits for somebody in all rooms, and what they have sent.
@Component
public class Desk {

    private static final Comparator<Waiting.Item> BY_DUE = Comparator.comparing(
                    Waiting.Item::due, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(Waiting.Item::since);

    private final List<Waiting> rooms;

    Desk(List<Waiting> rooms) {
        this.rooms = rooms;
    }

    /// What waits of one kind.
    public record Group(String kind, Localized name, List<Waiting.Item> items) {}

    /// What waits for somebody, what is overdue longest first.
    public List<Waiting.Item> waitingFor(Acting who) {
        return rooms.stream()
                .flatMap(room -> room.waitingFor(who).stream())
                .sorted(BY_DUE)
                .toList();
    }

    /// How much waits for somebody.
    public int count(Acting who) {
        return rooms.stream().mapToInt(room -> room.waitingFor(who).size()).sum();
    }

    /// What somebody has sent to others, the newest first.
    public List<Waiting.Sent> sentBy(Acting who) {
        return rooms.stream()
                .flatMap(room -> room.sentBy(who).stream())
                .sorted(Comparator.comparing(Waiting.Sent::since).reversed())
                .toList();
    }

    /// Items by kind, the kind with what is due first before the others.
    public static List<Group> groups(List<Waiting.Item> items) {
        var groups = new LinkedHashMap<String, List<Waiting.Item>>();
        items.forEach(item ->
                groups.computeIfAbsent(item.kind(), _ -> new ArrayList<>()).add(item));
        return groups.entrySet().stream()
                .map(group -> new Group(
                        group.getKey(), group.getValue().getFirst().kindName(), List.copyOf(group.getValue())))
                .toList();
    }

    /// How many of some items are overdue.
    public static int overdue(List<Waiting.Item> items, LocalDate today) {
        return (int) items.stream()
                .filter(item ->
                        item.due() != null && Objects.requireNonNull(item.due()).isBefore(today))
                .count();
    }
}
