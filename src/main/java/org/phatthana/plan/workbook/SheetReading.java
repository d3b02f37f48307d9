package org.phatthana.plan.workbook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.SheetCell;
import org.phatthana.exchange.SheetRow;
import org.phatthana.plan.ProjectContent;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;

/// One sheet while its rows go by.
final class SheetReading {

    private static final int LONGEST_HEADING = 4;
    private static final int LONG_TEXT = 8;
    private static final Pattern SEQUENCE = Pattern.compile("\\d{1,5}([.)/-]\\d{0,4})*");

    private final String name;
    private final boolean hidden;
    private final Findings findings;
    private final Consumer<ReadProject> projects;
    private final MoneyCells money;
    private final ProjectRows rows;
    private final Totals totals;
    private final List<SheetRow> headingRows = new ArrayList<>();
    private List<List<SheetCell>> headingCells = List.of();
    private @Nullable SheetRow before;
    private @Nullable Heading heading;
    private @Nullable Draft draft;
    private final Surroundings around;
    private final Map<ProjectContent.Form, Integer> forms = new EnumMap<>(ProjectContent.Form.class);
    private int withoutProgramme;
    private boolean hasKpi;
    private boolean isOther;
    private boolean isBroken;
    private int rowCount;
    private int projectCount;
    private int headings;
    private int continuations;
    private int notUnderstood;

    /// @param isFlat whether no cell is merged with those below it
    SheetReading(
            String name,
            boolean hidden,
            boolean isFlat,
            Findings findings,
            Home home,
            Consumer<ReadProject> projects,
            Sums whole) {
        this.name = name;
        this.hidden = hidden;
        this.findings = findings;
        this.projects = projects;
        this.money = new MoneyCells(findings);
        this.totals = new Totals(findings, money, whole);
        this.around = new Surroundings(name, isFlat);
        this.rows = new ProjectRows(findings, money, totals, home, around);
    }

    void row(SheetRow row) {
        if (row.isBlank()) {
            return;
        }
        rowCount++;
        if (!headingRows.isEmpty() && headingRows.size() < LONGEST_HEADING && Heading.continues(row)) {
            headingRows.add(row);
            return;
        }
        finishHeading();
        var sequence = heading == null ? "" : heading.text(row, Field.SEQUENCE);
        var isNumbered = isSequence(sequence);
        // No heading has a number where the table has its projects' numbers, unless it is a year.
        if (heading != null && isNumbered && !(sequence.length() == 4 && sequence.startsWith("2"))) {
            project(row, heading, sequence, true);
        } else if (Heading.begins(row)) {
            if (before != null && before.number() >= row.number() - 2 && isOnlyGroups(before)) {
                headingRows.add(before);
            }
            headingRows.add(row);
        } else if (heading == null) {
            outside(row);
        } else {
            inTable(row, heading, sequence, isNumbered);
        }
        before = row;
    }

    private static boolean isOnlyGroups(SheetRow row) {
        return row.filled().stream()
                .allMatch(cell -> Field.of(cell.text())
                        .filter(field -> field == Field.BUDGET || field == Field.ORDINANCE)
                        .isPresent());
    }

    private void finishHeading() {
        if (headingRows.isEmpty()) {
            return;
        }
        var cells = headingRows.stream().map(SheetRow::cells).toList();
        var found = heading != null && cells.equals(headingCells) ? heading : Heading.of(headingRows);
        var first = headingRows.getFirst();
        headingCells = cells;
        headingRows.clear();
        headings++;
        if (found.isOfProjects() || found.isOfEquipment()) {
            if (!found.equals(heading)) {
                found.lacking().forEach(field -> findings.note(first, Findings.message("lacking." + field.word())));
                found.unknown()
                        .forEach((column, text) -> findings.note(
                                first,
                                new SheetCell.Blank(column),
                                "",
                                Findings.message("unknown-heading", MoneyCells.shortened(text))));
                found.notKept()
                        .forEach(field -> findings.note(
                                first, found.cell(first, field), field.word(), Findings.message("column-not-kept")));
            }
            heading = found;
            found.unit().ifPresent(unit -> money.countIn(unit, name));
            hasKpi |= found.has(Field.KPI);
        } else if (found.isOfAnotherForm()) {
            isOther = true;
            heading = null;
        } else {
            missing(first, found.missing());
        }
    }

    private void missing(SheetRow row, List<String> columns) {
        if (!isBroken) {
            findings.refuse(new CellNote(
                    name,
                    row.number(),
                    "",
                    "heading",
                    Findings.message("missing-heading", String.join(", ", columns))));
        }
        isBroken = true;
        heading = null;
    }

    private void outside(SheetRow row) {
        var filled = row.filled();
        if (!isOther && looksLikeProject(filled)) {
            missing(row, List.of("โครงการ", "งบประมาณรายปี"));
            return;
        }
        for (var cell : filled) {
            var line = Preamble.of(cell.text());
            line.ifPresent(this::take);
            if (line.isEmpty() && !isOther && !isBroken) {
                findings.note(row, cell, "", Findings.message("preamble-unknown", MoneyCells.shortened(cell.text())));
            }
        }
    }

    private static boolean looksLikeProject(List<SheetCell> filled) {
        return filled.size() >= 5
                && isSequence(filled.getFirst().text())
                && filled.stream()
                                .filter(cell -> cell.shown() instanceof SheetCell.Text
                                        && cell.text().length() > LONG_TEXT)
                                .count()
                        >= 3;
    }

    private void take(Preamble line) {
        Unit.ofLine(line.text()).ifPresent(unit -> money.countIn(unit, name));
        if (around.take(line)) {
            totals.beginGroup();
        }
    }

    private void inTable(SheetRow row, Heading table, String sequence, boolean isNumbered) {
        if (!isNumbered && Totals.isTotal(row, table)) {
            finishProject();
            totals.row(row, table, projectCount);
            return;
        }
        var filled = row.filled();
        if (filled.size() <= 2 && !isNumbered && !rows.hasMoney(row, table)) {
            var line = Preamble.of(filled.getFirst().text());
            if (line.isPresent()) {
                finishProject();
                filled.forEach(cell -> Preamble.of(cell.text()).ifPresent(this::take));
                return;
            }
        }
        project(row, table, sequence, isNumbered);
    }

    private void project(SheetRow row, Heading table, String sequence, boolean isNumbered) {
        if (!table.name(row).isEmpty() && (isNumbered || isProject(row, table))) {
            finishProject();
            if (!isNumbered && table.has(Field.SEQUENCE)) {
                findings.note(row, Findings.message("no-sequence"));
            }
            var group = around.group(row, table);
            var begun = new Draft(name, row.number(), sequence, group, around.form(row, table));
            withoutProgramme += group.programme().isEmpty() ? 1 : 0;
            forms.merge(begun.form, 1, Integer::sum);
            rows.take(row, table, begun);
            draft = begun;
            projectCount++;
            totals.count();
        } else if (draft != null && !isNumbered && sequence.isEmpty() && rows.canContinue(row, table)) {
            continuations++;
            findings.note(row, Findings.message("continued", (long) draft.row));
            rows.goOn(row, table, draft);
        } else {
            notUnderstood++;
            row.filled()
                    .forEach(cell -> findings.note(
                            row, cell, "", Findings.message("not-understood", MoneyCells.shortened(cell.text()))));
        }
    }

    /// Whether a named row without a number is a project of its own.
    private boolean isProject(SheetRow row, Heading table) {
        var isDescribed = !table.text(row, Field.OBJECTIVE).isEmpty()
                || !table.text(row, Field.DEPARTMENT).isEmpty();
        var hasMoney = rows.hasMoney(row, table);
        return (hasMoney && isDescribed)
                || (draft == null
                        && (hasMoney
                                || isDescribed
                                || !table.text(row, Field.TARGET).isEmpty()));
    }

    private void finishProject() {
        if (draft != null) {
            projects.accept(draft.done());
            draft = null;
        }
    }

    private static boolean isSequence(String text) {
        return SEQUENCE.matcher(CellText.latinDigits(text)).matches();
    }

    ReadSheet done() {
        finishHeading();
        finishProject();
        var kind = rowCount == 0
                ? ReadSheet.Kind.EMPTY
                : projectCount > 0 || heading != null ? ReadSheet.Kind.PLAN : ReadSheet.Kind.OTHER;
        switch (kind) {
            case EMPTY -> findings.note(name, Findings.message("empty-sheet"));
            case OTHER -> {
                if (!isBroken) {
                    findings.note(name, Findings.message("other-sheet", (long) rowCount));
                }
            }
            case PLAN -> {
                if (hidden) {
                    findings.note(name, Findings.message("hidden-sheet"));
                }
                if (withoutProgramme == projectCount) {
                    findings.note(name, Findings.message("no-programme"));
                } else if (withoutProgramme > 0) {
                    findings.note(name, Findings.message("some-without-programme", (long) withoutProgramme));
                }
            }
        }
        Map<FiscalYear, Money> sums = new TreeMap<>();
        if (heading != null) {
            heading.years().values().forEach(year -> sums.put(year, Money.ZERO));
        }
        sums.putAll(totals.sheet().money);
        return new ReadSheet(
                name,
                kind,
                hidden,
                rowCount,
                projectCount,
                List.copyOf(forms.keySet()),
                headings,
                continuations,
                notUnderstood,
                sums,
                totals.own(),
                totals.ownCount());
    }

    Surroundings around() {
        return around;
    }

    boolean hasKpi() {
        return hasKpi;
    }
}
