package org.phatthana.plan.workbook;

import java.util.List;
import java.util.Optional;
import org.phatthana.exchange.CellNote;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;

/// What was understood of a workbook of ผด.02.
///
/// @param year the fiscal year that it names; empty where it names none or several
/// @param errors what stands against taking it in
public record ReadOperation(
        Optional<FiscalYear> year, List<Activity> activities, List<CellNote> notes, List<CellNote> errors) {

    public ReadOperation {
        activities = List.copyOf(activities);
        notes = List.copyOf(notes);
        errors = List.copyOf(errors);
    }

    /// A row with those that go on with it.
    ///
    /// @param months those in which it is carried out, in their order: 1 is October, 12 is September; the whole
    ///   year
    ///     where none is marked
    public record Activity(
            String sheet,
            int row,
            String strategy,
            String programme,
            String name,
            String detail,
            Money budget,
            String place,
            String department,
            List<Integer> months) {}
}
