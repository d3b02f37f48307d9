package org.phatthana.works;

import java.time.LocalDate;
import java.util.OptionalDouble;

/// When works will be ready, as it looked on a day.
///
/// @param expected the day on which they were or will be ready
/// @param lateDays so many days after the contract's; 0 if in time
/// @param index how fast they go against their plan, SPI(t): 1 is as planned, 0.5 half as fast; empty so long as
///   nothing stands there
/// @param isReady whether they are ready
public record Forecast(LocalDate expected, long lateDays, OptionalDouble index, boolean isReady) {}
