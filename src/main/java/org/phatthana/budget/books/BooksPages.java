package org.phatthana.budget.books;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.Ledger;
import org.phatthana.budget.Names;
import org.phatthana.budget.Ordinances;
import org.phatthana.budget.Stage;
import org.phatthana.budget.TransactionKind;
import org.phatthana.budget.ledger.Authorities;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.Downloads;
import org.phatthana.strategy.Classification;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.PublicIds;
import org.phatthana.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The books of a year as anyone may read them, and how an officer opens them.
@Controller
class BooksPages {

    private static final int UNPROCESSABLE = 422;

    private final Ledger ledger;
    private final OpenBooks books;
    private final Opening opening;
    private final Ordinances ordinances;
    private final Authorities authorities;
    private final Strategy strategy;
    private final Names names;
    private final Downloads downloads;
    private final Found found;
    private final PublicIds ids;

    BooksPages(
            Ledger ledger,
            OpenBooks books,
            Opening opening,
            Ordinances ordinances,
            Authorities authorities,
            Strategy strategy,
            Names names,
            Downloads downloads,
            Found found,
            PublicIds ids) {
        this.ledger = ledger;
        this.books = books;
        this.opening = opening;
        this.ordinances = ordinances;
        this.authorities = authorities;
        this.strategy = strategy;
        this.names = names;
        this.downloads = downloads;
        this.found = found;
        this.ids = ids;
    }

    /// The books, or how they are opened; of a year of which nothing is known at all there is no page but for the
    /// officer who may begin it.
    @GetMapping("/budget/{year:\\d{4}}/books")
    View books(
            Page page,
            @PathVariable int year,
            @RequestParam(defaultValue = "") String programme,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(defaultValue = "") String project) {
        var wanted = Found.year(year);
        var book = books.find(wanted);
        if (book.isEmpty()) {
            return closed(page, 200, wanted, Typed.begun());
        }
        var filter = new BooksView.Filter(programme, type, Stage.find(stage), project);
        var model = new HashMap<String, Object>();
        model.put("book", book.get());
        model.put("view", BooksView.of(ledger.lines(wanted), filter));
        model.put("names", names);
        model.put("all", books.all());
        model.put("isOfficer", Found.isOfficer());
        return page.show("budget/books", model);
    }

    private View closed(Page page, int status, FiscalYear year, Typed typed) {
        var ordinance = ordinances.of(year);
        if (ordinance.isEmpty() && !Found.isOfficer()) {
            throw Found.notFound();
        }
        var model = new HashMap<String, Object>();
        model.put("year", year);
        model.put("ordinance", ordinance);
        model.put("typed", typed);
        model.put("isOfficer", Found.isOfficer());
        model.put(
                "lines",
                ordinance.map(stored -> stored.ordinance().lines().size()).orElse(0));
        return page.show(status, "budget/books-closed", model);
    }

    @GetMapping("/budget/{year:\\d{4}}/books.{format:csv|xlsx}")
    View download(Page page, @PathVariable int year, @PathVariable String format) {
        var book = found.book(year);
        var rows = BooksView.rows(ledger.lines(book.year()), BooksView.Filter.ALL);
        return downloads.of(format, BooksTable.of(book, rows, names), page.language());
    }

    /// Opens the books, from the ordinance or empty.
    @PostMapping("/budget/{year:\\d{4}}/books")
    View open(
            Page page,
            @PathVariable int year,
            @RequestParam(defaultValue = "ordinance") String how,
            @RequestParam Map<String, String> fields) {
        var wanted = Found.year(year);
        var typed = new Typed(fields);
        typed.put(
                "document",
                Choices.of(TransactionKind.APPROPRIATION, authorities).document());
        var outcome = how.equals("empty") ? opening.empty(wanted, Found.officer()) : fromOrdinance(wanted, typed);
        return switch (outcome) {
            case BookOutcome.Entered(var address, var _) -> page.redirect(address);
            case BookOutcome.Refused(var why) -> {
                why.forEach(typed::fault);
                yield books.find(wanted).isPresent()
                        ? page.redirect(Book.address(wanted))
                        : closed(page, UNPROCESSABLE, wanted, typed);
            }
        };
    }

    private BookOutcome fromOrdinance(FiscalYear year, Typed typed) {
        var document = typed.document("/budget/" + year);
        return typed.isSound()
                ? opening.fromOrdinance(year, document, Found.officer())
                : new BookOutcome.Refused(typed.problems());
    }

    /// The form of a line that is typed.
    @GetMapping("/budget/{year:\\d{4}}/lines/new")
    View newLine(Page page, @PathVariable int year) {
        var book = found.book(year);
        return newLine(
                page,
                200,
                book,
                Typed.begun(
                        "key",
                        UUID.randomUUID().toString(),
                        "day",
                        found.dayOf(book.year()).toString(),
                        "from",
                        Stage.APPROPRIATED.code(),
                        "fundSource",
                        BookLine.ORDINANCE));
    }

    private View newLine(Page page, int status, Book book, Typed typed) {
        var classification = strategy.classification();
        var model = new HashMap<String, Object>();
        model.put("book", book);
        model.put("typed", typed);
        model.put("areas", classification.areas());
        model.put("types", classification.expenditureTypes());
        model.put("sources", classification.fundSources());
        model.put(
                "tasks",
                ledger.lines(book.year()).keySet().stream()
                        .map(BookLine::task)
                        .distinct()
                        .toList());
        return page.show(status, "budget/line-new", model);
    }

    @PostMapping("/budget/{year:\\d{4}}/lines")
    View addLine(Page page, @PathVariable int year, @RequestParam Map<String, String> fields) {
        var book = found.book(year);
        var typed = new Typed(fields);
        var stage = fields.getOrDefault("from", "").equals(Stage.SUPPLEMENTED.code())
                ? Stage.SUPPLEMENTED
                : Stage.APPROPRIATED;
        var kind = stage == Stage.SUPPLEMENTED ? TransactionKind.SUPPLEMENT : TransactionKind.APPROPRIATION;
        typed.put("document", Choices.of(kind, authorities).document());
        var line = line(book, typed);
        var amount = typed.money("amount");
        var day = typed.day("day", book.year().firstDay());
        var document = typed.document("");
        if (!typed.isSound()) {
            return newLine(page, UNPROCESSABLE, book, typed);
        }
        return switch (opening.line(line, stage, amount, day, document, key(typed), Found.officer())) {
            case BookOutcome.Entered(var address, var number) -> page.redirect(address + "?entered=" + number);
            case BookOutcome.Refused(var why) -> {
                why.forEach(typed::fault);
                yield newLine(page, UNPROCESSABLE, book, typed);
            }
        };
    }

    private BookLine line(Book book, Typed typed) {
        var programme = typed.needed("programme");
        var area = strategy.classification().areas().stream()
                .filter(one -> one.programmes().stream()
                        .anyMatch(it -> it.name().thai().equals(programme)))
                .findFirst()
                .map(Classification.Area::name)
                .map(name -> name.thai());
        if (area.isEmpty()) {
            typed.fault("programme", "budget.form.choose");
        }
        return new BookLine(
                ids.next(),
                book.year(),
                area.orElse("-"),
                programme,
                typed.needed("task"),
                typed.needed("type"),
                typed.line("category"),
                typed.line("kind"),
                typed.line("item"),
                typed.needed("fundSource"),
                "",
                typed.line("department"),
                book.sample());
    }

    static String key(Typed typed) {
        var key = CellText.oneLine(typed.value("key"));
        return key.isEmpty() || key.length() > 100 ? UUID.randomUUID().toString() : key;
    }
}
