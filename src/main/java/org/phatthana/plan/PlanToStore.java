package org.phatthana.plan;

import java.util.List;
import java.util.Map;
import org.phatthana.plan.workbook.ReadProject;
import org.phatthana.values.FiscalYear;

/// A plan that is about to be stored, with every choice made.
///
/// @param sha256 of the file, empty where there is none
/// @param goals the goal of each project, in the order of `projects`
/// @param english what a sample plan also says in English, by the project's place in the list
record PlanToStore(
        String name,
        FiscalYear first,
        FiscalYear last,
        boolean issueFormat,
        String fileName,
        String sha256,
        boolean sample,
        String capacity,
        List<ReadProject> projects,
        List<String> goals,
        Map<Integer, English> english) {

    /// A project's words in English.
    record English(String name, String target, String kpi) {

        static final English NONE = new English("", "", "");
    }

    PlanToStore {
        if (projects.size() != goals.size()) {
            throw new IllegalArgumentException("%d projects have %d goals".formatted(projects.size(), goals.size()));
        }
    }
}
