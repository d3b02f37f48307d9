package org.phatthana.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.phatthana.plan.workbook.ReadProject;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Language;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;
import org.phatthana.values.PlaceCode;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/// Writes versions of projects to the database as one stream (`COPY`): the server stores rows while the next
/// are still being made. Nothing is stored unless [#end] was reached; closing before takes everything back.
final class VersionRows implements AutoCloseable {

    private static final String COPY = """
        copy plan.version (project_id, edition, ordinal, plan_id, heading, goal, sequence, name, name_en, objective,
            target, target_en, kpi, kpi_en, result, department, department_as_written, place_text, total_satang, searched,
            sheet, sheet_row, is_sample, years, satang, ordinance_satang, places, places_certain, places_found_as, act, form,
            fund_years, fund_sources, fund_satang, category, kind, geometry, powers, reason, remark, merged_into, split_from,
            is_text_known, next_edition)
        from stdin (encoding 'UTF8')
        """;

    private static final int PIECE = 1 << 15;
    private static final String NONE = "{}";

    private final String plan;
    private final boolean sample;
    private final PGCopyOutputStream copy;
    private final StringBuilder waiting = new StringBuilder();

    VersionRows(Connection connection, String plan, boolean sample) throws SQLException {
        this.plan = plan;
        this.sample = sample;
        this.copy = new PGCopyOutputStream(connection.unwrap(PGConnection.class), COPY, PIECE);
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
        var project = heard.project();
        var english = heard.english();
        var details = project.details();
        var places = heard.places();
        var years = years(project.amounts(), project.ordinance());
        var funded = details.fund().isEmpty() ? List.<FiscalYear>of() : withMoney(project.amounts());
        row(
                heard.id(),
                step.edition(),
                heard.ordinal(),
                plan,
                heard.heading(),
                heard.goal(),
                storable(project.sequence()),
                storable(project.name()),
                english.name(),
                storable(project.objective()),
                storable(project.target()),
                english.target(),
                storable(project.kpi()),
                english.kpi(),
                storable(project.result()),
                storable(heard.department()),
                storable(project.department()),
                storable(project.place()),
                project.total().satang(),
                searched(project.name(), project.target(), project.department(), english),
                project.sheet(),
                project.row(),
                sample,
                array(years, FiscalYear::buddhistEra),
                array(years, year -> satang(project.amounts().getOrDefault(year, Money.ZERO))),
                array(years, year -> satang(project.ordinance().get(year))),
                array(places, found -> found.place().code()),
                array(places, PlaceFinder.Found::certain),
                array(places, found -> quoted(found.text())),
                step.act().code(),
                details.form().code(),
                array(funded, FiscalYear::buddhistEra),
                array(funded, _ -> quoted(details.fund())),
                array(funded, year -> satang(project.amounts().get(year))),
                storable(details.category()),
                storable(details.kind()),
                details.geometry().isEmpty() ? null : storable(details.geometry()),
                NONE,
                storable(details.reason()),
                storable(details.remark()),
                null,
                null,
                step.textKnown(),
                step.next());
        sendWhenFull();
    }

    /// What an edition decides of a project.
    ///
    /// @param given what ordinances gave, as far as it is known
    /// @param department the main department
    void add(Decided decided, Map<FiscalYear, Money> given, String department) {
        var content = decided.content();
        var amounts = content.amounts();
        var years = years(amounts, given);
        var english =
                new PlanToStore.English(english(content.name()), english(content.target()), english(content.kpi()));
        var funding = content.funding().stream()
                .filter(part -> !part.source().isEmpty())
                .toList();
        row(
                decided.project(),
                decided.edition(),
                decided.ordinal(),
                plan,
                decided.heading(),
                content.goal(),
                "",
                storable(content.name().thai()),
                storable(english.name()),
                storable(content.objective()),
                storable(content.target().thai()),
                storable(english.target()),
                storable(content.kpi().thai()),
                storable(english.kpi()),
                storable(content.result()),
                storable(department),
                storable(content.department()),
                "",
                content.total().satang(),
                searched(content.name().thai(), content.target().thai(), content.department(), english),
                decided.sheet(),
                decided.sheetRow(),
                sample,
                array(years, FiscalYear::buddhistEra),
                array(years, year -> satang(amounts.getOrDefault(year, Money.ZERO))),
                array(years, year -> satang(given.get(year))),
                array(content.places(), PlaceCode::code),
                array(content.places(), _ -> true),
                array(content.places(), _ -> quoted("")),
                decided.act().code(),
                content.form().code(),
                array(funding, part -> part.year().buddhistEra()),
                array(funding, part -> quoted(part.source())),
                array(funding, part -> part.money().satang()),
                storable(content.category()),
                storable(content.kind()),
                content.geometry().isEmpty() ? null : storable(content.geometry()),
                array(content.powers(), power -> power),
                storable(content.reason()),
                storable(content.remark()),
                decided.mergedInto(),
                decided.splitFrom(),
                decided.textKnown(),
                null);
        sendWhenFull();
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

    /// A row in the text format of `COPY`: tabs between columns, backslashes before what would be mistaken.
    private void row(@Nullable Object... columns) {
        for (var column = 0; column < columns.length; column++) {
            if (column > 0) {
                waiting.append('\t');
            }
            var value = columns[column];
            if (value == null) {
                waiting.append("\\N");
            } else {
                escaped(value.toString());
            }
        }
        waiting.append('\n');
    }

    private void escaped(String text) {
        var from = 0;
        for (var at = 0; at < text.length(); at++) {
            var letter = text.charAt(at);
            if (letter == '\\' || letter == '\t' || letter == '\n' || letter == '\r') {
                waiting.append(text, from, at).append('\\');
                waiting.append(letter == '\t' ? 't' : letter == '\n' ? 'n' : letter == '\r' ? 'r' : '\\');
                from = at + 1;
            }
        }
        waiting.append(text, from, text.length());
    }

    private void sendWhenFull() {
        if (waiting.length() >= PIECE) {
            send();
        }
    }

    private void send() {
        try {
            copy.write(waiting.toString().getBytes(StandardCharsets.UTF_8));
            waiting.setLength(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Stores what was added.
    void end() throws SQLException {
        send();
        copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private static @Nullable Long satang(@Nullable Money money) {
        return money == null ? null : money.satang();
    }

    /// The literal of an array.
    private static <T> String array(Collection<T> items, Function<T, @Nullable Object> value) {
        var literal = new StringBuilder("{");
        for (var item : items) {
            literal.append(literal.length() == 1 ? "" : ",").append(value.apply(item));
        }
        return literal.append('}').toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String storable(String text) {
        return text.replace("\0", "");
    }

    /// What a search looks through.
    private static String searched(String name, String target, String department, PlanToStore.English english) {
        return ProjectQuery.normal(String.join("|", name, english.name(), target, department));
    }
}
