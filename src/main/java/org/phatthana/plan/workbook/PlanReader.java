package org.phatthana.plan.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.SheetReader;
import org.phatthana.exchange.SheetRow;
import org.phatthana.exchange.Workbook;
import org.phatthana.exchange.WorkbookLimits;
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
    private final Sums whole = new Sums();
    private @Nullable SheetReading current;
    private String title = "";
    private boolean hasIssues;
    private boolean hasKpi;

    private PlanReader(Consumer<ReadProject> projects) {
        this.projects = project -> {
            years.addAll(project.amounts().keySet());
            years.addAll(project.ordinance().keySet());
            projects.accept(project);
        };
    }

    /// Reads a workbook, whatever it may be.
    ///
    /// @throws IOException if the file cannot be read from disk
    public static ReadPlan read(Path file, WorkbookLimits limits) throws IOException {
        var projects = new ArrayList<ReadProject>();
        return read(file, limits, projects::add).with(projects);
    }

    /// Reads a workbook and hands on each project as soon as it is understood; what is returned has none. Whether
    /// the workbook is refused is known only at the end: until then nothing that was handed on may count.
    ///
    /// @throws IOException if the file cannot be read from disk
    public static ReadPlan read(Path file, WorkbookLimits limits, Consumer<ReadProject> projects) throws IOException {
        var reader = new PlanReader(projects);
        var refusal = Workbook.read(file, limits, reader);
        return refusal.isPresent()
                ? new ReadPlan("", List.of(), false, List.of(), List.of(), Map.of(), List.of(), List.of(refusal.get()))
                : reader.done();
    }

    @Override
    public void sheet(int index, String name, boolean hidden) {
        finishSheet();
        current = new SheetReading(name, hidden, findings, projects, whole);
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
            title = title.isEmpty() ? current.title() : title;
            hasIssues |= current.hasIssues();
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
        years.forEach(year -> sums.put(year, whole.money.getOrDefault(year, Money.ZERO)));
        return new ReadPlan(
                title,
                List.copyOf(years),
                hasIssues || !hasKpi,
                List.copyOf(sheets),
                List.of(),
                sums,
                List.copyOf(findings.notes),
                List.copyOf(findings.errors));
    }
}
