package org.phatthana.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.phatthana.plan.workbook.ReadProject;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/// Writes first versions of projects to the database as one stream (`COPY`): the server stores rows while the next
/// are still being made. Nothing is stored unless [#end] was reached; closing before takes everything back.
final class VersionRows implements AutoCloseable {

    private static final String COPY = """
        copy plan.version (project_id, edition, is_newest, ordinal, plan_id, heading, goal, sequence, name, name_en, objective,
            target, target_en, kpi, kpi_en, result, department, department_as_written, place_text, total_satang, searched,
            sheet, sheet_row, is_sample, years, satang, ordinance_satang, places, places_certain, places_found_as)
        from stdin (encoding 'UTF8')
        """;

    /// The text format of `COPY`: tabs between columns, backslashes before what would be mistaken.
    private static final CSVFormat TEXT = CSVFormat.newFormat('\t')
            .builder()
            .setEscape('\\')
            .setRecordSeparator('\n')
            .get();

    private static final int PIECE = 1 << 15;

    private final String plan;
    private final boolean sample;
    private final PGCopyOutputStream copy;
    private final StringBuilder waiting = new StringBuilder();
    private final CSVPrinter rows;

    VersionRows(Connection connection, String plan, boolean sample) throws SQLException {
        this.plan = plan;
        this.sample = sample;
        this.copy = new PGCopyOutputStream(connection.unwrap(PGConnection.class), COPY, PIECE);
        try {
            this.rows = new CSVPrinter(waiting, TEXT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(
            String id,
            int ordinal,
            int heading,
            String goal,
            ReadProject project,
            PlanToStore.English english,
            String department,
            List<PlaceFinder.Found> places) {
        var years = new TreeSet<>(project.amounts().keySet());
        years.addAll(project.ordinance().keySet());
        try {
            rows.printRecord(
                    id,
                    0,
                    true,
                    ordinal,
                    plan,
                    heading,
                    goal,
                    storable(project.sequence()),
                    storable(project.name()),
                    english.name(),
                    storable(project.objective()),
                    storable(project.target()),
                    english.target(),
                    storable(project.kpi()),
                    english.kpi(),
                    storable(project.result()),
                    storable(department),
                    storable(project.department()),
                    storable(project.place()),
                    project.total().satang(),
                    searched(project, english),
                    project.sheet(),
                    project.row(),
                    sample,
                    array(years, FiscalYear::buddhistEra),
                    array(years, year -> satang(project.amounts().getOrDefault(year, Money.ZERO))),
                    array(years, year -> satang(project.ordinance().get(year))),
                    array(places, found -> found.place().code()),
                    array(places, PlaceFinder.Found::certain),
                    array(places, found -> quoted(found.text())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
    private static String searched(ReadProject project, PlanToStore.English english) {
        return ProjectQuery.normal(
                String.join("|", project.name(), english.name(), project.target(), project.department()));
    }
}
