package org.phatthana.works;

import java.util.Optional;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.PlaceCode;

/// Which works. What is empty does not restrict.
///
/// @param mission the id of the mission that they serve
/// @param department the responsible one, by name
/// @param amphoe in which they are, among others
/// @param text words that must all stand in their name, supplier or department
public record WorkQuery(
        Optional<FiscalYear> year,
        Optional<WorkState> state,
        Optional<Concern> concern,
        String mission,
        String department,
        Optional<PlaceCode> amphoe,
        String text) {

    public static final WorkQuery ALL =
            new WorkQuery(Optional.empty(), Optional.empty(), Optional.empty(), "", "", Optional.empty(), "");
}
