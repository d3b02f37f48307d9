package org.phatthana.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.phatthana.plan.workbook.ReadProject;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Language;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;
import org.phatthana.values.PlaceCode;

/// Writes versions of projects to the database as one stream (`COPY`): the server stores rows while the next
/// are still being made. Nothing is stored unless [#end] was reached; closing before takes everything back.
final class VersionRows implements AutoCloseable {

    private static final List<String> COLUMNS = List.of(
            "project_id",
            "edition",
            "ordinal",
            "plan_id",
            "heading",
            "goal",
            "sequence",
            "name",
            "name_en",
            "objective",
            "target",
            "target_en",
            "kpi",
            "kpi_en",
            "result",
            "department",
            "department_as_written",
            "place_text",
            "total_satang",
            "searched",
            "sheet",
            "sheet_row",
            "is_sample",
            "years",
            "satang",
            "ordinance_satang",
            "places",
            "places_certain",
            "places_found_as",
            "act",
            "form",
            "fund_years",
            "fund_sources",
            "fund_satang",
            "category",
            "kind",
            "geometry",
            "powers",
            "reason",
            "remark",
            "merged_into",
            "split_from",
            "is_text_known",
            "next_edition");

    private final String plan;
    private final boolean sample;
    private final BinaryCopy copy;

    VersionRows(Connection connection, String plan, boolean sample) throws SQLException {
        this.plan = plan;
        this.sample = sample;
        this.copy = new BinaryCopy(connection, "plan.version", COLUMNS);
    }

    /// A project as a file has it, with its place in the plan.
    ///
    /// @param department the main department
    record Heard(
            String id,
            int ordinal,
            int heading,
            String goal,
            ReadProject project,
            PlanToStore.English english,
            String department,
            List<PlaceFinder.Found> places) {}

    /// One step of a project's story.
    ///
    /// @param textKnown whether the words are its own
    /// @param next the edition that followed
    record Step(
            int edition,
            Edition.Act act,
            boolean textKnown,
            @Nullable Integer next) {

        static final Step FIRST = new Step(0, Edition.Act.ADD, true, null);
    }

    void add(Heard heard, Step step) {
        try {
            write(heard, step);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Heard heard, Step step) throws IOException {
        var project = heard.project();
        var english = heard.english();
        var details = project.details();
        var years = years(project.amounts(), project.ordinance());
        var funded = details.fund().isEmpty() ? List.<FiscalYear>of() : withMoney(project.amounts());
        copy.row()
                .text(heard.id())
                .integer(step.edition())
                .integer(heard.ordinal())
                .text(plan)
                .integer(heard.heading())
                .text(heard.goal())
                .text(project.sequence())
                .text(project.name())
                .text(english.name())
                .text(project.objective())
                .text(project.target())
                .text(english.target())
                .text(project.kpi())
                .text(english.kpi())
                .text(project.result())
                .text(heard.department())
                .text(project.department())
                .text(project.place())
                .bigint(project.total().satang())
                .text(searched(project.name(), project.target(), project.department(), english))
                .text(project.sheet())
                .integer(project.row())
                .flag(sample);
        money(years, project.amounts(), project.ordinance())
                .texts(heard.places(), found -> found.place().code())
                .flags(heard.places(), PlaceFinder.Found::certain)
                .texts(heard.places(), PlaceFinder.Found::text)
                .text(step.act().code())
                .text(details.form().code())
                .integers(funded, FiscalYear::buddhistEra)
                .texts(funded, _ -> details.fund())
                .bigints(funded, year -> satang(project.amounts(), year))
                .text(details.category())
                .text(details.kind())
                .text(details.geometry().isEmpty() ? null : details.geometry())
                .integers(List.<Integer>of(), power -> power)
                .text(details.reason())
                .text(details.remark())
                .text(null)
                .text(null)
                .flag(step.textKnown())
                .integer(step.next());
    }

    /// What an edition decides of a project.
    ///
    /// @param given what ordinances gave, as far as it is known
    /// @param department the main department
    void add(Decided decided, Map<FiscalYear, Money> given, String department) {
        try {
            write(decided, given, department);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Decided decided, Map<FiscalYear, Money> given, String department) throws IOException {
        var content = decided.content();
        var amounts = content.amounts();
        var english =
                new PlanToStore.English(english(content.name()), english(content.target()), english(content.kpi()));
        var funding = content.funding().stream()
                .filter(part -> !part.source().isEmpty())
                .toList();
        copy.row()
                .text(decided.project())
                .integer(decided.edition())
                .integer(decided.ordinal())
                .text(plan)
                .integer(decided.heading())
                .text(content.goal())
                .text("")
                .text(content.name().thai())
                .text(english.name())
                .text(content.objective())
                .text(content.target().thai())
                .text(english.target())
                .text(content.kpi().thai())
                .text(english.kpi())
                .text(content.result())
                .text(department)
                .text(content.department())
                .text("")
                .bigint(content.total().satang())
                .text(searched(content.name().thai(), content.target().thai(), content.department(), english))
                .text(decided.sheet())
                .integer(decided.sheetRow())
                .flag(sample);
        money(years(amounts, given), amounts, given)
                .texts(content.places(), PlaceCode::code)
                .flags(content.places(), _ -> true)
                .texts(content.places(), _ -> "")
                .text(decided.act().code())
                .text(content.form().code())
                .integers(funding, part -> part.year().buddhistEra())
                .texts(funding, Funding::source)
                .bigints(funding, part -> part.money().satang())
                .text(content.category())
                .text(content.kind())
                .text(content.geometry().isEmpty() ? null : content.geometry())
                .integers(content.powers(), power -> power)
                .text(content.reason())
                .text(content.remark())
                .text(decided.mergedInto())
                .text(decided.splitFrom())
                .flag(decided.textKnown())
                .integer(null);
    }

    private BinaryCopy money(SortedSet<FiscalYear> years, Map<FiscalYear, Money> amounts, Map<FiscalYear, Money> given)
            throws IOException {
        return copy.integers(years, FiscalYear::buddhistEra)
                .bigints(years, year -> satang(amounts, year))
                .bigintsOrNulls(years, year -> given.containsKey(year) ? satang(given, year) : null);
    }

    /// What an edition decides of a project, with its place in the plan.
    ///
    /// @param sheet the sheet of the workbook that it came from, empty where it was written here
    record Decided(
            String project,
            int edition,
            Edition.Act act,
            int ordinal,
            int heading,
            ProjectContent content,
            @Nullable String mergedInto,
            @Nullable String splitFrom,
            boolean textKnown,
            String sheet,
            int sheetRow) {}

    private static SortedSet<FiscalYear> years(Map<FiscalYear, Money> amounts, Map<FiscalYear, Money> given) {
        var years = new TreeSet<>(amounts.keySet());
        years.addAll(given.keySet());
        return years;
    }

    private static List<FiscalYear> withMoney(Map<FiscalYear, Money> amounts) {
        return amounts.entrySet().stream()
                .filter(amount -> !amount.getValue().isZero())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static String english(Localized text) {
        return text.texts().getOrDefault(Language.ENGLISH.code(), "");
    }

    /// Stores what was added.
    void end() throws SQLException {
        try {
            copy.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        copy.close();
    }

    private static long satang(Map<FiscalYear, Money> amounts, FiscalYear year) {
        return amounts.getOrDefault(year, Money.ZERO).satang();
    }

    /// What a search looks through.
    private static String searched(String name, String target, String department, PlanToStore.English english) {
        return ProjectQuery.normal(String.join("|", name, english.name(), target, department));
    }
}
