package org.phatthana.results.formulas;

import org.phatthana.values.Message;

/// What became of reading a formula.
public sealed interface Reading permits Formula, Reading.Refused {

    /// @param message what is wrong; the first place in it is the position
    /// @param position which character of the formula, from 1 on
    record Refused(Message message, int position) implements Reading {}
}
