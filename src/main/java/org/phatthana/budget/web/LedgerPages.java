package org.phatthana.budget.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phatthana.budget.AccountId;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.JournalQuery;
import org.phatthana.budget.Ledger;
import org.phatthana.exchange.Downloads;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Thailand;
import org.phatthana.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.util.UriComponentsBuilder;

/// The ledger for whoever checks it: the journal, each transaction, and what stood on any account at any instant.
@Controller
class LedgerPages {

    private static final int PAGE_SIZE = 50;
    private static final DateTimeFormatter IN_A_FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private final Ledger ledger;
    private final LedgerWords words;
    private final Downloads downloads;

    LedgerPages(Ledger ledger, LedgerWords words, Downloads downloads) {
        this.ledger = ledger;
        this.words = words;
        this.downloads = downloads;
    }

    /// What the journal is asked for.
    ///
    /// @param line none or one that there is
    /// @param instant what `until` means; nothing if it means nothing
    private record Filter(
            @Nullable FiscalYear year, @Nullable BookLine line, String until, Optional<Instant> instant) {

        boolean isWrong() {
            return !until.isEmpty() && instant.isEmpty();
        }

        JournalQuery query(int limit) {
            var query = JournalQuery.newest(limit);
            if (year != null) {
                query = query.of(year);
            }
            if (line != null) {
                query = query.ofLine(line.id());
            }
            return instant.map(query::until).orElse(query);
        }

        /// As it stands in an address.
        UriComponentsBuilder address(String path) {
            var address = UriComponentsBuilder.fromPath(path);
            if (year != null) {
                address.queryParam("year", year.toString());
            }
            if (line != null) {
                address.queryParam("line", line.id());
            }
            if (!until.isEmpty()) {
                address.queryParam("until", until);
            }
            return address;
        }
    }

    @GetMapping("/budget/ledger")
    View journal(
            Page page,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String line,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "0") long before) {
        var filter = filter(year, line, until);
        var query = filter.query(PAGE_SIZE + 1);
        var found = ledger.transactions(before <= 0 ? query : query.before(before));
        var shown = found.subList(0, Math.min(PAGE_SIZE, found.size()));
        var parameters = new HashMap<String, Object>();
        parameters.put("rows", words.rows(shown));
        parameters.put("words", words);
        parameters.put("years", ledger.years());
        parameters.put("year", filter.year == null ? "" : filter.year.toString());
        parameters.put("line", Optional.ofNullable(filter.line));
        parameters.put("until", filter.until);
        parameters.put("isWrong", filter.isWrong());
        parameters.put(
                "older",
                found.size() > PAGE_SIZE
                        ? encoded(filter.address("/budget/ledger")
                                .queryParam("before", shown.getLast().number()))
                        : "");
        parameters.put("csv", encoded(filter.address("/budget/ledger.csv")));
        parameters.put("xlsx", encoded(filter.address("/budget/ledger.xlsx")));
        return page.show(filter.isWrong() ? 400 : 200, "budget/journal", parameters);
    }

    @GetMapping("/budget/ledger.{format:csv|xlsx}")
    View file(
            Page page,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String line,
            @RequestParam(defaultValue = "") String until) {
        var filter = filter(year, line, until);
        if (filter.isWrong()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        var file = new JournalFile(ledger, words, filter.query(1));
        return downloads.of(format, file.head(filter.year), file, page.language());
    }

    @GetMapping("/budget/ledger/{number:\\d{1,18}}")
    View transaction(Page page, @PathVariable long number) {
        var posted = ledger.transaction(number).orElseThrow(LedgerPages::notFound);
        return page.show(
                "budget/transaction",
                Map.of("posted", posted, "words", words, "reversedBy", ledger.reversalOf(number)));
    }

    @GetMapping("/budget/accounts/{id}")
    View account(
            Page page,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "0") long before) {
        var account = AccountId.parse(id).orElseThrow(LedgerPages::notFound);
        var line = ledger.line(account.line()).orElseThrow(LedgerPages::notFound);
        var instant = Moments.parse(at);
        var isWrong = !at.isEmpty() && instant.isEmpty();
        var query = JournalQuery.newest(PAGE_SIZE + 1).on(account);
        if (instant.isPresent()) {
            query = query.until(instant.get());
        }
        var found = ledger.transactions(before <= 0 ? query : query.before(before));
        var shown = found.subList(0, Math.min(PAGE_SIZE, found.size()));
        var parameters = new HashMap<String, Object>();
        parameters.put("account", account);
        parameters.put("line", line);
        parameters.put("words", words);
        parameters.put(
                "balances",
                instant.map(then -> ledger.balances(line.id(), then)).orElseGet(() -> ledger.balances(line.id())));
        parameters.put("entries", words.entries(shown, account));
        parameters.put("at", instant);
        parameters.put("typed", instant.map(LedgerPages::inAForm).orElse(at));
        parameters.put("isWrong", isWrong);
        var here = UriComponentsBuilder.fromPath("/budget/accounts/" + account);
        parameters.put(
                "query",
                at.isEmpty() || isWrong
                        ? ""
                        : encoded(UriComponentsBuilder.newInstance().queryParam("at", at)));
        parameters.put(
                "older",
                found.size() > PAGE_SIZE
                        ? encoded((at.isEmpty() ? here : here.queryParam("at", at))
                                .queryParam("before", shown.getLast().number()))
                        : "");
        return page.show(isWrong ? 400 : 200, "budget/account", parameters);
    }

    private Filter filter(String year, String line, String until) {
        return new Filter(
                year.matches("\\d{4}") && FiscalYear.isValid(Integer.parseInt(year))
                        ? new FiscalYear(Integer.parseInt(year))
                        : null,
                line.isEmpty() ? null : ledger.line(line).orElseThrow(LedgerPages::notFound),
                until,
                Moments.parse(until));
    }

    private static String inAForm(Instant instant) {
        return LocalDateTime.ofInstant(instant, Thailand.ZONE).format(IN_A_FORM);
    }

    private static String encoded(UriComponentsBuilder address) {
        return address.encode().build().toUriString();
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
