package org.phatthana.registers;

import java.util.List;
import java.util.Optional;

/// A page of a register's list, in the order of names.
///
/// @param next the [EntryQuery#after()] of the next page, empty on the last
public record EntryPage(List<Entry> entries, Optional<String> next) {

    public EntryPage {
        entries = List.copyOf(entries);
    }
}
