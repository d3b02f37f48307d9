package org.phatthana.budget.closing;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.phatthana.budget.DocumentReference;
import org.phatthana.budget.Names;
import org.phatthana.budget.TransactionKind;
import org.phatthana.budget.books.Book;
import org.phatthana.budget.books.BookOutcome;
import org.phatthana.budget.books.Found;
import org.phatthana.budget.books.Typed;
import org.phatthana.budget.ledger.Authorities;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Message;
import org.phatthana.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Which months are closed, for everyone; and how a budget officer closes them, opens them again, and ends the
/// year.
@Controller
public class ClosingPages {

    private static final int UNPROCESSABLE = 422;
    private static final int MONTHS = 12;
    private static final String LAPSE = "lapse";

    private final Closings closings;
    private final YearEnd yearEnd;
    private final YearEndRules rules;
    private final Authorities authorities;
    private final Names names;
    private final Found found;

    ClosingPages(
            Closings closings, YearEnd yearEnd, YearEndRules rules, Authorities authorities, Names names, Found found) {
        this.closings = closings;
        this.yearEnd = yearEnd;
        this.rules = rules;
        this.authorities = authorities;
        this.names = names;
        this.found = found;
    }

    /// A month of the year.
    ///
    /// @param name its name with its year, as a message argument
    public record Month(int number, YearMonth name, long transactions, boolean closed, boolean ended) {}

    /// A closing as a line to read.
    public record Told(Closing closing, Message what) {}

    @GetMapping("/budget/{year:\\d{4}}/closing")
    View closing(Page page, @PathVariable int year) {
        return closing(page, 200, found.book(year), Typed.begun());
    }

    private View closing(Page page, int status, Book book, Typed typed) {
        var through = closings.through(book.year());
        var ended = closings.ended(book.year());
        var counts = closings.transactions(book.year());
        var model = new HashMap<String, Object>();
        model.put("book", book);
        model.put("through", through);
        model.put("typed", typed);
        model.put(
                "months",
                IntStream.rangeClosed(1, MONTHS)
                        .mapToObj(month -> new Month(
                                month,
                                Closings.month(book.year(), month),
                                counts.getOrDefault(month, 0L),
                                month <= through,
                                month <= ended))
                        .toList());
        model.put(
                "history",
                closings.history(book.year()).stream()
                        .map(closing -> told(book.year(), closing))
                        .toList());
        model.put("isOfficer", Found.isOfficer());
        return page.show(status, "budget/closing", model);
    }

    private static Told told(FiscalYear year, Closing closing) {
        return new Told(closing, Closings.told(year, closing.through(), closing.reopens(), closing.reason()));
    }

    /// Closes the books through a month.
    @PostMapping("/budget/{year:\\d{4}}/closing")
    View close(Page page, @PathVariable int year, @RequestParam(defaultValue = "0") int through) {
        var book = found.book(year);
        var typed = Typed.begun();
        if (through < 1 || through > Closing.YEAR) {
            typed.fault("form", "budget.form.choose");
        } else {
            closings.close(book, through, Found.officer()).ifPresent(why -> typed.fault("form", why));
        }
        return typed.isSound()
                ? page.redirect(Closings.address(book.year()))
                : closing(page, UNPROCESSABLE, book, typed);
    }

    /// Opens them again.
    @PostMapping("/budget/{year:\\d{4}}/closing/reopen")
    View reopen(Page page, @PathVariable int year, @RequestParam Map<String, String> fields) {
        var book = found.book(year);
        var typed = new Typed(fields);
        var reason = typed.lines("reason", Closings.LONGEST_REASON);
        var through = typed.value("through").matches("\\d{1,2}") ? Integer.parseInt(typed.value("through")) : -1;
        if (reason.isEmpty()) {
            typed.fault("reason", "budget.closing.refused.reason");
        }
        if (through < 0) {
            typed.fault("through", "budget.form.choose");
        }
        if (typed.isSound()) {
            closings.reopen(book, through, reason, Found.officer()).ifPresent(why -> typed.fault("form", why));
        }
        return typed.isSound()
                ? page.redirect(Closings.address(book.year()))
                : closing(page, UNPROCESSABLE, book, typed);
    }

    /// What the end of the year would do, line by line.
    @GetMapping("/budget/{year:\\d{4}}/year-end")
    View yearEnd(Page page, @PathVariable int year) {
        return yearEnd(
                page,
                200,
                found.book(year),
                Set.of(),
                Typed.begun("key", UUID.randomUUID().toString()));
    }

    private View yearEnd(Page page, int status, Book book, Set<String> chosen, Typed typed) {
        var preview = yearEnd.preview(book, chosen);
        typed.put("seen", seen(preview));
        var model = new HashMap<String, Object>();
        model.put("book", book);
        model.put("preview", preview);
        model.put("typed", typed);
        model.put("hasCome", yearEnd.hasCome(book));
        model.put("toVerify", rules.isToVerify());
        model.put("names", names);
        model.put(
                "authorities",
                preview.rules().stream()
                        .collect(Collectors.toMap(
                                YearEndRules.Rule::id, rule -> authorities.authority(rule.authority()))));
        return page.show(status, "budget/year-end", model);
    }

    /// Shows what a choice would do, or does it.
    @PostMapping("/budget/{year:\\d{4}}/year-end")
    View endYear(
            Page page,
            @PathVariable int year,
            @RequestParam(defaultValue = "") String then,
            @RequestParam Map<String, String> fields) {
        var book = found.book(year);
        var typed = new Typed(fields);
        var chosen = fields.keySet().stream()
                .filter(field -> field.startsWith("carry-"))
                .collect(Collectors.toSet());
        if (!then.equals("do")) {
            return yearEnd(page, 200, book, chosen, typed);
        }
        var preview = yearEnd.preview(book, chosen);
        if (!typed.value("seen").equals(seen(preview))) {
            typed.fault("form", "budget.year-end.refused.moved");
        }
        var documents = documents(preview, typed);
        if (!typed.isSound()) {
            return yearEnd(page, UNPROCESSABLE, book, chosen, typed);
        }
        var key = typed.value("key").isEmpty() ? UUID.randomUUID().toString() : typed.line("key", 100);
        return switch (yearEnd.run(book, preview, chosen, documents, key, Found.officer())) {
            case BookOutcome.Entered(var address, var _) -> page.redirect(address);
            case BookOutcome.Refused(var why) -> {
                why.forEach((field, message) -> typed.fault("form", message));
                yield yearEnd(page, UNPROCESSABLE, book, chosen, typed);
            }
        };
    }

    /// The documents on which each rule's carrying over rests, and the lapse.
    private Map<String, DocumentReference> documents(YearEnd.Preview preview, Typed typed) {
        var documents = new LinkedHashMap<String, DocumentReference>();
        var wanted = new LinkedHashMap<String, String>();
        preview.rules().forEach(rule -> wanted.put(rule.id(), rule.document()));
        if (!preview.lapsing().isZero()) {
            wanted.put(
                    LAPSE,
                    authorities.of(TransactionKind.LAPSE).documents().stream()
                            .findFirst()
                            .orElse("-"));
        }
        wanted.forEach((id, kind) -> {
            var number = typed.needed("number-" + id);
            var date = typed.anyDay("date-" + id);
            if (!number.isEmpty() && number.length() <= DocumentReference.LONGEST_NUMBER) {
                documents.put(id, new DocumentReference(kind, number, date, ""));
            } else {
                typed.fault("number-" + id, "budget.form.needed");
            }
        });
        return documents;
    }

    /// What an officer saw, in few letters: if the books move on meanwhile, it is not what is done.
    private static String seen(YearEnd.Preview preview) {
        List<String> parts = preview.parts().stream()
                .map(part -> part.field() + part.amount() + part.carried())
                .sorted()
                .toList();
        return Integer.toHexString(parts.hashCode());
    }
}
