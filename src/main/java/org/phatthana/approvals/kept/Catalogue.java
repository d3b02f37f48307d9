package org.phatthana.approvals.kept;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.phatthana.approvals.Body;
import org.phatthana.approvals.RecordKind;
import org.phatthana.approvals.Route;
import org.phatthana.packs.Pack;
import org.springframework.stereotype.Component;

/// The committees and routes of the pack's `approvals.yaml`.
@Component
public class Catalogue {

    record File(List<Body> bodies, List<RecordKind> records, List<Route> routes) {}

    private final File file;
    private final Map<String, Body> bodies;
    private final Map<String, RecordKind> records;

    Catalogue(Pack pack) {
        file = pack.find("approvals.yaml", File.class).orElse(new File(List.of(), List.of(), List.of()));
        bodies = file.bodies.stream().collect(Collectors.toMap(Body::id, Function.identity()));
        records = file.records.stream().collect(Collectors.toMap(RecordKind::id, Function.identity()));
        var seen = new HashSet<String>();
        for (var route : file.routes) {
            check(seen.add(route.id()), route, "stands there twice");
            for (var step : route.steps()) {
                check(
                        step.record().isEmpty() || records.containsKey(step.record()),
                        route,
                        "asks for " + step.record());
                var body = step.decider().body();
                check(body.isEmpty() || bodies.containsKey(body), route, "asks " + body);
            }
        }
    }

    private static void check(boolean holds, Route route, String what) {
        if (!holds) {
            throw new IllegalStateException("approvals.yaml: route %s %s".formatted(route.id(), what));
        }
    }

    public List<Body> bodies() {
        return file.bodies;
    }

    /// The bodies by id.
    public Map<String, Body> bodiesById() {
        return bodies;
    }

    public List<Route> routes() {
        return file.routes;
    }

    public Optional<Route> route(String id) {
        return file.routes.stream().filter(route -> route.id().equals(id)).findFirst();
    }

    public Optional<RecordKind> record(String id) {
        return Optional.ofNullable(records.get(id));
    }
}
