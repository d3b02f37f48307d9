package org.phatthana.budget.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.phatthana.budget.Balances;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.Stage;
import org.phatthana.budget.books.LineName;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Message;
import org.phatthana.values.Money;
import org.phatthana.values.PublicIds;

/// What a register changes of our books: which lines are new, what each gains or loses, and what cannot be done.
final class TakingOver {

    /// The stages that a register speaks of, by the keys of its columns.
    private static final Map<String, Stage> STAGES = stages();

    /// More lines than these cannot be in one transfer.
    private static final int MOST_TRANSFERRED = 2_500;

    private static final int MOST_UNLISTED = 50;

    private final FiscalYear year;
    private final OurLines ours;
    private final PublicIds ids;
    private final RegisterFindings findings;
    private final Map<String, RegisterLine> rows = new HashMap<>();
    private final List<Settlement> settlements = new ArrayList<>();
    private final List<BookLine> opened = new ArrayList<>();
    private final List<ImportOutcome.Change> changes = new ArrayList<>();
    private final Settling settling;

    TakingOver(FiscalYear year, List<RegisterLine> lines, OurLines ours, PublicIds ids, RegisterFindings findings) {
        this.year = year;
        this.ours = ours;
        this.ids = ids;
        this.findings = findings;
        lines.forEach(this::list);
        var spare = ours.unlisted().stream()
                .map(line -> new Settlement(line, ours.balances(line).amounts(), Map.of()))
                .toList();
        settling = new Settling(settlements, spare);
        if (!findings.hasErrors()) {
            settle(spare);
        }
    }

    private static Map<String, Stage> stages() {
        var stages = new LinkedHashMap<String, Stage>();
        stages.put(RegisterColumns.APPROPRIATED, Stage.APPROPRIATED);
        stages.put(RegisterColumns.SUPPLEMENTED, Stage.SUPPLEMENTED);
        stages.put(RegisterColumns.CARRIED_IN, Stage.CARRIED_IN);
        stages.put(RegisterColumns.RESERVED, Stage.RESERVED);
        stages.put(RegisterColumns.COMMITTED, Stage.COMMITTED);
        stages.put(RegisterColumns.DISBURSED, Stage.DISBURSED);
        stages.put(RegisterColumns.CARRIED_OVER, Stage.CARRIED_OVER);
        stages.put(RegisterColumns.LAPSED, Stage.LAPSED);
        return stages;
    }

    private void list(RegisterLine row) {
        var found = ours.of(row);
        if (found.size() > 1) {
            findings.error(row.row(), Level.ITEM.field(), "several-lines", row.brief(), (long) found.size());
            return;
        }
        var line = found.isEmpty() ? open(row) : found.getFirst();
        ours.list(line);
        rows.put(line.id(), row);
        var wants = wants(row);
        var has = ours.balances(line);
        tell(row, has, wants);
        settlements.add(new Settlement(line, has.amounts(), wants));
    }

    private BookLine open(RegisterLine row) {
        var neighbour = ours.neighbour(row);
        var line = new BookLine(
                ids.next(),
                year,
                neighbour.map(BookLine::area).orElse(row.name(Level.AREA)),
                neighbour.map(BookLine::programme).orElse(row.name(Level.PROGRAMME)),
                neighbour.map(BookLine::task).orElse(row.name(Level.TASK)),
                row.name(Level.TYPE),
                row.name(Level.CATEGORY),
                row.name(Level.KIND),
                row.name(Level.ITEM),
                row.fundSource(),
                row.project(),
                row.department(),
                false);
        opened.add(line);
        return line;
    }

    private static Map<Stage, Money> wants(RegisterLine row) {
        var wants = new EnumMap<Stage, Money>(Stage.class);
        STAGES.forEach((field, stage) -> {
            if (row.states(field)) {
                wants.put(stage, row.amount(field));
            }
        });
        if (row.statesTransfers()) {
            wants.put(Stage.TRANSFERRED, row.transferred());
        }
        return wants;
    }

    private void tell(RegisterLine row, Balances has, Map<Stage, Money> wants) {
        wants.forEach((stage, wanted) -> {
            var before = stage.isSource() ? has.of(stage).negated() : has.of(stage);
            if (!before.equals(wanted)) {
                changes.add(new ImportOutcome.Change(
                        row.row().sheet(), row.row().number(), row.brief(), field(stage), before, wanted));
            }
        });
        if (!has.left().equals(row.amount(RegisterColumns.LEFT))) {
            changes.add(new ImportOutcome.Change(
                    row.row().sheet(),
                    row.row().number(),
                    row.brief(),
                    RegisterColumns.LEFT,
                    has.left(),
                    row.amount(RegisterColumns.LEFT)));
        }
    }

    private static String field(Stage stage) {
        return stage == Stage.TRANSFERRED
                ? RegisterColumns.TRANSFERRED
                : STAGES.entrySet().stream()
                        .filter(one -> one.getValue() == stage)
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElseThrow();
    }

    private void settle(List<Settlement> spare) {
        for (var one : settling.writeOut()) {
            error(one, RegisterColumns.APPROPRIATED, "cannot-lower", new Money(-one.missing(Stage.APPROPRIATED)));
        }
        var transferred = 0L;
        var moved = 0;
        for (var one : settlements) {
            checkKinds(one);
            transferred += one.missing(Stage.TRANSFERRED);
            moved += one.missing(Stage.TRANSFERRED) == 0 ? 0 : 1;
        }
        if (transferred != 0) {
            findings.error(new CellNote(
                    "",
                    0,
                    "",
                    RegisterColumns.TRANSFERRED,
                    RegisterFindings.message("transfers-unbalanced", new Money(transferred))));
        }
        if (moved > MOST_TRANSFERRED) {
            findings.error(CellNote.ofFile(RegisterFindings.message("too-many-transfers", (long) MOST_TRANSFERRED)));
        }
        for (var one : settlements) {
            if (!one.reckon() && !findings.hasErrors()) {
                error(one, RegisterColumns.LEFT, "not-enough", new Money(one.free()));
            }
        }
        spare.forEach(Settlement::reckon);
        unlisted();
    }

    /// What no kind of transaction can do by itself.
    private void checkKinds(Settlement one) {
        if (one.missing(Stage.SUPPLEMENTED) < 0) {
            error(one, RegisterColumns.SUPPLEMENTED, "cannot-lower", new Money(-one.missing(Stage.SUPPLEMENTED)));
        }
        for (var stage : List.of(Stage.CARRIED_IN, Stage.CARRIED_OVER, Stage.LAPSED)) {
            if (one.missing(stage) != 0) {
                error(one, field(stage), "year-end-only", new Money(one.missing(stage)));
            }
        }
    }

    private void error(Settlement one, String field, String word, Money amount) {
        var row = rows.get(one.line().id());
        if (row != null) {
            findings.error(row.row(), field, word, row.brief(), amount);
        }
    }

    private void unlisted() {
        var lines = ours.unlisted().stream()
                .filter(line -> !ours.balances(line).authorised().isZero())
                .toList();
        lines.stream()
                .limit(MOST_UNLISTED)
                .forEach(line -> findings.note(CellNote.ofFile(RegisterFindings.message(
                        "not-in-file",
                        LineName.brief(line),
                        ours.balances(line).authorised(),
                        ours.balances(line).left()))));
        if (lines.size() > MOST_UNLISTED) {
            findings.note(
                    CellNote.ofFile(RegisterFindings.message("more-not-in-file", (long) lines.size() - MOST_UNLISTED)));
        }
    }

    Settling settling() {
        return settling;
    }

    /// The lines that are to be opened.
    List<BookLine> opened() {
        return opened;
    }

    List<ImportOutcome.Change> changes() {
        return changes;
    }

    /// The row that is about a line.
    CellNote at(String line, Message message) {
        var row = rows.get(line);
        return row == null ? CellNote.ofFile(message) : row.row().note("", message);
    }

    /// How many lines of the register have changes.
    long changedLines() {
        return changes.stream()
                .map(change -> change.sheet() + "!" + change.row())
                .distinct()
                .count();
    }

    /// What day a register counts on: the one that is said, else today, within its year.
    static LocalDate day(FiscalYear year, LocalDate wanted) {
        return wanted.isBefore(year.firstDay())
                ? year.firstDay()
                : wanted.isAfter(year.lastDay()) ? year.lastDay() : wanted;
    }
}
