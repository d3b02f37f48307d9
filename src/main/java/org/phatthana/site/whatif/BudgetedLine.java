package org.phatthana.site.whatif;

import org.phatthana.values.Money;

/// A line of a year's budget from which money may be taken and to which it may be given.
///
/// @param id of the line in the books; before they are open its place in the ordinance: `o12`
/// @param programme, task, type, item by their Thai names; item may be empty
/// @param project the public id of the project that it pays for; may be empty
/// @param goal the id of the goal that it serves: the project's, else as its programme suggests; may be empty
/// @param given all that it may spend
/// @param free what of it is neither set aside, owed nor paid
public record BudgetedLine(
        String id,
        String programme,
        String task,
        String type,
        String item,
        String project,
        String goal,
        Money given,
        Money free) {}
