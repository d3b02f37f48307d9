package org.phatthana.plan.workbook;

import java.util.Optional;
import java.util.function.Function;

/// What reading a plan needs to know of the organization whose plan it is.
///
/// @param fund the id of the source of funds that a text names
/// @param ground whether a point lies where the organization works
public record Home(Function<String, Optional<String>> fund, Ground ground) {

    /// Nowhere in particular: no source of funds is known, and every point will do.
    public static final Home ANYWHERE = new Home(_ -> Optional.empty(), (_, _) -> true);

    /// The land of an organization.
    @FunctionalInterface
    public interface Ground {

        boolean holds(double latitude, double longitude);
    }
}
