package org.phatthana.plan.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.phatthana.plan.AsOf;
import org.phatthana.plan.Edition;
import org.phatthana.plan.Editions;
import org.phatthana.plan.PlanOverview;
import org.phatthana.plan.Plans;
import org.springframework.stereotype.Component;

/// Finds the plan that an address asks for.
@Component
class PlanChoice {

    private final Plans plans;
    private final Editions editions;

    PlanChoice(Plans plans, Editions editions) {
        this.plans = plans;
        this.editions = editions;
    }

    /// The plan of an address.
    ///
    /// @param id empty for the one that pages show
    /// @param at as addresses write a time; what is none counts as today
    ShownPlan find(String id, String at) {
        var today = (id.isEmpty() ? plans.shown() : plans.find(id)).orElseThrow(PlanPages::notFound);
        var asOf = AsOf.of(at).orElseGet(AsOf.Today::new);
        var announced = announced(today);
        return plans.find(today.id(), asOf)
                .<ShownPlan>map(plan -> new ShownPlan.Found(plan, asOf, announced))
                .orElseGet(() -> new ShownPlan.NotInForce(
                        today,
                        announced.getFirst().day().orElseThrow(),
                        asOf instanceof AsOf.Day(LocalDate date) ? Optional.of(date) : Optional.empty()));
    }

    /// The plan of an address that has no page of its own for a time when it was not in force.
    PlanOverview inForce(String id, String at) {
        return switch (find(id, at)) {
            case ShownPlan.Found found -> found.plan();
            case ShownPlan.NotInForce _ -> throw PlanPages.notFound();
        };
    }

    /// The announced editions of a plan in the order in which they came into force.
    List<Edition> announced(PlanOverview plan) {
        return editions.of(plan.id()).stream()
                .filter(edition -> edition.day().isPresent())
                .sorted(Comparator.comparing(
                                (Edition edition) -> edition.inForceFrom().orElseThrow())
                        .thenComparingInt(Edition::number))
                .toList();
    }
}
