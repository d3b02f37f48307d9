package org.phatthana.results.formulas;

/// The type of a value.
///
/// @param unit what a number is counted in, for example `baht`; empty where it has none
public record Type(Kind kind, String unit) {

    public static final Type YES_NO = new Type(Kind.YES_NO, "");

    public static Type of(Kind kind) {
        return new Type(kind, "");
    }

    public static Type number(String unit) {
        return new Type(Kind.NUMBER, unit);
    }
}
