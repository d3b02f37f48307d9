package org.phatthana.budget.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.Names;
import org.phatthana.budget.Ordinance;
import org.phatthana.budget.books.Book;
import org.phatthana.values.Money;
import org.phatthana.web.Page;

/// Where the money comes from and where it goes, as nodes and links for a picture: as the ordinance has it, and
/// once the books are open on to what has become of it. Its figures are for drawing; what is read is the text
/// beside them.
///
/// @param caption says in one sentence what the picture shows
/// @param nodes from left to right by level
public record Flow(String caption, List<Node> nodes, List<Link> links) {

    /// A place where money is.
    ///
    /// @param level 0 income, 1 the whole, 2 area, 3 programme, 4 type, 5 how far it has come
    /// @param mission the class of its colour, empty where none is known
    /// @param text its amount as the page writes it
    /// @param href the page of the rows behind it; empty where there is none
    public record Node(String id, String name, int level, String mission, double value, String text, String href) {}

    /// Money on its way.
    public record Link(String source, String target, double value, String text, String href) {}

    private static final String WHOLE = "whole";

    /// @param spent the year's books, if they are open
    static Flow of(YearView view, Optional<Spent> spent, Names names, Page page) {
        var drawing = new Drawing(page, names, new ArrayList<>(), new ArrayList<>());
        var ordinance = view.ordinance();
        var whole = spent.map(books -> books.total().authorised()).orElse(ordinance.total());
        drawing.node(WHOLE, page.text("budget.flow.whole"), 1, "", whole, "");
        drawing.incomes(ordinance, spent, whole);
        spent.ifPresentOrElse(books -> drawing.spent(books, view), () -> drawing.allowed(view));
        return new Flow(
                page.text("budget.flow.caption", ordinance.income(), ordinance.total(), ordinance.year()),
                drawing.nodes,
                drawing.links);
    }

    private record Drawing(Page page, Names names, List<Node> nodes, List<Link> links) {

        /// What came in, beside what may be spent.
        void incomes(Ordinance ordinance, Optional<Spent> spent, Money whole) {
            var known = Money.ZERO;
            for (var kind : ordinance.incomes()) {
                income(kind.name(), page.text(names.income(kind.name())), kind.total());
                known = known.plus(kind.total());
            }
            if (spent.isPresent()) {
                var total = spent.get().total();
                income("supplemented", page.text("budget.stage.supplemented"), total.supplemented());
                income("carried-in", page.text("budget.stage.carried-in"), total.carriedIn());
                known = known.plus(total.supplemented()).plus(total.carriedIn());
            }
            if (ordinance.incomes().isEmpty()) {
                return;
            }
            var surplus = known.minus(whole);
            if (surplus.isNegative()) {
                income("", page.text("budget.flow.deficit"), surplus.negated());
            } else if (!surplus.isZero()) {
                node("surplus", page.text("budget.flow.surplus"), 2, "", surplus, "");
                link(WHOLE, "surplus", surplus, "");
            }
        }

        private void income(String id, String name, Money amount) {
            if (!amount.isZero()) {
                node("income:" + id, name, 0, "", amount, "");
                link("income:" + id, WHOLE, amount, "");
            }
        }

        /// By area, programme and type, as the council allowed it.
        void allowed(YearView view) {
            var ordinance = view.ordinance();
            for (var area : ordinance.areas()) {
                area(area.name(), area.total());
                for (var programme : area.programmes()) {
                    var id = programme(area.name(), programme.name(), programme.amount(), view, "");
                    for (var type : ordinance.types()) {
                        var amount = Money.sum(ordinance.lines().stream()
                                .filter(line -> line.area().equals(area.name())
                                        && line.programme().equals(programme.name())
                                        && line.type().equals(type.name()))
                                .map(Ordinance.Line::amount)
                                .toList());
                        link(id, "type:" + type.name(), amount, "");
                    }
                }
            }
            for (var type : ordinance.types()) {
                type(type.name(), type.amount(), "");
            }
        }

        /// By area, programme and type, as the books have it, and on to the stages.
        void spent(Spent books, YearView view) {
            var year = books.year();
            var areas = books.lines().keySet().stream()
                    .map(BookLine::area)
                    .distinct()
                    .toList();
            var types = books.rows();
            for (var area : areas) {
                area(area, books.authorised(area, "", ""));
                var programmes = books.lines().keySet().stream()
                        .filter(line -> line.area().equals(area))
                        .map(BookLine::programme)
                        .distinct()
                        .toList();
                for (var programme : programmes) {
                    var id = programme(
                            area,
                            programme,
                            books.authorised(area, programme, ""),
                            view,
                            page.href(Book.address(year, programme, "", "")));
                    types.forEach(type -> link(
                            id,
                            "type:" + type.type(),
                            books.authorised(area, programme, type.type()),
                            page.href(Book.address(year, programme, type.type(), ""))));
                }
            }
            for (var type : types) {
                type(type.type(), type.balances().authorised(), page.href(Book.address(year, "", type.type(), "")));
                books.stages()
                        .forEach(stage -> link(
                                "type:" + type.type(),
                                "stage:" + stage.code(),
                                type.balances().of(stage),
                                page.href(Book.address(year, "", type.type(), stage.code()))));
            }
            books.stages()
                    .forEach(stage -> node(
                            "stage:" + stage.code(),
                            page.text("budget.stage." + stage.code()),
                            5,
                            "",
                            books.total().of(stage),
                            page.href(Book.address(year, "", "", stage.code()))));
        }

        private void area(String name, Money amount) {
            node("area:" + name, page.text(names.area(name)), 2, "", amount, "");
            link(WHOLE, "area:" + name, amount, "");
        }

        private String programme(String area, String name, Money amount, YearView view, String href) {
            var id = "programme:" + area + ":" + name;
            node(id, page.text(names.programme(name)), 3, view.mission(name), amount, href);
            link("area:" + area, id, amount, href);
            return id;
        }

        private void type(String name, Money amount, String href) {
            node("type:" + name, page.text(names.type(name)), 4, "", amount, href);
        }

        private void node(String id, String name, int level, String mission, Money amount, String href) {
            nodes.add(new Node(id, name, level, mission, amount.baht().doubleValue(), text(amount), href));
        }

        /// A link is drawn only where there is money on it.
        private void link(String source, String target, Money amount, String href) {
            if (!amount.isZero()) {
                links.add(new Link(source, target, amount.baht().doubleValue(), text(amount), href));
            }
        }

        private String text(Money amount) {
            return page.text("budget.baht", amount);
        }
    }
}
