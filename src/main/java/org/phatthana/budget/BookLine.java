package org.phatthana.budget;

import org.phatthana.values.FiscalYear;

/// A line of the books: the finest thing that the council gives money for.
///
/// @param id public and stable
/// @param area, programme, task, type the classification (ด้าน แผนงาน งาน งบ), by their Thai names as the ordinance
/// has them
/// @param category หมวด; may be empty
/// @param kind ประเภท; may be empty
/// @param item รายการ; empty for what is not written out
/// @param fundSource the id of a source of funds in the pack's classification
/// @param project the public id of the project of the plan that it pays for; may be empty
/// @param department who uses it, by name; may be empty
public record BookLine(
        String id,
        FiscalYear year,
        String area,
        String programme,
        String task,
        String type,
        String category,
        String kind,
        String item,
        String fundSource,
        String project,
        String department,
        boolean sample) {

    /// The source of what an ordinance gives.
    public static final String ORDINANCE = "ordinance";

    /// The source of what was brought over from the year before.
    public static final String CARRIED_OVER = "carried-over";

    /// The page that shows it, without a language.
    public String address() {
        return "/budget/lines/" + id;
    }

    /// Whether another one is for the same task, type and source in the same year, so that money may be written out
    /// from one to the other without anybody's decision.
    public boolean sharesAppropriationWith(BookLine other) {
        return year.equals(other.year)
                && area.equals(other.area)
                && programme.equals(other.programme)
                && task.equals(other.task)
                && type.equals(other.type)
                && fundSource.equals(other.fundSource)
                && sample == other.sample;
    }
}
