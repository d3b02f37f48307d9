package org.phatthana.approvals;

import org.phatthana.values.Localized;

/// A kind of record that a step may ask for before it can be passed.
///
/// @param id for example `forum`
/// @param name for example the minutes of a community forum
/// @param hint what its text is to say
public record RecordKind(String id, Localized name, Localized hint) {}
