package org.phatthana.people.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.phatthana.testing.FormToken.formToken;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.securityContext;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.phatthana.people.Acting;
import org.phatthana.people.PeopleTest;
import org.phatthana.people.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// Walks everything that the program serves with every role, and compares with `routes.txt`.
class RoutesTest extends PeopleTest {

    private static final PathPatternParser PATTERNS = new PathPatternParser();

    /// Not a status of HTTP: the answer was to sign in first.
    private static final int REDIRECTED_TO_SIGN_IN = -303;

    private record Served(String method, PathPattern pattern) {}

    @Autowired
    ApplicationContext rooms;

    @Test
    void everythingThatIsServedIsInTheTableAndNothingElse() {
        var table = Routes.read();
        var served = served();
        var reached = new LinkedHashSet<Served>();
        var unserved = new ArrayList<String>();
        for (var route : table) {
            var path = PathContainer.parsePath(example(route.path()));
            var handler = served.stream()
                    .filter(one ->
                            one.method().equals(route.method()) && one.pattern().matches(path))
                    .min(Comparator.comparing(Served::pattern, PathPattern.SPECIFICITY_COMPARATOR));
            handler.ifPresentOrElse(reached::add, () -> unserved.add(route.method() + " " + route.path()));
        }
        assertThat(unserved).as("what is written and not served").isEmpty();
        served.removeAll(reached);
        assertThat(served).as("what is served and not written").isEmpty();
    }

    @Test
    void everyRoleMayWhatTheTableSaysAndNothingElse() {
        var accounts = new EnumMap<Role, SecurityContext>(Role.class);
        for (var role : Role.values()) {
            var account = this.accounts.find(account(role)).orElseThrow();
            accounts.put(role, SessionAccounts.context(account.acting()));
        }
        var wrong = new ArrayList<String>();
        for (var route : Routes.read()) {
            check(route, null, new SecurityContextImpl(), wrong);
            accounts.forEach((role, context) -> check(route, role, context, wrong));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoeverMayReadMayAskForTheHeadAlone() {
        assertThat(status("HEAD", "/places", new SecurityContextImpl())).isEqualTo(200);
        assertThat(status("HEAD", "/api/v1/places", new SecurityContextImpl())).isEqualTo(200);
        assertThat(status("HEAD", "/people", new SecurityContextImpl())).isIn(401, 403, REDIRECTED_TO_SIGN_IN);
    }

    @Test
    void whatTheTableDoesNotNameIsRefused() {
        var administrator = SessionAccounts.context(
                new Acting(java.util.UUID.randomUUID(), false, "", Set.of(Role.values()), false));
        for (var path :
                List.of("/actuator", "/actuator/env", "/actuator/heapdump", "/no-such-page", "/api/v1/nothing")) {
            assertThat(status("GET", path, administrator)).as(path).isIn(401, 403);
        }
        assertThat(status("TRACE", "/", administrator)).isIn(400, 401, 403, 405);
        assertThat(status("PUT", "/people", administrator)).isEqualTo(403);
    }

    private void check(Routes.Route route, @Nullable Role role, SecurityContext context, List<String> wrong) {
        var status = status(route.method(), example(route.path()), context);
        var refused = status == 401 || status == 403 || status == REDIRECTED_TO_SIGN_IN;
        if (refused == route.allows(role)) {
            wrong.add("%s %s as %s: %d".formatted(route.method(), route.path(), role, status));
        }
    }

    private int status(String method, String path, SecurityContext context) {
        var result = program.method(HttpMethod.valueOf(method))
                .uri(path)
                .with(securityContext(context))
                .with(formToken())
                .exchange();
        if (result.getUnresolvedException() != null) {
            return 500;
        }
        var response = result.getResponse();
        var location = response.getHeader("Location");
        var wasPage = location != null && response.getStatus() == 303 && location.startsWith("/sign-in?next=");
        var wasForm = location != null
                && response.getStatus() == 303
                && location.equals("/sign-in")
                && !path.equals("/first-run");
        return wasPage || wasForm ? REDIRECTED_TO_SIGN_IN : response.getStatus();
    }

    /// A path with something in its places; whether there is such a thing does not matter here.
    private static String example(String pattern) {
        return pattern.replace("/**", "/x")
                .replace("{id}", "00000000-0000-4000-8000-000000000000")
                .replace("{year}", "2566")
                .replace("{format}", "csv")
                .replace("{table}", "areas")
                .replaceAll("\\{[^}]+\\}|\\*", "1");
    }

    private Set<Served> served() {
        var served = new LinkedHashSet<Served>();
        rooms.getBeansOfType(HandlerMapping.class).values().forEach(mapping -> {
            switch (mapping) {
                case RequestMappingInfoHandlerMapping methods ->
                    methods.getHandlerMethods().keySet().forEach(info -> {
                        var all = info.getMethodsCondition().getMethods();
                        var used = all.isEmpty() ? Set.of(RequestMethod.GET) : all;
                        for (var pattern : info.getPatternValues()) {
                            used.forEach(method -> served.add(new Served(method.name(), PATTERNS.parse(pattern))));
                        }
                    });
                case AbstractUrlHandlerMapping urls ->
                    urls.getHandlerMap()
                            .keySet()
                            .forEach(pattern -> served.add(new Served("GET", PATTERNS.parse(pattern))));
                default -> {
                    // The others serve functions and a welcome page, and there are none: the addresses would be
                    // refused.
                }
            }
        });
        return served;
    }
}
