package org.phatthana.budget.closing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.phatthana.budget.AccountId;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.DocumentReference;
import org.phatthana.budget.Entry;
import org.phatthana.budget.Ledger;
import org.phatthana.budget.Posting;
import org.phatthana.budget.PostingOutcome;
import org.phatthana.budget.Stage;
import org.phatthana.budget.Transaction;
import org.phatthana.budget.TransactionKind;
import org.phatthana.budget.books.Book;
import org.phatthana.budget.books.BookOutcome;
import org.phatthana.budget.books.LineOpening;
import org.phatthana.budget.books.OpenBooks;
import org.phatthana.budget.books.Refusals;
import org.phatthana.budget.ledger.Authorities;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.Message;
import org.phatthana.values.Money;
import org.phatthana.values.PublicIds;
import org.phatthana.values.Thailand;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// The end of a year: what is carried over goes to lines of the next year's books, the rest lapses, all in one
/// step.
@Component
public class YearEnd {

    private final Ledger ledger;
    private final OpenBooks books;
    private final LineOpening lines;
    private final YearEndRules rules;
    private final Authorities authorities;
    private final Refusals refusals;
    private final PublicIds ids;
    private final PublicLog log;
    private final Clock clock;

    YearEnd(
            Ledger ledger,
            OpenBooks books,
            LineOpening lines,
            YearEndRules rules,
            Authorities authorities,
            Refusals refusals,
            PublicIds ids,
            PublicLog log,
            Clock clock) {
        this.ledger = ledger;
        this.books = books;
        this.lines = lines;
        this.rules = rules;
        this.authorities = authorities;
        this.refusals = refusals;
        this.ids = ids;
        this.log = log;
        this.clock = clock;
    }

    /// What becomes of the money in one stage of a line.
    ///
    /// @param rule by which it may be carried over; empty where it lapses in any case
    /// @param carried whether it is carried over
    public record Part(BookLine line, Stage stage, Money amount, Optional<YearEndRules.Rule> rule, boolean carried) {

        /// The field by which an officer says so.
        public String field() {
            return "carry-" + line.id() + "-" + stage.code();
        }
    }

    /// What would be done.
    public record Preview(List<Part> parts) {

        public Preview {
            parts = List.copyOf(parts);
        }

        public Money carried() {
            return sum(true);
        }

        public Money lapsing() {
            return sum(false);
        }

        private Money sum(boolean carried) {
            return Money.sum(parts.stream()
                    .filter(part -> part.carried() == carried)
                    .map(Part::amount)
                    .toList());
        }

        /// The rules by which something is carried over.
        public List<YearEndRules.Rule> rules() {
            return parts.stream()
                    .filter(Part::carried)
                    .flatMap(part -> part.rule().stream())
                    .distinct()
                    .toList();
        }
    }

    /// What would be done with what every line has left.
    ///
    /// @param chosen the fields of those parts that somebody wants carried over where the rules ask
    public Preview preview(Book book, Set<String> chosen) {
        var parts = new ArrayList<Part>();
        ledger.lines(book.year())
                .forEach((line, balances) -> Closings.UNSETTLED.forEach(stage -> {
                    var amount = balances.of(stage);
                    if (!amount.isZero()) {
                        var rule = rules.of(line, stage);
                        var part = new Part(line, stage, amount, rule, false);
                        var carried = rule.isPresent() && (!rule.get().asked() || chosen.contains(part.field()));
                        parts.add(new Part(line, stage, amount, rule, carried));
                    }
                }));
        return new Preview(parts);
    }

    /// Whether the year has come to its last day.
    boolean hasCome(Book book) {
        return !Thailand.date(clock.instant()).isBefore(book.year().lastDay());
    }

    /// Carries over and lets lapse what a preview says.
    ///
    /// @param seen what the officer saw; if the books have moved on, nothing is done
    /// @param documents by the ids of the rules, and of the lapse by `lapse`
    @Transactional
    public BookOutcome run(
            Book book,
            Preview seen,
            Set<String> chosen,
            Map<String, DocumentReference> documents,
            String key,
            Acting who) {
        log.lock();
        var preview = preview(book, chosen);
        if (!preview.equals(seen)) {
            return refused("budget.year-end.refused.moved");
        }
        if (!hasCome(book) || preview.parts().isEmpty()) {
            return refused(
                    hasCome(book) ? "budget.year-end.refused.nothing" : "budget.year-end.refused.too-early",
                    book.year().lastDay());
        }
        var next = book.year().plus(1);
        if (books.find(next).filter(there -> there.sample() != book.sample()).isPresent()) {
            return refused("budget.year-end.refused.other-books", next);
        }
        var capacity = who.capacity(Role.BUDGET_OFFICER);
        ledger.open(next, book.sample(), capacity);
        var transactions = new ArrayList<Transaction>();
        for (var rule : preview.rules()) {
            var entries = new ArrayList<Entry>();
            of(preview, rule).forEach((line, parts) -> entries.addAll(carried(line, parts, capacity)));
            transactions.add(
                    transaction(book, TransactionKind.CARRY_OVER, rule.authority(), documents.get(rule.id()), entries));
        }
        var lapsing = lapsing(preview);
        if (!lapsing.isEmpty()) {
            transactions.add(
                    transaction(book, TransactionKind.LAPSE, lapseAuthority(), documents.get("lapse"), lapsing));
        }
        var posting = new Posting(key, who.id(), capacity, transactions);
        return switch (ledger.postWithin(posting)) {
            case PostingOutcome.Refused(var why) -> {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                yield new BookOutcome.Refused(refusals.of(why, transactions));
            }
            case PostingOutcome.Posted(var posted, var _) ->
                new BookOutcome.Entered(book.address(), posted.getFirst().number());
        };
    }

    private static BookOutcome refused(String key, Object... arguments) {
        return new BookOutcome.Refused(Map.of("form", Message.of(key, arguments)));
    }

    private String lapseAuthority() {
        return authorities.of(TransactionKind.LAPSE).authorities().stream()
                .findFirst()
                .orElse("-");
    }

    private static Map<BookLine, List<Part>> of(Preview preview, YearEndRules.Rule rule) {
        var lines = new LinkedHashMap<BookLine, List<Part>>();
        preview.parts().stream()
                .filter(part -> part.carried() && part.rule().equals(Optional.of(rule)))
                .forEach(part -> lines.computeIfAbsent(part.line(), _ -> new ArrayList<>())
                        .add(part));
        return lines;
    }

    /// The entries that take money of a line over to the same stages of its line of the next year.
    private List<Entry> carried(BookLine line, List<Part> parts, String capacity) {
        var next = lines.sameOrOpened(
                new BookLine(
                        ids.next(),
                        line.year().plus(1),
                        line.area(),
                        line.programme(),
                        line.task(),
                        line.type(),
                        line.category(),
                        line.kind(),
                        line.item(),
                        BookLine.CARRIED_OVER,
                        line.project(),
                        line.department(),
                        line.sample()),
                capacity);
        var total = Money.sum(parts.stream().map(Part::amount).toList());
        var entries = new ArrayList<Entry>();
        entries.add(new Entry(new AccountId(line.id(), Stage.CARRIED_OVER), total));
        entries.add(new Entry(new AccountId(next.id(), Stage.CARRIED_IN), total.negated()));
        for (var part : parts) {
            entries.add(new Entry(
                    new AccountId(line.id(), part.stage()), part.amount().negated()));
            entries.add(new Entry(new AccountId(next.id(), part.stage()), part.amount()));
        }
        return entries;
    }

    private static List<Entry> lapsing(Preview preview) {
        var totals = new LinkedHashMap<AccountId, Money>();
        var entries = new ArrayList<Entry>();
        for (var part : preview.parts()) {
            if (!part.carried()) {
                entries.add(new Entry(
                        new AccountId(part.line().id(), part.stage()),
                        part.amount().negated()));
                totals.merge(new AccountId(part.line().id(), Stage.LAPSED), part.amount(), Money::plus);
            }
        }
        totals.forEach((account, amount) -> entries.add(new Entry(account, amount)));
        return entries;
    }

    private static Transaction transaction(
            Book book,
            TransactionKind kind,
            String authority,
            @Nullable DocumentReference document,
            List<Entry> entries) {
        return new Transaction(
                kind,
                book.year().lastDay(),
                authority,
                Optional.ofNullable(document).orElseThrow(),
                "",
                OptionalLong.empty(),
                entries);
    }
}
