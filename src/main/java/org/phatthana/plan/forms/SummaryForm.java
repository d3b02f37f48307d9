package org.phatthana.plan.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import org.phatthana.documents.Cell;
import org.phatthana.documents.Column;
import org.phatthana.documents.Item;
import org.phatthana.documents.Mark;
import org.phatthana.documents.Paper;
import org.phatthana.plan.Plans;
import org.phatthana.plan.ProjectSums;

/// Form ผ.01: for each strategy and programme the number of projects and baht of each year and of all years.
public record SummaryForm(Wording wording, Occasion occasion, List<Plans.SummaryLine> lines) {

    public Described described() {
        var columns = new ArrayList<Column>();
        columns.add(Column.text(wording.say(column("strategy-programme", "issue-programme")), 2.6));
        for (var year : occasion.plan().years()) {
            columns.add(pair(wording.say("column.one-year", year)));
        }
        columns.add(pair(wording.say("column.all-years")));
        var form = wording.form(
                "p01", "ผ.01", occasion, Paper.A4_LANDSCAPE, columns, List.of(wording.say("summary-note")));
        return new Described(form, this::tell);
    }

    private String column(String strategies, String issues) {
        return "column." + (occasion.plan().issueFormat() ? issues : strategies);
    }

    private Column pair(String title) {
        return Column.group(
                title,
                List.of(
                        Column.count(wording.say("column.projects"), 0.55),
                        Column.money(wording.say("column.baht"), 1.25)));
    }

    private void tell(Consumer<Item> out) {
        var projects = lines.stream().filter(line -> !line.equipment()).toList();
        var equipment = lines.stream().filter(Plans.SummaryLine::equipment).toList();
        var byStrategy = new LinkedHashMap<String, List<Plans.SummaryLine>>();
        projects.forEach(line -> byStrategy
                .computeIfAbsent(line.strategy(), _ -> new ArrayList<>())
                .add(line));
        out.accept(Item.section(wording.say("mark", "ผ.01"), List.of()));
        byStrategy.forEach((strategy, programmes) ->
                part(out, strategy.isEmpty() ? wording.say("no-strategy") : strategy, programmes));
        if (!equipment.isEmpty()) {
            out.accept(row(wording.say("sum-of-projects"), sum(projects), Item.Weight.SUBTOTAL));
            part(out, wording.say("equipment"), equipment);
        }
        out.accept(row(wording.say("grand-total"), sum(lines), Item.Weight.TOTAL));
    }

    private void part(Consumer<Item> out, String title, List<Plans.SummaryLine> programmes) {
        out.accept(Item.band(1, title));
        programmes.forEach(line -> out.accept(row(
                line.programme().isEmpty() ? wording.say("no-programme") : line.programme(),
                line.sums(),
                Item.Weight.ROW)));
        out.accept(row(wording.say("sum"), sum(programmes), Item.Weight.SUBTOTAL));
    }

    private static ProjectSums sum(List<Plans.SummaryLine> lines) {
        return ProjectSums.sum(lines.stream().map(Plans.SummaryLine::sums).toList());
    }

    private Item.Row row(String label, ProjectSums sums, Item.Weight weight) {
        var mark = weight == Item.Weight.ROW ? Mark.PLAIN : Mark.BOLD;
        var cells = new ArrayList<Cell>();
        cells.add(weight == Item.Weight.ROW ? Cell.text(label) : Cell.bold(label));
        for (var year : occasion.plan().years()) {
            cells.add(new Cell.Count(sums.year(year).projects(), mark));
            cells.add(Cell.amount(sums.year(year).money(), mark));
        }
        cells.add(new Cell.Count(sums.projects(), mark));
        cells.add(Cell.amount(sums.money(), mark));
        return new Item.Row(cells, weight);
    }
}
