package org.phatthana.plan;

import java.util.List;

/// A plan as it stood at some time: the editions that were in force then. What it holds never changes, since no
/// decided version does.
///
/// @param plan the plan's id
/// @param editions the numbers of the editions in force, ascending
public record Standing(String plan, List<Integer> editions) {

    public Standing {
        editions = editions.stream().sorted().toList();
    }
}
