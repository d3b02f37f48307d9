package org.phatthana.approvals;

import java.util.List;
import org.phatthana.values.Localized;

/// The way of a matter: its steps in order. A matter keeps the route as it was when it was opened.
///
/// @param id for example `plan-edition-added`
/// @param version grows with each change in the pack
/// @param basis the law that it rests on
/// @param toVerify whether an official has still to check it against the law
public record Route(String id, Localized name, int version, Localized basis, boolean toVerify, List<Step> steps) {

    static final int MAX_STEPS = 12;

    public Route {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || steps.size() > MAX_STEPS) {
            throw new IllegalArgumentException("Route %s has 1 to %d steps".formatted(id, MAX_STEPS));
        }
        if (steps.stream().map(Step::id).distinct().count() < steps.size()) {
            throw new IllegalArgumentException("Route %s has two steps of one name".formatted(id));
        }
    }
}
