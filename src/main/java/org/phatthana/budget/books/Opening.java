package org.phatthana.budget.books;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phatthana.budget.AccountId;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.DocumentReference;
import org.phatthana.budget.Entry;
import org.phatthana.budget.Ledger;
import org.phatthana.budget.Ordinance;
import org.phatthana.budget.Ordinances;
import org.phatthana.budget.Posting;
import org.phatthana.budget.PostingOutcome;
import org.phatthana.budget.Stage;
import org.phatthana.budget.StoredOrdinance;
import org.phatthana.budget.Transaction;
import org.phatthana.budget.TransactionKind;
import org.phatthana.budget.ledger.Authorities;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.proof.PublicAct;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Message;
import org.phatthana.values.Money;
import org.phatthana.values.PublicIds;
import org.phatthana.web.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// Opens the books of a year: from its ordinance in one step, or empty, and then line by line.
@Component
public class Opening {

    /// The most lines that an ordinance can bring: two entries each, in one transaction.
    public static final int MOST_LINES = Transaction.MOST_ENTRIES / 2;

    private final Ledger ledger;
    private final OpenBooks books;
    private final LineOpening lines;
    private final Ordinances ordinances;
    private final Authorities authorities;
    private final Refusals refusals;
    private final PublicIds ids;
    private final PublicLog log;
    private final Texts texts;

    Opening(
            Ledger ledger,
            OpenBooks books,
            LineOpening lines,
            Ordinances ordinances,
            Authorities authorities,
            Refusals refusals,
            PublicIds ids,
            PublicLog log,
            Texts texts) {
        this.ledger = ledger;
        this.books = books;
        this.lines = lines;
        this.ordinances = ordinances;
        this.authorities = authorities;
        this.refusals = refusals;
        this.ids = ids;
        this.log = log;
        this.texts = texts;
    }

    /// Opens a year's books with a line for each line of its ordinance, which gets its money at once.
    ///
    /// @param document the ordinance as the office names it
    @Transactional
    public BookOutcome fromOrdinance(FiscalYear year, DocumentReference document, Acting who) {
        log.lock();
        var stored = ordinances.of(year);
        if (stored.isEmpty() || stored.get().ordinance().lines().isEmpty()) {
            return BookOutcome.Refused.because("form", "budget.books.refused.no-lines");
        }
        var capacity = who.capacity(Role.BUDGET_OFFICER);
        var opened = open(year, stored.get(), false, document, capacity, who.id());
        if (opened instanceof BookOutcome.Refused) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return opened;
    }

    /// Opens a year's books from an ordinance inside the caller's transaction, which is to be rolled back where it
    /// is refused.
    BookOutcome open(
            FiscalYear year,
            StoredOrdinance stored,
            boolean sample,
            DocumentReference document,
            String capacity,
            UUID owner) {
        var refused = refusal(year);
        if (refused != null) {
            return refused;
        }
        var given = stored.ordinance().lines().stream()
                .filter(line -> !line.amount().isZero())
                .toList();
        if (given.size() > MOST_LINES) {
            return BookOutcome.Refused.because("form", "budget.books.refused.too-many", MOST_LINES);
        }
        ledger.open(year, sample, capacity);
        var opened = new ArrayList<BookLine>();
        var entries = new ArrayList<Entry>();
        for (var line : given) {
            var book = line(ids.next(), year, line, sample);
            ledger.open(book);
            opened.add(book);
            entries.addAll(given(book, Stage.APPROPRIATED, line.amount()));
        }
        var transaction = giving(TransactionKind.APPROPRIATION, year.firstDay(), document, entries);
        var posting = new Posting("open-" + year + "-" + stored.id(), owner, capacity, List.of(transaction));
        return switch (ledger.postWithin(posting)) {
            case PostingOutcome.Refused(var why) -> new BookOutcome.Refused(refusals.of(why, List.of(transaction)));
            case PostingOutcome.Posted(var posted, var _) -> {
                log.append(act(year, opened, stored.ordinance().total(), sample, capacity));
                yield new BookOutcome.Entered(
                        Book.address(year), posted.getFirst().number());
            }
        };
    }

    /// Opens a year's books without any line, to be typed.
    @Transactional
    public BookOutcome empty(FiscalYear year, Acting who) {
        log.lock();
        var refused = refusal(year);
        if (refused != null) {
            return refused;
        }
        var capacity = who.capacity(Role.BUDGET_OFFICER);
        ledger.open(year, false, capacity);
        log.append(act(year, List.of(), Money.ZERO, false, capacity));
        return new BookOutcome.Entered(Book.address(year), 0);
    }

    private BookOutcome.@Nullable Refused refusal(FiscalYear year) {
        return books.find(year)
                .map(book -> BookOutcome.Refused.because(
                        "form", book.sample() ? "budget.books.refused.sample" : "budget.books.refused.open"))
                .orElse(null);
    }

    /// Opens a line of open books and gives it money.
    ///
    /// @param stage where the money comes from: the ordinance or a supplementary one
    @Transactional
    public BookOutcome line(
            BookLine line,
            Stage stage,
            Money amount,
            LocalDate day,
            DocumentReference document,
            String key,
            Acting who) {
        log.lock();
        var capacity = who.capacity(Role.BUDGET_OFFICER);
        var book = lines.sameOrOpened(line, capacity);
        var kind = stage == Stage.SUPPLEMENTED ? TransactionKind.SUPPLEMENT : TransactionKind.APPROPRIATION;
        var transaction = giving(kind, day, document, given(book, stage, amount));
        return switch (ledger.postWithin(new Posting(key, who.id(), capacity, List.of(transaction)))) {
            case PostingOutcome.Refused(var why) -> {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                yield new BookOutcome.Refused(refusals.of(why, List.of(transaction)));
            }
            case PostingOutcome.Posted(var posted, var _) ->
                new BookOutcome.Entered(book.address(), posted.getFirst().number());
        };
    }

    /// The entries that give a line money.
    static List<Entry> given(BookLine line, Stage from, Money amount) {
        return List.of(
                new Entry(new AccountId(line.id(), from), amount.negated()),
                new Entry(new AccountId(line.id(), Stage.UNALLOTTED), amount));
    }

    /// What gives lines money, by the authority that the pack names first for it.
    Transaction giving(TransactionKind kind, LocalDate day, DocumentReference document, List<Entry> entries) {
        return new Transaction(
                kind,
                day,
                authorities.of(kind).authorities().stream().findFirst().orElse("-"),
                document,
                "",
                OptionalLong.empty(),
                entries);
    }

    /// A line of the books for a line of an ordinance.
    static BookLine line(String id, FiscalYear year, Ordinance.Line line, boolean sample) {
        return new BookLine(
                id,
                year,
                line.area(),
                line.programme(),
                line.task(),
                line.type(),
                "",
                "",
                "",
                BookLine.ORDINANCE,
                "",
                "",
                sample);
    }

    private PublicAct act(FiscalYear year, List<BookLine> opened, Money total, boolean sample, String capacity) {
        var content = new LinkedHashMap<String, Object>();
        content.put("year", year.buddhistEra());
        content.put("total", total.toPlainString());
        content.put(
                "lines",
                opened.stream()
                        .map(line -> List.of(line.id(), line.area(), line.programme(), line.task(), line.type()))
                        .toList());
        return new PublicAct(
                "budget.books-opened",
                Book.address(year),
                capacity,
                texts.everywhere(Message.of("budget.books.opened", year, opened.size(), total)),
                content,
                sample);
    }
}
