package org.phatthana.budget.register;

import org.phatthana.budget.Ledger;
import org.phatthana.budget.books.OpenBooks;
import org.phatthana.exchange.Downloads;
import org.phatthana.exchange.TableFiles;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Language;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// Our books as a register that other systems take, and an empty one to begin with.
@Controller
class RegisterPages {

    private final Ledger ledger;
    private final OpenBooks books;
    private final TableFiles tables;
    private final Downloads downloads;
    private final Strategy strategy;

    RegisterPages(Ledger ledger, OpenBooks books, TableFiles tables, Downloads downloads, Strategy strategy) {
        this.ledger = ledger;
        this.books = books;
        this.tables = tables;
        this.downloads = downloads;
        this.strategy = strategy;
    }

    @GetMapping("/budget/{year:\\d{4}}/register.{format:csv|xlsx}")
    View register(@PathVariable int year, @PathVariable String format) {
        if (!FiscalYear.isValid(year) || books.find(new FiscalYear(year)).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var of = new FiscalYear(year);
        return downloads.of(format, RegisterFile.of(tables, of, ledger.lines(of), this::source), Language.THAI);
    }

    @GetMapping("/budget/register.{format:csv|xlsx}")
    View empty(@PathVariable String format) {
        return downloads.of(format, RegisterFile.empty(tables), Language.THAI);
    }

    private String source(String id) {
        return strategy.classification().fundSources().stream()
                .filter(source -> source.id().equals(id))
                .map(source -> source.name().thai())
                .findFirst()
                .orElse(id);
    }
}
