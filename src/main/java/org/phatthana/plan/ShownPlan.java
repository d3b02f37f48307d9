package org.phatthana.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The plan that an address asks for.
public sealed interface ShownPlan {

    /// Empty where it was not in force.
    default Optional<Found> found() {
        return this instanceof Found found ? Optional.of(found) : Optional.empty();
    }

    /// It is shown.
    ///
    /// @param editions all its editions that were announced, in the order in which they came into force
    record Found(PlanOverview plan, AsOf asOf, List<Edition> editions) implements ShownPlan {

        /// The newest edition in force then.
        public Optional<Edition> newest() {
            return editions.stream()
                    .filter(edition -> plan.standing().editions().contains(edition.number()))
                    .reduce((_, later) -> later);
        }

        public boolean isToday() {
            return asOf instanceof AsOf.Today;
        }

        /// The day as a date field holds it; empty for today.
        public String day() {
            return plan.at().map(LocalDate::toString).orElse("");
        }
    }

    /// It was not in force at that time.
    ///
    /// @param plan as it stands today
    /// @param first the day from which it was in force
    /// @param day for which it was asked; empty where an edition was asked for that it has not
    record NotInForce(PlanOverview plan, LocalDate first, Optional<LocalDate> day) implements ShownPlan {}
}
