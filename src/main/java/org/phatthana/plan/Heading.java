package org.phatthana.plan;

/// Where a project stands in a plan.
///
/// @param strategy the strategy or development issue; may be empty, as may the others
public record Heading(String strategy, String tactic, String programme) {

    static Heading of(ProjectContent content) {
        return new Heading(content.strategy(), content.tactic(), content.programme());
    }
}
