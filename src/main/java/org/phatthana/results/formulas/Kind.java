package org.phatthana.results.formulas;

/// What kind of value a column or a part of a formula has.
public enum Kind {
    /// Exact decimal numbers.
    NUMBER,
    /// Whole numbers.
    INTEGER,
    TEXT,
    /// Days; written `"2026-09-30"` in a formula, in the Common Era.
    DATE,
    /// One of a list of codes.
    CODE,
    YES_NO;

    public boolean isNumeric() {
        return this == NUMBER || this == INTEGER;
    }
}
