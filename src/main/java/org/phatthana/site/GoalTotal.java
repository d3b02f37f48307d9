package org.phatthana.site;

import org.phatthana.values.Money;

/// What is planned for a goal.
///
/// @param projects how many projects
/// @param money their planned money over all years of the plan
/// @param sample whether the plan is sample data
public record GoalTotal(long projects, Money money, boolean sample) {}
