package org.phatthana.budget.closing;

import java.time.Instant;

/// A time when the books were closed further, or opened again.
///
/// @param through the month of the fiscal year through which they were closed from then on: 0 for none, 1 for
/// October, 12 for September, 13 for the year itself
/// @param reason why they were opened again
/// @param capacity the role in which it was done
public record Closing(int through, boolean reopens, String reason, String capacity, Instant at) {

    /// Every month is closed, and the year with them.
    public static final int YEAR = 13;
}
