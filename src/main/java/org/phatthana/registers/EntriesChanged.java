package org.phatthana.registers;

import java.util.List;
import java.util.Optional;

/// Entries of a register have new versions. Published inside their transaction, so that what is worked out of them
/// lands with them or not at all.
///
/// @param register its code
/// @param changes in the order in which they were recorded
public record EntriesChanged(String register, List<Change> changes) {

    /// A change of an entry.
    ///
    /// @param before its newest version until now, empty for a new entry
    /// @param after its newest version from now on, empty where a sample entry was removed
    public record Change(String id, Optional<Entry> before, Optional<Entry> after) {}

    public EntriesChanged {
        changes = List.copyOf(changes);
    }
}
