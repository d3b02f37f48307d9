package org.phatthana.results.formulas;

import java.util.ArrayList;
import java.util.List;
import org.phatthana.values.Message;

/// Takes a fault from where it is found in a formula to where its reading began; never leaves this package.
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final String CYCLE = "results.formula.cycle";

    private final transient Message told;
    private final int position;

    Refusal(String key, int position, Object... arguments) {
        super(key, null, false, false);
        this.position = position;
        var all = new ArrayList<Object>(List.of(position));
        all.addAll(List.of(arguments));
        this.told = new Message(key, all);
    }

    /// The same fault for the reader of a formula that refers to this one. Only a circle is everybody's fault; any
    /// other is told in full where it stands.
    ///
    /// @param reference how the one refers to the other
    Refusal seenFrom(int at, String reference) {
        return told.key().equals(CYCLE)
                ? new Refusal(CYCLE, at, told.arguments().get(1))
                : new Refusal("results.formula.inside", at, reference);
    }

    Reading.Refused refused() {
        return new Reading.Refused(told, position);
    }
}
