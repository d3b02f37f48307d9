package org.phatthana;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/modules.md` is the map of the rooms, written from what the rooms say of themselves.
/// `mvn test -Dtest=ModuleMapTest -Ddocs.write=true` writes it anew.
class ModuleMapTest {

    private static final Path ROOMS = Path.of("src/main/java/org/phatthana");
    private static final Path MAP = Path.of("docs/modules.md");

    private record Room(String name, String keeps, List<String> uses) {}

    @Test
    void theModuleMapIsWhatTheRoomsSay() throws IOException {
        var map = map();
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(MAP, map);
        }
        assertThat(MAP)
                .as("run mvn test -Dtest=ModuleMapTest -Ddocs.write=true")
                .hasContent(map);
    }

    private static String map() throws IOException {
        var rooms = rooms();
        var floors = new TreeMap<String, Integer>();
        rooms.forEach((name, _) -> floors.put(name, floor(name, rooms)));
        var text = new StringBuilder("""
            # The rooms

            One program, many rooms. A room uses only rooms on floors below its own; its base package is its face. This page is
            written by a test from each room's `package-info.java`; the floors follow from what each room uses.

            | floor | room | what it keeps | uses |
            | --- | --- | --- | --- |
            """);
        rooms.values().stream()
                .sorted(Comparator.comparing((Room room) -> floors.get(room.name))
                        .thenComparing(Room::name))
                .forEach(room -> text.append("| %d | `%s` | %s | %s |%n"
                        .formatted(
                                floors.get(room.name),
                                room.name,
                                room.keeps,
                                room.uses.stream().map(used -> "`" + used + "`").collect(Collectors.joining(", ")))));
        return text.toString();
    }

    private static int floor(String name, Map<String, Room> rooms) {
        return rooms.get(name).uses.stream()
                .mapToInt(used -> floor(used, rooms) + 1)
                .max()
                .orElse(0);
    }

    private static Map<String, Room> rooms() throws IOException {
        var rooms = new TreeMap<String, Room>();
        try (Stream<Path> folders = Files.list(ROOMS)) {
            for (var folder : folders.filter(Files::isDirectory).toList()) {
                var text = Files.readString(folder.resolve("package-info.java"));
                var keeps = text.lines()
                        .takeWhile(line -> line.startsWith("///") && !line.equals("///"))
                        .map(line -> line.substring(3).strip())
                        .collect(Collectors.joining(" "));
                var matcher =
                        Pattern.compile("allowedDependencies = \\{([^}]*)}").matcher(text);
                assertThat(matcher.find()).as("%s says what it uses", folder).isTrue();
                var uses = Pattern.compile("\"([a-z]+)")
                        .matcher(matcher.group(1))
                        .results()
                        .map(found -> found.group(1))
                        .sorted()
                        .distinct()
                        .toList();
                rooms.put(
                        folder.getFileName().toString(),
                        new Room(folder.getFileName().toString(), keeps, uses));
            }
        }
        return rooms;
    }
}
