package org.phatthana.strategy;

import java.util.List;
import org.phatthana.values.Localized;

/// By what the goals are measured: a room above that measures tells the strategy, so that it can name it.
public interface Measures {

    /// @param code for example `G2-01`
    /// @param goal the id of the goal
    /// @param owner the department that answers for it
    record Measure(String code, String goal, Localized name, Localized unit, Localized owner) {}

    List<Measure> all();
}
