package org.phatthana.plan;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Finds the plan that an address asks for.
@Component
public class PlanChoice {

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
    /// @return empty where there is no such plan
    public Optional<ShownPlan> find(String id, String at) {
        return (id.isEmpty() ? plans.shown() : plans.find(id))
                .map(today -> at(today, AsOf.of(at).orElseGet(AsOf.Today::new)));
    }

    /// A plan that was ever in force, at a time.
    public ShownPlan at(PlanOverview today, AsOf asOf) {
        var announced = announced(today);
        return plans.find(today.id(), asOf)
                .<ShownPlan>map(plan -> new ShownPlan.Found(plan, asOf, announced))
                .orElseGet(() -> new ShownPlan.NotInForce(
                        today,
                        announced.getFirst().day().orElseThrow(),
                        asOf instanceof AsOf.Day(LocalDate date) ? Optional.of(date) : Optional.empty()));
    }

    /// The plan of an address that has no page of its own for a time when it was not in force.
    public Optional<PlanOverview> inForce(String id, String at) {
        return find(id, at).flatMap(ShownPlan::found).map(ShownPlan.Found::plan);
    }

    /// The announced editions of a plan in the order in which they came into force.
    public List<Edition> announced(PlanOverview plan) {
        return editions.of(plan.id()).stream()
                .filter(edition -> edition.day().isPresent())
                .sorted(Comparator.comparing(
                                (Edition edition) -> edition.inForceFrom().orElseThrow())
                        .thenComparingInt(Edition::number))
                .toList();
    }
}
