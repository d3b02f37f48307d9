package org.phatthana.budget.register;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.Names;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.FoundTable;
import org.phatthana.exchange.TableColumns;
import org.phatthana.exchange.ThaiReading;
import org.phatthana.strategy.Strategy;

/// Understands the rows of a register: lines, the headings between them that say where these stand, and totals,
/// which are checked. Nothing is dropped without a word.
final class RegisterReader {

    private static final int LONGEST = 300;

    private final Names names;
    private final Strategy strategy;
    private final TableColumns columns;
    private final Levels levels;
    private final RegisterFindings findings;
    private final Map<Level, String> context = new EnumMap<>(Level.class);
    private final List<RegisterLine> lines = new ArrayList<>();
    private final Map<String, RegisterLine> byKey = new HashMap<>();
    private final Set<String> told = new HashSet<>();

    /// @param columns those that the table may have; where none says what is left, rows for the same are summed
    RegisterReader(Names names, Strategy strategy, TableColumns columns, RegisterFindings findings) {
        this.names = names;
        this.strategy = strategy;
        this.columns = columns;
        this.levels = new Levels(strategy.classification());
        this.findings = findings;
    }

    /// The lines of a table.
    List<RegisterLine> read(FoundTable table) {
        var rows = table.rows().stream()
                .map(row -> new RegisterRow(row, columns, levels, findings))
                .toList();
        var totals = new RegisterTotals(findings);
        var sheet = "";
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            if (!row.row().sheet().equals(sheet)) {
                sheet = row.row().sheet();
                context.clear();
            }
            if (row.isTotal()) {
                if (row.isFilled()) {
                    totals.total(row, context);
                }
            } else if (isHeading(rows, i)) {
                under(rows, i);
                if (row.hasMoney()) {
                    totals.heading(row, context);
                }
            } else if (row.isFilled()) {
                line(row, totals);
            } else {
                findings.note(row.row(), "", "row-not-read", row.row().firstText());
            }
        }
        totals.finish();
        if (lines.isEmpty() && !findings.hasErrors()) {
            findings.error(CellNote.ofFile(RegisterFindings.message("no-lines")));
        }
        return lines;
    }

    /// Whether a row only says where the next ones stand: it has no amounts, or their sums.
    private static boolean isHeading(List<RegisterRow> rows, int at) {
        var row = rows.get(at);
        var next = at + 1 < rows.size() ? rows.get(at + 1) : null;
        if (row.isFilled() && (row.hasMoney() || row.heading().isEmpty())) {
            // What stands directly above items has a type already: a task does not.
            return !row.heading().isEmpty()
                    && next != null
                    && !next.isTotal()
                    && next.widest().compareTo(row.level()) > 0
                    && (row.level().compareTo(Level.TYPE) >= 0 || next.level() != Level.ITEM);
        }
        return !row.heading().isEmpty()
                || (row.own().size() > 1 && !row.own().containsKey(Level.ITEM))
                || (row.own().containsKey(Level.ITEM)
                        && next != null
                        && next.isFilled()
                        && next.heading().isEmpty()
                        && !next.isTotal());
    }

    private void under(List<RegisterRow> rows, int at) {
        var row = rows.get(at);
        var names = row.heading().isEmpty() ? row.own() : row.heading();
        names.forEach((level, name) -> {
            if (level == Level.ITEM) {
                // A heading without the word for its level stands below the category, where there is one.
                var meant = context.containsKey(Level.CATEGORY) ? Level.KIND : Level.CATEGORY;
                findings.note(row.row(), meant.field(), "heading-understood", name, meant.thai());
                enter(meant, name);
            } else {
                enter(level, name);
            }
        });
    }

    private void enter(Level level, String name) {
        context.keySet().removeIf(finer -> finer.compareTo(level) > 0);
        context.put(level, name);
    }

    private void line(RegisterRow row, RegisterTotals totals) {
        var own = row.heading().isEmpty() || isItemAfterAll(row) ? row.own() : row.heading();
        if (own.isEmpty() && row.row().firstText().isEmpty()) {
            findings.error(row.row(), Level.ITEM.field(), "row-without-name");
            return;
        }
        var here = new EnumMap<Level, String>(Level.class);
        here.putAll(context);
        if (!own.isEmpty()) {
            var widest = own.keySet().iterator().next();
            here.keySet().removeIf(level -> level.compareTo(widest) > 0);
            here.putAll(own);
        } else {
            here.put(Level.ITEM, row.row().firstText());
        }
        own.forEach((level, name) -> {
            if (level != Level.ITEM) {
                enter(level, name);
            }
        });
        complete(here, row, own);
        var isWhole = true;
        for (var level : List.of(Level.AREA, Level.PROGRAMME, Level.TASK, Level.TYPE)) {
            if (here.getOrDefault(level, "").isEmpty()) {
                findings.error(row.row(), level.field(), "level-missing", level.thai(), brief(here, row));
                isWhole = false;
            }
        }
        for (var level : Level.values()) {
            if (here.getOrDefault(level, "").length() > LONGEST) {
                findings.error(row.row(), level.field(), "text-too-long", (long) LONGEST);
                isWhole = false;
            }
        }
        if (isWhole) {
            keep(row, here, totals);
        }
    }

    /// Whether a row with amounts only looks like a heading: an item such as งานก่อสร้าง begins with the word for a
    /// task.
    private boolean isItemAfterAll(RegisterRow row) {
        return row.level().compareTo(Level.TYPE) < 0
                && !row.own().containsKey(row.level())
                && !levels.standsAlone(row.row().firstText());
    }

    private static String brief(Map<Level, String> here, RegisterRow row) {
        return here.getOrDefault(Level.ITEM, row.row().firstText());
    }

    /// What the classification knows and the file leaves unsaid, in its own spelling.
    private void complete(Map<Level, String> here, RegisterRow row, Map<Level, String> own) {
        var item = here.getOrDefault(Level.ITEM, "");
        if (!row.row().has(Level.CATEGORY.field())
                && !here.containsKey(Level.CATEGORY)
                && levels.typeOf(item).isPresent()) {
            here.put(Level.CATEGORY, item);
            here.remove(Level.ITEM);
        }
        if (here.containsKey(Level.CATEGORY) && !here.containsKey(Level.TYPE)) {
            levels.typeOf(here.getOrDefault(Level.CATEGORY, "")).ifPresent(type -> here.put(Level.TYPE, type));
        }
        var programme = here.getOrDefault(Level.PROGRAMME, here.getOrDefault(Level.TYPE, ""));
        if (!programme.isEmpty() && levels.standsAlone(programme)) {
            var alone = names.programme(programme).thai();
            here.putIfAbsent(Level.PROGRAMME, alone);
            here.putIfAbsent(Level.TASK, alone);
            here.putIfAbsent(Level.TYPE, alone);
        }
        if (!own.containsKey(Level.AREA) && here.containsKey(Level.PROGRAMME)) {
            levels.areaOf(here.getOrDefault(Level.PROGRAMME, "")).ifPresent(area -> here.put(Level.AREA, area));
        }
        here.computeIfPresent(Level.AREA, (_, name) -> names.area(name).thai());
        here.computeIfPresent(
                Level.PROGRAMME, (_, name) -> names.programme(name).thai());
        here.computeIfPresent(Level.TYPE, (_, name) -> names.type(name).thai());
        here.computeIfPresent(Level.TASK, (_, name) -> names.task(name).thai());
    }

    private void keep(RegisterRow row, Map<Level, String> here, RegisterTotals totals) {
        var source = row.row().text(RegisterColumns.FUND_SOURCE);
        var fundSource = source.isEmpty() ? BookLine.ORDINANCE : fundSource(source);
        if (fundSource.isEmpty()) {
            findings.error(row.row(), RegisterColumns.FUND_SOURCE, "fund-source-unknown", source);
            return;
        }
        var line = new RegisterLine(
                row.row(),
                here,
                fundSource,
                row.row().text(RegisterColumns.PROJECT),
                row.row().text(RegisterColumns.DEPARTMENT),
                row.amounts());
        totals.line(line, context);
        if (columns.find(RegisterColumns.LEFT).isPresent()) {
            check(line);
        }
        tellOddities(line);
        lines.add(line);
    }

    /// Every row of a register adds up, and none is for the same as another.
    private void check(RegisterLine line) {
        if (!line.reckoned().equals(line.amount(RegisterColumns.LEFT))) {
            findings.error(
                    line.row(),
                    RegisterColumns.LEFT,
                    "left-differs",
                    line.brief(),
                    line.amount(RegisterColumns.LEFT),
                    line.reckoned(),
                    line.amount(RegisterColumns.LEFT).minus(line.reckoned()));
        } else if (line.amount(RegisterColumns.LEFT).isNegative()) {
            findings.error(line.row(), RegisterColumns.LEFT, "left-negative", line.amount(RegisterColumns.LEFT));
        } else if (line.states(RegisterColumns.AUTHORISED)
                && !line.authorised().equals(line.amount(RegisterColumns.AUTHORISED))) {
            findings.error(
                    line.row(),
                    RegisterColumns.AUTHORISED,
                    "authorised-differs",
                    line.amount(RegisterColumns.AUTHORISED),
                    line.authorised());
        }
        var same = byKey.putIfAbsent(line.key() + line.project() + "|" + line.department(), line);
        if (same != null) {
            findings.error(line.row(), Level.ITEM.field(), "twice", line.brief(), (long)
                    same.row().number());
        }
    }

    private void tellOddities(RegisterLine line) {
        if (!names.knowsProgramme(line.name(Level.PROGRAMME)) && told.add(line.name(Level.PROGRAMME))) {
            findings.note(line.row(), Level.PROGRAMME.field(), "unknown-programme", line.name(Level.PROGRAMME));
        }
        if (!names.knowsType(line.name(Level.TYPE)) && told.add(line.name(Level.TYPE))) {
            findings.note(line.row(), Level.TYPE.field(), "unknown-type", line.name(Level.TYPE));
        }
        for (var level : Level.values()) {
            var slip = ThaiReading.slip(line.name(level));
            if (slip.isPresent() && told.add(level + line.name(level))) {
                findings.note(line.row(), level.field(), "slip", line.name(level), slip.get());
            }
        }
    }

    private String fundSource(String written) {
        var known = strategy.classification();
        return known.fundSource(written)
                .map(source -> source.id())
                .or(() -> known.fundSources().stream()
                        .map(source -> source.id())
                        .filter(written::equals)
                        .findFirst())
                .or(() -> Arrays.asList(BookLine.ORDINANCE, BookLine.CARRIED_OVER).stream()
                        .filter(written::equals)
                        .findFirst())
                .orElse("");
    }
}
