package org.phatthana.budget.books;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.Ledger;
import org.phatthana.budget.Names;
import org.phatthana.budget.NewItem;
import org.phatthana.budget.PostedTransaction;
import org.phatthana.budget.Stage;
import org.phatthana.budget.Transaction;
import org.phatthana.budget.TransactionKind;
import org.phatthana.budget.ledger.Authorities;
import org.phatthana.plan.PlanProject;
import org.phatthana.plan.Plans;
import org.phatthana.plan.ProjectQuery;
import org.phatthana.values.Money;
import org.phatthana.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The forms by which a budget officer enters something in the books. Each carries a key, so that one that is sent
/// twice is entered once; what was refused comes back as it was typed.
@Controller
class EnterPages {

    private static final int UNPROCESSABLE = 422;
    private static final int MOST_OFFERED = 30;
    private static final int LONGEST_QUERY = 200;

    private final Ledger ledger;
    private final Moves moves;
    private final Authorities authorities;
    private final Plans plans;
    private final Names names;
    private final Found found;

    EnterPages(Ledger ledger, Moves moves, Authorities authorities, Plans plans, Names names, Found found) {
        this.ledger = ledger;
        this.moves = moves;
        this.authorities = authorities;
        this.plans = plans;
        this.names = names;
        this.found = found;
    }

    /// The form of a move of a line's money.
    @GetMapping("/budget/lines/{id}/enter")
    View enter(Page page, @PathVariable String id, @RequestParam(defaultValue = "") String kind) {
        var line = found.line(id);
        var move = Move.find(kind).orElseThrow(Found::notFound);
        var balances = ledger.balances(line.id());
        var from = move.from().stream()
                .filter(stage -> !balances.of(stage).isZero())
                .findFirst()
                .orElse(move.from().getFirst());
        var typed = begun(line, move.kind());
        typed.put("from", from.code());
        return move(page, 200, line, move, typed);
    }

    private View move(Page page, int status, BookLine line, Move move, Typed typed) {
        var model = model(line, move.kind(), typed);
        model.put("move", move);
        model.put("balances", ledger.balances(line.id()));
        return page.show(status, "budget/enter", model);
    }

    @PostMapping("/budget/lines/{id}/enter")
    View entered(
            Page page,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam Map<String, String> fields) {
        var line = found.line(id);
        var move = Move.find(kind).orElseThrow(Found::notFound);
        var typed = new Typed(fields);
        var from = Stage.find(typed.value("from"))
                .filter(move.from()::contains)
                .or(() -> move.from().size() == 1 ? Optional.of(move.from().getFirst()) : Optional.empty());
        if (from.isEmpty()) {
            typed.fault("from", "budget.form.choose");
        }
        var amount = typed.money("amount");
        var basis = basis(typed, line);
        if (!typed.isSound()) {
            return move(page, UNPROCESSABLE, line, move, typed);
        }
        return answered(
                page,
                moves.move(line, move, from.orElseThrow(), amount, basis, Found.officer()),
                typed,
                () -> move(page, UNPROCESSABLE, line, move, typed));
    }

    /// The form of an item, for a project that is found by its words or for none.
    @GetMapping("/budget/lines/{id}/item")
    View item(
            Page page,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String project) {
        var line = found.line(id);
        var typed = begun(line, TransactionKind.ITEMIZATION);
        chosen(line, project).ifPresent(chosen -> {
            typed.put("project", chosen.id());
            typed.put("item", chosen.name().thai());
            typed.put("department", chosen.department());
            var planned = chosen.ordinance().getOrDefault(line.year(), chosen.amount(line.year()));
            typed.put("amount", planned.isZero() ? "" : planned.toPlainString());
        });
        return item(page, 200, line, q, typed);
    }

    private View item(Page page, int status, BookLine line, String q, Typed typed) {
        var words = q.length() > LONGEST_QUERY ? q.substring(0, LONGEST_QUERY) : q;
        var model = model(line, TransactionKind.ITEMIZATION, typed);
        model.put("q", words);
        model.put("offered", words.isBlank() ? List.<PlanProject>of() : offered(line, words));
        model.put("chosen", chosen(line, typed.value("project")));
        model.put("free", ledger.balances(line.id()).of(Stage.UNALLOTTED));
        return page.show(status, "budget/item", model);
    }

    private Optional<PlanProject> chosen(BookLine line, String project) {
        return plans.project(project).filter(known -> known.sample() == line.sample());
    }

    private List<PlanProject> offered(BookLine line, String words) {
        return plans.all().stream()
                .filter(plan -> plan.years().contains(line.year()) && plan.sample() == line.sample())
                .flatMap(plan -> plans
                        .projects(
                                new ProjectQuery(
                                        plan.standing(),
                                        List.of(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        "",
                                        "",
                                        words,
                                        ProjectQuery.Order.PLAN),
                                0,
                                MOST_OFFERED)
                        .stream())
                .limit(MOST_OFFERED)
                .toList();
    }

    @PostMapping("/budget/lines/{id}/item")
    View itemWritten(Page page, @PathVariable String id, @RequestParam Map<String, String> fields) {
        var line = found.line(id);
        var typed = new Typed(fields);
        var project = typed.line("project");
        if (!project.isEmpty() && chosen(line, project).isEmpty()) {
            typed.fault("project", "budget.item.no-project");
        }
        var amount = typed.money("amount");
        var basis = basis(typed, line);
        var item = new NewItem(
                line.id(),
                typed.line("category"),
                typed.line("kind"),
                typed.needed("item"),
                project,
                typed.line("department"),
                amount,
                basis.day(),
                basis.authority(),
                basis.document());
        if (!typed.isSound()) {
            return item(page, UNPROCESSABLE, line, "", typed);
        }
        return answered(
                page,
                moves.writeOut(item, basis.key(), Found.officer()),
                typed,
                () -> item(page, UNPROCESSABLE, line, "", typed));
    }

    /// The form by which a transaction is undone.
    @GetMapping("/budget/ledger/{number:\\d{1,18}}/reversal")
    View reversal(Page page, @PathVariable long number) {
        var posted = ledger.transaction(number).orElseThrow(Found::notFound);
        return reversal(page, 200, posted, begun(line(posted), TransactionKind.REVERSAL));
    }

    private View reversal(Page page, int status, PostedTransaction posted, Typed typed) {
        var model = model(line(posted), TransactionKind.REVERSAL, typed);
        model.put("posted", posted);
        model.put("reversedBy", ledger.reversalOf(posted.number()));
        model.put(
                "amount",
                Money.sum(posted.transaction().entries().stream()
                        .map(entry -> entry.amount())
                        .filter(amount -> !amount.isNegative())
                        .toList()));
        return page.show(status, "budget/reversal", model);
    }

    private BookLine line(PostedTransaction posted) {
        return found.line(posted.transaction().entries().getFirst().account().line());
    }

    @PostMapping("/budget/ledger/{number:\\d{1,18}}/reversal")
    View reversed(Page page, @PathVariable long number, @RequestParam Map<String, String> fields) {
        var posted = ledger.transaction(number).orElseThrow(Found::notFound);
        var typed = new Typed(fields);
        var line = line(posted);
        var basis = basis(typed, line);
        if (basis.reason().isEmpty()) {
            typed.fault("reason", "budget.form.needed");
        }
        if (!typed.isSound()) {
            return reversal(page, UNPROCESSABLE, posted, typed);
        }
        return answered(
                page,
                moves.reverse(number, line.address(), basis, Found.officer()),
                typed,
                () -> reversal(page, UNPROCESSABLE, posted, typed));
    }

    private static View answered(Page page, BookOutcome outcome, Typed typed, Supplier<View> again) {
        return switch (outcome) {
            case BookOutcome.Entered(var address, var number) -> page.redirect(address + "?entered=" + number);
            case BookOutcome.Refused(var why) -> {
                why.forEach(typed::fault);
                if (why.containsKey("form")) {
                    typed.put("key", UUID.randomUUID().toString());
                }
                yield again.get();
            }
        };
    }

    private Typed begun(BookLine line, TransactionKind kind) {
        var choices = Choices.of(kind, authorities);
        return Typed.begun(
                "key", UUID.randomUUID().toString(),
                "day", found.dayOf(line.year()).toString(),
                "authority", choices.authority(),
                "document", choices.document());
    }

    private static Moves.Basis basis(Typed typed, BookLine line) {
        return new Moves.Basis(
                typed.day("day", line.year().firstDay()),
                typed.needed("authority"),
                typed.document(""),
                typed.lines("reason", Transaction.LONGEST_REASON),
                BooksPages.key(typed));
    }

    private Map<String, Object> model(BookLine line, TransactionKind kind, Typed typed) {
        var model = new HashMap<String, Object>();
        model.put("line", line);
        model.put("typed", typed);
        model.put("choices", Choices.of(kind, authorities));
        model.put("names", names);
        return model;
    }
}
