package org.phatthana.budget.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.phatthana.budget.AccountId;
import org.phatthana.budget.JournalQuery;
import org.phatthana.budget.Ledger;
import org.phatthana.budget.Names;
import org.phatthana.budget.PostedTransaction;
import org.phatthana.budget.web.LedgerItems.AccountItem;
import org.phatthana.budget.web.LedgerItems.LineItem;
import org.phatthana.budget.web.LedgerItems.TransactionItem;
import org.phatthana.values.FiscalYear;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The ledger for programs, open to everyone: any balance as of any instant, and the transactions behind it.
@RestController
@RequestMapping(LedgerItems.ADDRESS)
class LedgerApi {

    private static final int MOST = 200;
    private static final String AT = "As of this instant (ISO 8601 with an offset) or the end of this day in Thailand";

    private final Ledger ledger;
    private final Names names;

    LedgerApi(Ledger ledger, Names names) {
        this.ledger = ledger;
        this.names = names;
    }

    record Items<T>(List<T> items, @Nullable String next) {}

    @Operation(summary = "An account (one stage of the money of a budget line) and its balance, debits less credits")
    @GetMapping("/accounts/{id}")
    AccountItem account(
            @PathVariable String id, @Parameter(description = AT) @RequestParam(required = false) @Nullable String at) {
        var account = account(id);
        var line = ledger.line(account.line()).orElseThrow(() -> notFound("There is no account " + id));
        var instant = instant("at", at);
        var balances = instant == null ? ledger.balances(line.id()) : ledger.balances(line.id(), instant);
        return LedgerItems.item(account, line, balances, instant);
    }

    @Operation(summary = "The lines of a year's books with what stands in their stages, in the order of their opening")
    @GetMapping("/lines")
    Items<LineItem> lines(
            @Parameter(description = "Fiscal year, Buddhist Era") @RequestParam int year,
            @Parameter(description = AT) @RequestParam(required = false) @Nullable String at,
            @Parameter(description = "At most so many, 1 to 200") @RequestParam(defaultValue = "100") int limit,
            @Parameter(description = "The `next` of the page before") @RequestParam(defaultValue = "0") int cursor) {
        requirePage(limit, cursor);
        var instant = instant("at", at);
        var of = year(year);
        var lines = List.copyOf((instant == null ? ledger.lines(of) : ledger.lines(of, instant)).entrySet());
        var end = (int) Math.min(lines.size(), (long) cursor + limit);
        return new Items<>(
                lines.subList(Math.min(cursor, end), end).stream()
                        .map(line -> LedgerItems.item(line.getKey(), line.getValue(), instant, names))
                        .toList(),
                end < lines.size() ? Integer.toString(end) : null);
    }

    @Operation(summary = "A line of the books with what stands in its stages")
    @GetMapping("/lines/{id}")
    LineItem line(
            @PathVariable String id, @Parameter(description = AT) @RequestParam(required = false) @Nullable String at) {
        var line = ledger.line(id).orElseThrow(() -> notFound("There is no line " + id));
        var instant = instant("at", at);
        return LedgerItems.item(
                line, instant == null ? ledger.balances(id) : ledger.balances(id, instant), instant, names);
    }

    @Operation(summary = "The transactions of the journal, newest first")
    @GetMapping("/transactions")
    Items<TransactionItem> transactions(
            @Parameter(description = "Those that count in this fiscal year, Buddhist Era")
                    @RequestParam(required = false)
                    @Nullable
                    Integer year,
            @Parameter(description = "Those with an entry of this line") @RequestParam(required = false) @Nullable
                    String line,
            @Parameter(description = "Those with an entry on this account") @RequestParam(required = false) @Nullable
                    String account,
            @Parameter(description = "Those entered until this instant, or the end of this day in Thailand")
                    @RequestParam(required = false)
                    @Nullable
                    String until,
            @Parameter(description = "At most so many, 1 to 200") @RequestParam(defaultValue = "50") int limit,
            @Parameter(description = "The `next` of the page before") @RequestParam(defaultValue = "0") long cursor) {
        requirePage(limit, cursor);
        var query = JournalQuery.newest(limit + 1);
        if (year != null) {
            query = query.of(year(year));
        }
        if (line != null) {
            query = query.ofLine(line);
        }
        if (account != null) {
            query = query.on(account(account));
        }
        var instant = instant("until", until);
        if (instant != null) {
            query = query.until(instant);
        }
        var found = ledger.transactions(cursor == 0 ? query : query.before(cursor));
        var page = found.subList(0, Math.min(limit, found.size()));
        var reversals =
                ledger.reversalsOf(page.stream().map(PostedTransaction::number).toList());
        return new Items<>(
                page.stream()
                        .map(one -> LedgerItems.item(one, reversals.get(one.number())))
                        .toList(),
                found.size() > limit ? Long.toString(page.getLast().number()) : null);
    }

    @Operation(summary = "A transaction of the journal with what each of its accounts had after it")
    @GetMapping("/transactions/{number}")
    TransactionItem transaction(@PathVariable long number) {
        var posted = ledger.transaction(number)
                .orElseThrow(() -> notFound("There is no transaction with the number " + number));
        return LedgerItems.item(posted, boxed(ledger.reversalOf(number)));
    }

    private static @Nullable Long boxed(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }

    private static AccountId account(String id) {
        return AccountId.parse(id).orElseThrow(() -> notFound("There is no account " + id));
    }

    private static FiscalYear year(int year) {
        if (!FiscalYear.isValid(year)) {
            throw badRequest("year is a fiscal year of the Buddhist Era, not " + year);
        }
        return new FiscalYear(year);
    }

    private static @Nullable Instant instant(String name, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return Moments.parse(text)
                .orElseThrow(() -> badRequest(name + " is an instant such as 2026-09-30T17:00:00+07:00, or a day such"
                        + " as 2026-09-30, whose end it means"));
    }

    private static void requirePage(int limit, long cursor) {
        if (limit < 1 || limit > MOST || cursor < 0) {
            throw badRequest("limit is 1 to %d, cursor is the next of an earlier answer".formatted(MOST));
        }
    }

    private static ErrorResponseException notFound(String detail) {
        return problem(HttpStatus.NOT_FOUND, detail);
    }

    private static ErrorResponseException badRequest(String detail) {
        return problem(HttpStatus.BAD_REQUEST, detail);
    }

    private static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
