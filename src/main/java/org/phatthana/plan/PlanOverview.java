package org.phatthana.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.phatthana.values.FiscalYear;

/// A five-year plan, at a glance.
///
/// @param id public and stable
/// @param name as its office calls it
/// @param issueFormat whether it is laid out by development issues rather than strategies
/// @param fileName the workbook that it came from
/// @param projects how many, each counted once, without equipment
/// @param standing the editions in force, which say what it holds
/// @param at the day for which it is shown as it stood; empty for today
public record PlanOverview(
        String id,
        String name,
        FiscalYear first,
        FiscalYear last,
        boolean issueFormat,
        String fileName,
        Instant importedAt,
        boolean sample,
        long projects,
        Standing standing,
        Optional<LocalDate> at) {

    public List<FiscalYear> years() {
        return IntStream.rangeClosed(first.buddhistEra(), last.buddhistEra())
                .mapToObj(FiscalYear::new)
                .toList();
    }
}
