package org.phatthana.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/// The written table of routes, `routes.txt`: who may use what. What it does not name is refused.
final class Routes {

    /// One line of the table.
    ///
    /// @param method an HTTP method
    /// @param path a path pattern as Spring writes it, without a language
    /// @param roles who may: nobody in particular means everyone
    record Route(String method, String path, boolean everyone, Set<Role> roles) {}

    private Routes() {}

    static List<Route> read() {
        try {
            return new ClassPathResource("routes.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Routes::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Route parse(String line) {
        var parts = line.strip().split("\\s+");
        if (parts.length != 3) {
            throw new IllegalStateException("routes.txt: a line has a method, a path and roles: «" + line + "»");
        }
        return switch (parts[2]) {
            case "everyone" -> new Route(parts[0], parts[1], true, Set.of());
            case "signed-in" -> new Route(parts[0], parts[1], false, Set.of(Role.values()));
            default ->
                new Route(
                        parts[0],
                        parts[1],
                        false,
                        Stream.of(parts[2].split(",")).map(Role::of).collect(Collectors.toUnmodifiableSet()));
        };
    }
}
