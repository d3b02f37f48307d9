package org.phatthana.registers;

/// Who may read a field.
public enum Privacy {
    /// Everyone.
    PUBLIC,
    /// Those who work here.
    STAFF,
    /// Those who work here; it speaks of a person, is kept apart, and can be erased.
    PERSONAL
}
