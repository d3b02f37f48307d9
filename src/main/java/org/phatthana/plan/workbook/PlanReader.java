package org.phatthana.plan.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.SheetReader;
import org.phatthana.exchange.SheetRow;
import org.phatthana.exchange.Spreadsheet;
import org.phatthana.exchange.WorkbookLimits;
import org.phatthana.plan.EditionName;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;

/// Understands the rows of a plan workbook. Headings are found by what they say, not by where they stand; every row
/// is a heading, a line around the table, a project, the rest of one, a total, or is reported as not understood.
public final class PlanReader implements SheetReader {

    /// The longest period that a plan may cover.
    private static final int MOST_YEARS = 10;

    private final Findings findings = new Findings();
    private final List<ReadSheet> sheets = new ArrayList<>();
    private final TreeSet<FiscalYear> years = new TreeSet<>();
    private final Consumer<ReadProject> projects;
    private final Home home;
    private final boolean isFlat;
    private final Sums whole = new Sums();
    private final Sums equipment = new Sums();
    private final SortedMap<EditionName, Integer> editions = new TreeMap<>();
    private @Nullable SheetReading current;
    private String title = "";
    private Optional<EditionName> edition = Optional.empty();
    private boolean hasIssues;
    private boolean hasKpi;

    private PlanReader(Home home, boolean isFlat, Consumer<ReadProject> projects) {
        this.home = home;
        this.isFlat = isFlat;
        this.projects = project -> {
            years.addAll(project.amounts().keySet());
            years.addAll(project.ordinance().keySet());
            project.story().editions().forEach(name -> editions.merge(name, 1, Integer::sum));
            if (project.isEquipment()) {
                equipment.projects++;
                project.amounts().forEach(equipment::add);
            }
            projects.accept(project);
        };
    }

    /// Reads a workbook or a CSV, whatever it may be.
    ///
    /// @throws IOException if the file cannot be read from disk
    public static ReadPlan read(Path file, WorkbookLimits limits, Home home) throws IOException {
        var projects = new ArrayList<ReadProject>();
        return read(file, limits, home, projects::add).with(projects);
    }

    /// Reads a workbook and hands on each project as soon as it is understood; what is returned has none. Whether
    /// the workbook is refused is known only at the end: until then nothing that was handed on may count.
    ///
    /// @throws IOException if the file cannot be read from disk
    public static ReadPlan read(Path file, WorkbookLimits limits, Home home, Consumer<ReadProject> projects)
            throws IOException {
        var reader = new PlanReader(home, Spreadsheet.isText(file), projects);
        var refusal = Spreadsheet.read(file, limits, reader);
        return refusal.map(ReadPlan::refused).orElseGet(reader::done);
    }

    @Override
    public void sheet(int index, String name, boolean hidden) {
        finishSheet();
        current = new SheetReading(name, hidden, isFlat, findings, home, projects, whole);
    }

    @Override
    public void row(SheetRow row) {
        if (current == null) {
            throw new IllegalStateException("A row belongs to a sheet");
        }
        current.row(row);
    }

    private void finishSheet() {
        if (current != null) {
            sheets.add(current.done());
            var around = current.around();
            title = title.isEmpty() ? around.title() : title;
            edition = edition.or(around::edition);
            hasIssues |= around.hasIssues();
            hasKpi |= current.hasKpi();
        }
    }

    /// What was understood of everything that was told.
    private ReadPlan done() {
        finishSheet();
        current = null;
        sheets.forEach(sheet -> years.addAll(sheet.sums().keySet()));
        if (findings.errors.isEmpty()) {
            if (sheets.stream().noneMatch(sheet -> sheet.kind() == ReadSheet.Kind.PLAN)) {
                findings.refuse(CellNote.ofFile(Findings.message("no-plan-sheet", "โครงการ, งบประมาณรายปี")));
            } else if (whole.projects == 0) {
                findings.refuse(CellNote.ofFile(Findings.message("no-projects")));
            } else if (years.last().buddhistEra() - years.first().buddhistEra() >= MOST_YEARS) {
                findings.refuse(CellNote.ofFile(Findings.message("too-many-years", years.first(), years.last())));
            }
        }
        var sums = new TreeMap<FiscalYear, Money>();
        years.forEach(year -> sums.put(
                year,
                whole.money.getOrDefault(year, Money.ZERO).minus(equipment.money.getOrDefault(year, Money.ZERO))));
        return new ReadPlan(
                title,
                List.copyOf(years),
                hasIssues || !hasKpi,
                List.copyOf(sheets),
                List.of(),
                sums,
                new ReadPlan.Equipment(equipment.projects, equipment.money),
                Collections.unmodifiableSortedMap(editions),
                edition,
                List.copyOf(findings.notes),
                List.copyOf(findings.errors));
    }
}
