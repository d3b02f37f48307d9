package org.phatthana.strategy;

import org.phatthana.values.Localized;

/// What stands in front of the missions and binds everything.
///
/// @param id `P1` or `P2`
public record Promise(String id, Localized name, Localized text) {}
