package org.phatthana.registers;

import java.util.List;
import java.util.Optional;

/// Figures were recorded. Published inside their transaction, so that what is worked out of them lands with them or
/// not at all.
///
/// @param changes in the order of their numbers
/// @param newestBefore the newest number before this recording, of any series
public record ObservationsChanged(List<Change> changes, long newestBefore) {

    /// @param before the figure that stood until now, empty for a new one
    /// @param after the one that stands from now on; it may say that the figure is withdrawn
    public record Change(Optional<Observation> before, Observation after) {}

    public ObservationsChanged {
        changes = List.copyOf(changes);
    }

    /// The newest number of this recording.
    public long newest() {
        return changes.getLast().after().number();
    }
}
