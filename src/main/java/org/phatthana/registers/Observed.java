package org.phatthana.registers;

import java.time.LocalDate;
import org.phatthana.values.PlaceCode;

/// What is reckoned with of a figure.
///
/// @param number of its observation
/// @param series the code of its series
/// @param subject the code of a place or the id of an entry
/// @param place where it counts
/// @param day the first of what it stands for
/// @param millionths the value in millionths of the unit
/// @param method how it was got; empty where nobody said
public record Observed(
        long number,
        String series,
        String subject,
        PlaceCode place,
        LocalDate day,
        long millionths,
        String method,
        Flag flag,
        boolean sample) {}
