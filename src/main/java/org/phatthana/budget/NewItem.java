package org.phatthana.budget;

import java.time.LocalDate;
import org.phatthana.values.Money;

/// An item (รายการ) that is to be written out within a line of the books.
///
/// @param within the id of the line that its money comes from
/// @param category, kind หมวด and ประเภท; may be empty
/// @param item what it is for
/// @param project the public id of the project of the plan that it pays for; empty for none
/// @param department who uses it; may be empty
/// @param amount more than nothing, and not more than the line has unallotted
/// @param day the day on which it counts
/// @param authority who allowed it, as the pack names them for itemizations
public record NewItem(
        String within,
        String category,
        String kind,
        String item,
        String project,
        String department,
        Money amount,
        LocalDate day,
        String authority,
        DocumentReference document) {}
