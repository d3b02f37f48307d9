package org.phatthana.plan.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.SheetReader;
import org.phatthana.exchange.SheetRow;
import org.phatthana.exchange.Workbook;
import org.phatthana.exchange.WorkbookLimits;
import org.phatthana.values.FiscalYear;

/// Understands the rows of a plan workbook. Headings are found by what they say, not by where they stand; every row
/// is a heading, a line around the table, a project, the rest of one, a total, or is reported as not understood.
public final class PlanReader implements SheetReader {

    /// The longest period that a plan may cover.
    private static final int MOST_YEARS = 10;

    private final Findings findings = new Findings();
    private final List<ReadSheet> sheets = new ArrayList<>();
    private final List<ReadProject> projects = new ArrayList<>();
    private final Sums whole = new Sums();
    private @Nullable SheetReading current;
    private String title = "";
    private boolean hasIssues;
    private boolean hasKpi;

    /// Reads a workbook, whatever it may be.
    ///
    /// @throws IOException if the file cannot be read from disk
    public static ReadPlan read(Path file, WorkbookLimits limits) throws IOException {
        var reader = new PlanReader();
        var refusal = Workbook.read(file, limits, reader);
        return refusal.isPresent()
                ? new ReadPlan("", List.of(), false, List.of(), List.of(), List.of(), List.of(refusal.get()))
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
    public ReadPlan done() {
        finishSheet();
        current = null;
        var years = new TreeSet<FiscalYear>();
        projects.forEach(project -> {
            years.addAll(project.amounts().keySet());
            years.addAll(project.ordinance().keySet());
        });
        sheets.forEach(sheet -> years.addAll(sheet.sums().keySet()));
        if (findings.errors.isEmpty()) {
            if (sheets.stream().noneMatch(sheet -> sheet.kind() == ReadSheet.Kind.PLAN)) {
                findings.refuse(CellNote.ofFile(Findings.message("no-plan-sheet", "โครงการ, งบประมาณรายปี")));
            } else if (projects.isEmpty()) {
                findings.refuse(CellNote.ofFile(Findings.message("no-projects")));
            } else if (years.last().buddhistEra() - years.first().buddhistEra() >= MOST_YEARS) {
                findings.refuse(CellNote.ofFile(Findings.message("too-many-years", years.first(), years.last())));
            }
        }
        return new ReadPlan(
                title,
                List.copyOf(years),
                hasIssues || !hasKpi,
                List.copyOf(sheets),
                List.copyOf(projects),
                List.copyOf(findings.notes),
                List.copyOf(findings.errors));
    }
}
