package org.phatthana.budget.transfers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.phatthana.approvals.Approvals;
import org.phatthana.budget.Balances;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.DocumentReference;
import org.phatthana.budget.Ledger;
import org.phatthana.budget.Names;
import org.phatthana.budget.Stage;
import org.phatthana.budget.books.Found;
import org.phatthana.budget.books.Typed;
import org.phatthana.exchange.Download;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.plan.ProjectQuery;
import org.phatthana.values.Message;
import org.phatthana.values.Money;
import org.phatthana.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Transfers: everyone reads those that were sent, the staff also those that are being written, and budget officers
/// write them.
@Controller
public class TransferPages {

    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;
    private static final int MOST_OFFERED = 40;
    private static final int LONGEST_QUERY = 200;
    private static final Pattern CHANGE = Pattern.compile("([a-z0-9]{1,40})~(-?\\d{1,13}(?:\\.\\d{1,2})?)");

    private final Transfers transfers;
    private final Transferring transferring;
    private final TransferRules rules;
    private final TransferMemo memo;
    private final Approvals approvals;
    private final Ledger ledger;
    private final Names names;
    private final Found found;

    TransferPages(
            Transfers transfers,
            Transferring transferring,
            TransferRules rules,
            TransferMemo memo,
            Approvals approvals,
            Ledger ledger,
            Names names,
            Found found) {
        this.transfers = transfers;
        this.transferring = transferring;
        this.rules = rules;
        this.memo = memo;
        this.approvals = approvals;
        this.ledger = ledger;
        this.names = names;
        this.found = found;
    }

    /// A change with its line and what that has: now, or as it stood when the transfer was decided.
    public record Row(Transfer.Change change, BookLine line, Money appropriated, Money before, Money free) {

        public Money after() {
            return before.plus(change.gain());
        }
    }

    @GetMapping("/budget/{year:\\d{4}}/transfers")
    View list(Page page, @PathVariable int year) {
        var book = found.book(year);
        var isStaff = isStaff();
        return page.show(
                "budget/transfers",
                Map.of(
                        "book",
                        book,
                        "transfers",
                        transfers.of(book.year()).stream()
                                .filter(transfer -> isStaff || transfer.isPublic())
                                .toList(),
                        "isOfficer",
                        Found.isOfficer()));
    }

    /// Begins a draft.
    ///
    /// @param changes what is known already, each `line~baht`; negative where the line loses. What cannot be read
    /// is left to be typed
    @PostMapping("/budget/{year:\\d{4}}/transfers")
    View begin(
            Page page,
            @PathVariable int year,
            @RequestParam(name = "change", required = false) @Nullable List<String> changes) {
        var book = found.book(year);
        var gains = new LinkedHashMap<String, Money>();
        (changes == null ? List.<String>of() : changes)
                .stream()
                        .limit(Transfer.MOST_CHANGES)
                        .map(CHANGE::matcher)
                        .filter(Matcher::matches)
                        .filter(change -> found.line(change.group(1)).year().equals(book.year()))
                        .forEach(change -> gains.put(change.group(1), Money.ofBaht(new BigDecimal(change.group(2)))));
        var id = transfers.begin(book, Found.officer().id(), gains);
        return page.redirect("/budget/transfers/" + id);
    }

    @GetMapping("/budget/transfers/{id}")
    View transfer(Page page, @PathVariable String id, @RequestParam(defaultValue = "") String q) {
        var transfer = visible(id);
        return show(page, 200, transfer, q, typed(transfer), false);
    }

    /// One that its reader may see.
    private Transfer visible(String id) {
        return transfers
                .find(id)
                .filter(transfer -> isStaff() || transfer.isPublic())
                .orElseThrow(Found::notFound);
    }

    private View show(Page page, int status, Transfer transfer, String q, Typed typed, boolean isStale) {
        var words = q.length() > LONGEST_QUERY ? q.substring(0, LONGEST_QUERY) : q;
        var lines = transferring.lines(transfer);
        var mayWrite = Found.isOfficer() && transfer.isOpen();
        var model = new HashMap<String, Object>();
        model.put("transfer", transfer);
        model.put("rows", rows(transfer, lines));
        model.put("ruling", ruling(transfer, lines));
        model.put("typed", typed);
        model.put("isStale", isStale);
        model.put("mayWrite", mayWrite);
        model.put("q", words);
        model.put("offered", mayWrite && !words.isBlank() ? offered(transfer, words) : Map.<BookLine, Balances>of());
        model.put("names", names);
        model.put("panel", approvals.panel(Transferring.KIND, transfer.id(), Acting.current()));
        return page.show(status, "budget/transfer", model);
    }

    private Optional<TransferRules.Ruling> ruling(Transfer transfer, Map<String, Map.Entry<BookLine, Balances>> lines) {
        return transfer.isOpen()
                ? rules.of(transfer, lines)
                : rules.rule(transfer.rule())
                        .map(rule -> new TransferRules.Ruling(rule, List.of(), rules.isToVerify()));
    }

    static List<Row> rows(Transfer transfer, Map<String, Map.Entry<BookLine, Balances>> lines) {
        var rows = new ArrayList<Row>();
        for (var change : transfer.changes()) {
            var line = lines.get(change.line());
            if (line != null) {
                var balances = line.getValue();
                rows.add(new Row(
                        change,
                        line.getKey(),
                        change.appropriated().orElse(balances.authorised()),
                        change.left().orElse(balances.left()),
                        balances.of(Stage.UNALLOTTED)));
            }
        }
        return rows;
    }

    /// Lines that all of some words stand in.
    private Map<BookLine, Balances> offered(Transfer transfer, String words) {
        var wanted = List.of(words.strip().split("\\s+")).stream()
                .map(ProjectQuery::normal)
                .toList();
        var offered = new LinkedHashMap<BookLine, Balances>();
        ledger.lines(transfer.year()).forEach((line, balances) -> {
            var text = ProjectQuery.normal(String.join(
                    " ",
                    line.programme(),
                    line.task(),
                    line.type(),
                    line.category(),
                    line.kind(),
                    line.item(),
                    line.department()));
            if (offered.size() < MOST_OFFERED
                    && wanted.stream().allMatch(text::contains)
                    && transfer.changes().stream()
                            .noneMatch(change -> change.line().equals(line.id()))) {
                offered.put(line, balances);
            }
        });
        return offered;
    }

    private static Typed typed(Transfer transfer) {
        var typed = Typed.begun(
                "number", transfer.number(),
                "date", transfer.dated().map(Object::toString).orElse(""),
                "reason", transfer.reason());
        transfer.changes().forEach(change -> {
            typed.put(
                    "amount-" + change.ordinal(),
                    change.amount().isZero() ? "" : change.amount().toPlainString());
            typed.put("substance-" + change.ordinal(), change.substance() ? "true" : "");
        });
        return typed;
    }

    @PostMapping("/budget/transfers/{id}/lines")
    View add(
            Page page,
            @PathVariable String id,
            @RequestParam String line,
            @RequestParam(defaultValue = "false") boolean decrease) {
        var transfer = visible(id);
        var known = found.line(line);
        if (known.year().equals(transfer.year()) && transfer.changes().size() < Transfer.MOST_CHANGES) {
            transfers.add(transfer, known.id(), decrease);
        }
        return page.redirect(transfer.address());
    }

    /// Saves the draft; then sends it if that was asked.
    @PostMapping("/budget/transfers/{id}")
    View save(
            Page page,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int revision,
            @RequestParam(defaultValue = "") String then,
            @RequestParam Map<String, String> fields) {
        var transfer = visible(id);
        var typed = new Typed(fields);
        var written = written(transfer, typed);
        if (!typed.isSound()) {
            return show(page, UNPROCESSABLE, transfer, "", typed, false);
        }
        if (!transferring.save(written, revision)) {
            return show(page, CONFLICT, visible(id), "", typed, true);
        }
        if (!then.equals("send")) {
            return page.redirect(transfer.address());
        }
        var faults = transferring.send(id, Found.officer());
        if (faults.isEmpty()) {
            return page.redirect(transfer.address());
        }
        var again = typed(visible(id));
        faults.forEach(again::fault);
        return show(page, UNPROCESSABLE, visible(id), "", again, false);
    }

    private static Transfer written(Transfer transfer, Typed typed) {
        var changes = new ArrayList<Transfer.Change>();
        for (var change : transfer.changes()) {
            if (typed.value("remove-" + change.ordinal()).isEmpty()) {
                var amount = typed.anyMoney("amount-" + change.ordinal());
                if (amount.isNegative()) {
                    typed.fault("amount-" + change.ordinal(), Message.of("budget.form.no-money"));
                }
                changes.add(new Transfer.Change(
                        change.ordinal(),
                        change.line(),
                        change.decrease(),
                        amount.isNegative() ? Money.ZERO : amount,
                        typed.value("substance-" + change.ordinal()).equals("true"),
                        Optional.empty(),
                        Optional.empty()));
            }
        }
        return new Transfer(
                transfer.id(),
                transfer.year(),
                typed.line("number", DocumentReference.LONGEST_NUMBER),
                typed.anyDay("date"),
                typed.lines("reason", Transfer.LONGEST_REASON),
                transfer.state(),
                transfer.rule(),
                transfer.transaction(),
                transfer.author(),
                transfer.createdAt(),
                transfer.revision(),
                transfer.sample(),
                changes);
    }

    @PostMapping("/budget/transfers/{id}/discard")
    View discard(Page page, @PathVariable String id) {
        var transfer = visible(id);
        transfers.discard(id);
        return page.redirect(Transfer.address(transfer.year()));
    }

    /// The memo, as it is signed.
    @GetMapping("/budget/transfers/{id}/memo.{format:pdf|xlsx}")
    Download memo(Page page, @PathVariable String id, @PathVariable String format) {
        var transfer = visible(id);
        var lines = transferring.lines(transfer);
        return memo.file(format, transfer, rows(transfer, lines), ruling(transfer, lines), page.language());
    }

    private static boolean isStaff() {
        return Acting.current().stream().flatMap(who -> who.roles().stream()).anyMatch(Role::isOfStaff);
    }
}
