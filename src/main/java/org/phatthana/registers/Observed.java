package org.phatthana.registers;

import java.time.LocalDate;
import java.util.Optional;
import org.phatthana.values.PlaceCode;

/// What is reckoned with of a figure.
public interface Observed {

    /// Of its observation.
    long number();

    /// The code of its series.
    String series();

    /// The code of a place or the id of an entry.
    String subject();

    /// Where it counts.
    PlaceCode place();

    /// The first of what it stands for.
    LocalDate day();

    /// The value in millionths of the unit.
    long millionths();

    /// How it was got; empty where nobody said.
    Optional<String> method();

    Flag flag();

    boolean sample();
}
