package org.phatthana.registers;

import java.util.List;
import java.util.Optional;

/// Figures are recorded. Published inside their transaction, before they are written, so that what is worked out of
/// them lands with them or not at all. A large recording is told in several parts.
///
/// @param changes in the order of their numbers
/// @param newestBefore the newest number before these, of any series
public record ObservationsChanged(List<Change> changes, long newestBefore) {

    /// @param before the figure that stood until now, empty for a new one
    /// @param after the one that stands from now on; it may say that the figure is withdrawn
    public record Change(Optional<Observation> before, Observation after) {}

    public ObservationsChanged {
        changes = List.copyOf(changes);
    }

    /// The newest number of these.
    public long newest() {
        return changes.getLast().after().number();
    }
}
