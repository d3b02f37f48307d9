package org.phatthana.budget.web;

import java.util.ArrayList;
import java.util.List;
import org.phatthana.budget.Names;
import org.phatthana.budget.Ordinance;
import org.phatthana.values.Money;
import org.phatthana.web.Page;

/// Where the money comes from and where it goes, as nodes and links for a picture. Its figures are for drawing;
/// what is read is the text beside them.
///
/// @param caption says in one sentence what the picture shows
/// @param nodes from left to right by level
public record Flow(String caption, List<Node> nodes, List<Link> links) {

    /// A place where money is.
    ///
    /// @param level 0 income, 1 the whole, 2 area, 3 programme, 4 type
    /// @param mission the class of its colour, empty where none is known
    /// @param text its amount as the page writes it
    public record Node(String id, String name, int level, String mission, double value, String text) {}

    /// Money on its way.
    public record Link(String source, String target, double value, String text) {}

    private static final String WHOLE = "whole";

    static Flow of(YearView view, Names names, Page page) {
        var drawing = new Drawing(page, new ArrayList<>(), new ArrayList<>());
        var ordinance = view.ordinance();
        var surplus = ordinance.surplus().orElse(Money.ZERO);
        drawing.node(WHOLE, page.text("budget.flow.whole"), 1, "", ordinance.total());
        for (var kind : ordinance.incomes()) {
            drawing.node("income:" + kind.name(), page.text(names.income(kind.name())), 0, "", kind.total());
            drawing.link("income:" + kind.name(), WHOLE, kind.total());
        }
        if (!surplus.isZero() && surplus.isNegative()) {
            drawing.node("income:", page.text("budget.flow.deficit"), 0, "", surplus.negated());
            drawing.link("income:", WHOLE, surplus.negated());
        } else if (!surplus.isZero()) {
            drawing.node("surplus", page.text("budget.flow.surplus"), 2, "", surplus);
            drawing.link(WHOLE, "surplus", surplus);
        }
        for (var area : ordinance.areas()) {
            drawing.node("area:" + area.name(), page.text(names.area(area.name())), 2, "", area.total());
            drawing.link(WHOLE, "area:" + area.name(), area.total());
            for (var programme : area.programmes()) {
                var id = "programme:" + area.name() + ":" + programme.name();
                drawing.node(
                        id,
                        page.text(names.programme(programme.name())),
                        3,
                        view.mission(programme.name()),
                        programme.amount());
                drawing.link("area:" + area.name(), id, programme.amount());
                types(drawing, ordinance, area.name(), programme.name(), id);
            }
        }
        for (var type : ordinance.types()) {
            drawing.node("type:" + type.name(), page.text(names.type(type.name())), 4, "", type.amount());
        }
        return new Flow(
                page.text("budget.flow.caption", ordinance.income(), ordinance.total(), ordinance.year()),
                drawing.nodes,
                drawing.links);
    }

    private static void types(Drawing drawing, Ordinance ordinance, String area, String programme, String id) {
        for (var type : ordinance.types()) {
            var amount = Money.sum(ordinance.lines().stream()
                    .filter(line -> line.area().equals(area)
                            && line.programme().equals(programme)
                            && line.type().equals(type.name()))
                    .map(Ordinance.Line::amount)
                    .toList());
            if (!amount.isZero()) {
                drawing.link(id, "type:" + type.name(), amount);
            }
        }
    }

    private record Drawing(Page page, List<Node> nodes, List<Link> links) {

        void node(String id, String name, int level, String mission, Money amount) {
            nodes.add(new Node(id, name, level, mission, amount.baht().doubleValue(), text(amount)));
        }

        void link(String source, String target, Money amount) {
            links.add(new Link(source, target, amount.baht().doubleValue(), text(amount)));
        }

        private String text(Money amount) {
            return page.text("budget.baht", amount);
        }
    }
}
