package org.phatthana.works;

import java.util.Optional;
import org.phatthana.values.FiscalYear;

/// Which works. What is empty does not restrict.
///
/// @param mission the id of the mission that they serve
/// @param department the responsible one, by name, or [#NONE]
/// @param amphoe the code of one in which they are, among others, or [#NONE]
/// @param text words that must all stand in their name, supplier or department
public record WorkQuery(
        Optional<FiscalYear> year,
        Optional<WorkState> state,
        Optional<Concern> concern,
        String mission,
        String department,
        String amphoe,
        String text) {

    /// Stands for what has no department or amphoe.
    public static final String NONE = "-";

    public static final WorkQuery ALL =
            new WorkQuery(Optional.empty(), Optional.empty(), Optional.empty(), "", "", "", "");
}
