package org.phatthana.budget.books;

import java.time.Clock;
import java.time.LocalDate;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.Ledger;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Thailand;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// What the addresses of the books name, or an answer of 404.
@Component
public class Found {

    private final Ledger ledger;
    private final OpenBooks books;
    private final Clock clock;

    Found(Ledger ledger, OpenBooks books, Clock clock) {
        this.ledger = ledger;
        this.books = books;
        this.clock = clock;
    }

    /// A fiscal year.
    public static FiscalYear year(int year) {
        if (!FiscalYear.isValid(year)) {
            throw notFound();
        }
        return new FiscalYear(year);
    }

    /// The books of a year.
    public Book book(int year) {
        return books.find(year(year)).orElseThrow(Found::notFound);
    }

    /// A line of the books.
    public BookLine line(String id) {
        return ledger.line(id).orElseThrow(Found::notFound);
    }

    /// Who acts; a page that only some may use is not reached by anybody else.
    public static Acting officer() {
        return Acting.current().orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }

    /// Whether a budget officer reads.
    public static boolean isOfficer() {
        return Acting.current().filter(who -> who.has(Role.BUDGET_OFFICER)).isPresent();
    }

    /// Today, or the nearest day of a year: what a form about it begins with.
    public LocalDate dayOf(FiscalYear year) {
        var today = Thailand.date(clock.instant());
        if (today.isBefore(year.firstDay())) {
            return year.firstDay();
        }
        return today.isAfter(year.lastDay()) ? year.lastDay() : today;
    }

    public static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
