package org.phatthana.works;

import java.math.BigDecimal;
import java.time.LocalDate;

/// A part of the works that is to be ready on a day (งวดงาน).
///
/// @param weight its share of all the works in percent, with at most two decimals
/// @param day by which it is planned to be ready
public record Milestone(String name, BigDecimal weight, LocalDate day) {}
