package org.phatthana.plan.forms;

import java.util.Optional;
import org.phatthana.plan.Edition;
import org.phatthana.plan.PlanOverview;

/// For what a form is made.
///
/// @param plan the plan as it stood
/// @param edition the edition whose decisions it shows; empty for the plan itself
/// @param logSize how many entries the public log had
public record Occasion(PlanOverview plan, Optional<Edition> edition, long logSize) {

    /// Whether it shows what is not decided yet.
    boolean isDraft() {
        return edition.filter(of -> of.state() != Edition.State.ANNOUNCED).isPresent();
    }

    String period() {
        return plan.first() + "-" + plan.last();
    }
}
