package org.phatthana.plan.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.phatthana.documents.Cell;
import org.phatthana.documents.Column;
import org.phatthana.documents.Item;
import org.phatthana.documents.Mark;
import org.phatthana.documents.Run;
import org.phatthana.plan.ProjectContent;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.phatthana.values.PlaceCode;

/// The table of a form of projects, column by column.
record Layout(List<Slot> slots, List<FiscalYear> years) {

    /// What one or several columns show of a project.
    sealed interface Slot {}

    /// The running number.
    record Numbered(Column column) implements Slot {}

    /// A text.
    record Words(Column column, Function<Entry, String> text) implements Slot {}

    /// Money, a column for each year.
    ///
    /// @param sums the same of what was added up
    record Yearly(
            Column column, Function<Entry, Map<FiscalYear, Money>> money, Function<Tally, Map<FiscalYear, Money>> sums)
            implements Slot {}

    /// Why an edition decides so.
    record Reason(Column column) implements Slot {}

    Layout {
        slots = List.copyOf(slots);
        years = List.copyOf(years);
    }

    /// The table of a form of the law.
    ///
    /// @param hasOrdinance whether it shows what ordinances gave beside the plan's money
    /// @param isAmendment whether it says why
    static Layout of(
            Wording wording, ProjectContent.Form form, Occasion occasion, boolean hasOrdinance, boolean isAmendment) {
        var slots = new ArrayList<Slot>();
        slots.add(new Numbered(Column.brief(wording.say("column.number"), isAmendment ? 0.6 : 0.45)));
        if (form == ProjectContent.Form.P03) {
            slots.add(words(wording, "programme", 1.5, Entry::programme));
            slots.add(words(wording, "category", 1.3, Entry::category));
            slots.add(words(wording, "kind", 1.5, Entry::kind));
            slots.add(words(wording, "bought", 3, Entry::bought));
        } else {
            slots.add(words(wording, "project", 2, Entry::name));
            slots.add(words(wording, "objective", 2, Entry::objective));
            slots.add(words(wording, "target", 2, Entry::target));
        }
        var years = occasion.plan().years();
        slots.add(new Yearly(yearly(wording, "budget", years), Entry::amounts, Tally::amounts));
        if (hasOrdinance) {
            slots.add(new Yearly(yearly(wording, "ordinance", years), Entry::ordinance, Tally::ordinance));
        }
        if (form != ProjectContent.Form.P03) {
            if (!occasion.plan().issueFormat()) {
                slots.add(words(wording, "kpi", 1.5, Entry::kpi));
            }
            slots.add(words(wording, "result", 2, Entry::result));
        }
        if (form == ProjectContent.Form.P02_1 || form == ProjectContent.Form.P02_2) {
            slots.add(words(wording, "amphoe", 0.9, entry -> amphoe(entry, wording.places())));
        }
        slots.add(new Words(Column.brief(wording.say("column.department"), 1.1), Entry::department));
        if (isAmendment) {
            slots.add(new Reason(Column.text(wording.say("column.reason"), 1.5)));
        }
        return new Layout(slots, years);
    }

    private static Words words(Wording wording, String column, double width, Function<Entry, String> text) {
        return new Words(Column.text(wording.say("column." + column), width), text);
    }

    private static Column yearly(Wording wording, String column, List<FiscalYear> years) {
        return Column.group(
                wording.say("column." + column),
                years.stream()
                        .map(year -> Column.money(wording.say("column.year", year), 1))
                        .toList());
    }

    private static String amphoe(Entry entry, Function<PlaceCode, String> names) {
        return entry.places().stream()
                .map(names)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining("\n"));
    }

    List<Column> columns() {
        return slots.stream()
                .map(slot -> switch (slot) {
                    case Numbered numbered -> numbered.column();
                    case Words words -> words.column();
                    case Yearly yearly -> yearly.column();
                    case Reason reason -> reason.column();
                })
                .toList();
    }

    /// A project's row.
    Item.Row row(long number, Entry entry) {
        return row(Long.toString(number), entry, Mark.PLAIN, Run.plain(entry.reason()));
    }

    /// A project's row of which all texts and money are marked alike.
    Item.Row row(String number, Entry entry, Mark mark, Run... reason) {
        var cells = new ArrayList<Cell>();
        for (var slot : slots) {
            switch (slot) {
                case Numbered _ -> cells.add(Cell.text(number));
                case Words words ->
                    cells.add(text(new Run(Wording.cut(words.text().apply(entry)), mark)));
                case Yearly yearly -> money(cells, yearly.money().apply(entry), mark);
                case Reason _ -> cells.add(text(reason));
            }
        }
        return Item.row(cells);
    }

    private void money(List<Cell> cells, Map<FiscalYear, Money> money, Mark mark) {
        years.forEach(year -> cells.add(Cell.amount(money.getOrDefault(year, Money.ZERO), mark)));
    }

    /// The old row above the new one, with what differs marked in both.
    Item.Block changed(String oldNumber, Entry before, String newNumber, Entry after, Run... reason) {
        var old = new ArrayList<Cell>();
        var fresh = new ArrayList<Cell>();
        for (var slot : slots) {
            switch (slot) {
                case Numbered _ -> {
                    old.add(Cell.text(oldNumber));
                    fresh.add(Cell.text(newNumber));
                }
                case Words words -> {
                    var change = Change.between(
                            Wording.cut(words.text().apply(before)),
                            Wording.cut(words.text().apply(after)));
                    old.add(text(change.before().toArray(Run[]::new)));
                    fresh.add(text(change.after().toArray(Run[]::new)));
                }
                case Yearly yearly -> {
                    var was = yearly.money().apply(before);
                    var is = yearly.money().apply(after);
                    for (var year : years) {
                        var same = was.getOrDefault(year, Money.ZERO).equals(is.getOrDefault(year, Money.ZERO));
                        old.add(Cell.amount(was.getOrDefault(year, Money.ZERO), same ? Mark.PLAIN : Mark.STRUCK));
                        fresh.add(Cell.amount(is.getOrDefault(year, Money.ZERO), same ? Mark.PLAIN : Mark.BOLD));
                    }
                }
                case Reason _ -> {
                    old.add(Cell.empty());
                    fresh.add(text(reason));
                }
            }
        }
        return new Item.Block(List.of(Item.row(old), Item.row(fresh)));
    }

    private static Cell text(Run... runs) {
        var filled = java.util.Arrays.stream(runs)
                .filter(run -> !run.text().isEmpty())
                .toArray(Run[]::new);
        return filled.length == 0 ? Cell.empty() : Cell.of(filled);
    }

    /// A row of sums.
    Item.Row sums(String label, Tally tally, Item.Weight weight) {
        var cells = new ArrayList<Cell>();
        var isLabelled = false;
        var covered = 0;
        for (var slot : slots) {
            if (slot instanceof Yearly yearly) {
                if (!isLabelled) {
                    cells.add(Cell.label(label, covered));
                    isLabelled = true;
                }
                money(cells, yearly.sums().apply(tally), Mark.BOLD);
            } else if (isLabelled) {
                cells.add(Cell.empty());
            } else {
                covered++;
            }
        }
        return new Item.Row(cells, weight);
    }
}
