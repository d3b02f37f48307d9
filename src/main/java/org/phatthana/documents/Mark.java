package org.phatthana.documents;

/// How a part of a form is set off from what stands around it.
public enum Mark {
    PLAIN,
    /// What an amendment changes, and totals.
    BOLD,
    /// What an amendment takes away.
    STRUCK
}
