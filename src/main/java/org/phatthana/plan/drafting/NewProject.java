package org.phatthana.plan.drafting;

import java.util.List;
import org.phatthana.plan.ProjectContent;
import org.phatthana.values.Localized;
import org.phatthana.values.PlaceCode;

/// What a new project begins with.
final class NewProject {

    private NewProject() {}

    /// @param goal the id of the goal that it is to serve; may be empty
    /// @param reason why it is wanted; may be empty
    static ProjectContent named(String name, String goal, List<PlaceCode> places, String reason) {
        return new ProjectContent(
                ProjectContent.Form.P02,
                "",
                "",
                "",
                goal,
                Localized.thai(name),
                "",
                Localized.thai(""),
                List.of(),
                Localized.thai(""),
                "",
                "",
                "",
                "",
                places,
                "",
                List.of(),
                reason,
                "");
    }

    /// All that another project says, but for the reason why that one was put into the plan.
    static ProjectContent copyOf(ProjectContent other) {
        return new ProjectContent(
                other.form(),
                other.strategy(),
                other.tactic(),
                other.programme(),
                other.goal(),
                other.name(),
                other.objective(),
                other.target(),
                other.funding(),
                other.kpi(),
                other.result(),
                other.department(),
                other.category(),
                other.kind(),
                other.places(),
                other.geometry(),
                other.powers(),
                "",
                other.remark());
    }
}
