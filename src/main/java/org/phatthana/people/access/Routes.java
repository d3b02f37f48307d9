package org.phatthana.people.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.phatthana.people.Role;
import org.springframework.core.io.ClassPathResource;

/// The written table of routes, `routes.txt`: who may use what. What it does not name is refused.
final class Routes {

    /// One line of the table.
    ///
    /// @param method an HTTP method
    /// @param path a path pattern as Spring writes it, without a language
    /// @param who nobody in particular, whoever has signed in, or one of the roles
    record Route(String method, String path, Who who, Set<Role> roles) {

        /// The methods that it is about: whoever may read something may also ask for its head alone.
        List<String> methods() {
            return method.equals("GET") ? List.of("GET", "HEAD") : List.of(method);
        }

        /// Whether a role may; none for somebody who has not signed in.
        boolean allows(@Nullable Role role) {
            return switch (who) {
                case EVERYONE -> true;
                case SIGNED_IN -> role != null;
                case ROLES -> role != null && roles.contains(role);
            };
        }
    }

    /// The three ways to say who.
    enum Who {
        EVERYONE,
        SIGNED_IN,
        ROLES
    }

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
            case "everyone" -> new Route(parts[0], parts[1], Who.EVERYONE, Set.of());
            case "signed-in" -> new Route(parts[0], parts[1], Who.SIGNED_IN, Set.of());
            default ->
                new Route(
                        parts[0],
                        parts[1],
                        Who.ROLES,
                        Stream.of(parts[2].split(",")).map(Role::of).collect(Collectors.toUnmodifiableSet()));
        };
    }
}
