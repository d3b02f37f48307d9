package org.phatthana.results.formulas;

import java.util.List;

/// A formula that was read and understood: the sum of its terms.
///
/// @param text as the pack has it
/// @param unit what it counts in; empty for a number of things
public record Formula(String text, List<Term> terms, String unit) implements Reading {

    public Formula {
        terms = List.copyOf(terms);
    }
}
