package org.phatthana.approvals;

import org.phatthana.values.Localized;

/// A committee, as the pack names it.
///
/// @param id for example `development-committee`
/// @param note by which regulation it is appointed, and who sits on it
/// @param chair who is its chair, by title
/// @param secretary who is its secretary, by title
/// @param toVerify whether an official has still to check this against the regulation
public record Body(String id, Localized name, Localized note, Localized chair, Localized secretary, boolean toVerify) {}
