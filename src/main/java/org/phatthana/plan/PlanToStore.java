package org.phatthana.plan;

import java.util.Optional;
import org.phatthana.plan.workbook.ReadProject;
import org.phatthana.values.FiscalYear;

/// A plan that is about to be stored, besides its projects.
///
/// @param dates when its editions came into force
record PlanToStore(
        String name,
        FiscalYear first,
        FiscalYear last,
        boolean issueFormat,
        String fileName,
        String capacity,
        EditionDates dates) {

    /// Where a plan's projects come from.
    @FunctionalInterface
    interface Source {

        /// Tells every project once, in the plan's order; nothing else is asked of the database meanwhile.
        ///
        /// @return the plan that they make; empty if it turns out that nothing may be stored
        Optional<PlanToStore> tell(Sink sink);
    }

    /// What hears of a plan's projects.
    @FunctionalInterface
    interface Sink {

        void project(ReadProject project, String goal, English english);
    }

    /// A project's words in English.
    record English(String name, String target, String kpi) {

        static final English NONE = new English("", "", "");
    }
}
