package org.phatthana.budget.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.DocumentReference;
import org.phatthana.budget.Ledger;
import org.phatthana.budget.Names;
import org.phatthana.budget.Posting;
import org.phatthana.budget.PostingOutcome;
import org.phatthana.budget.Refusal;
import org.phatthana.budget.Transaction;
import org.phatthana.budget.books.Book;
import org.phatthana.budget.books.OpenBooks;
import org.phatthana.budget.ledger.Authorities;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.Dates;
import org.phatthana.exchange.FoundTable;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.ImportGuide;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.exchange.Importer;
import org.phatthana.exchange.TableFiles;
import org.phatthana.people.Acting;
import org.phatthana.proof.PublicAct;
import org.phatthana.proof.PublicLog;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.phatthana.values.PublicIds;
import org.phatthana.values.Thailand;
import org.phatthana.web.Texts;
import org.springframework.stereotype.Component;

/// Takes over a register of expenditure: lines that our books lack are opened, and what brings every line from what
/// our books say to what the register says is entered in the ledger, all or nothing. The same file again changes
/// nothing.
///
/// Options: `year`, else a title above the table or the file's name says it; `day` on which it counts, else a title
/// says it, else today; `document`, its number.
@Component
class BalancesImporter implements Importer {

    static final String KIND = "balances";

    private static final String YEAR = "year";
    private static final String DAY = "day";
    private static final String DOCUMENT = "document";

    /// The kind of document that the pack names for what is taken over.
    private static final String DOCUMENT_KIND = "balance-register";

    static final Pattern TITLE_YEAR = Pattern.compile("(?:ปี|ปีงบประมาณ|พ\\.ศ\\.|ศ\\.) ?(?:พ\\.ศ\\. ?)?(2[56]\\d\\d)");
    private static final Pattern NAME_YEAR = Pattern.compile("(?<!\\d)(2[56]\\d\\d)(?!\\d)");
    private static final UUID NOBODY = new UUID(0, 0);
    private static final ImportGuide GUIDE = new ImportGuide(
            "budget-officer",
            "/budget",
            "/imports/" + KIND,
            "budget.balances.",
            List.of(".xlsx", ".csv"),
            List.of(
                    new ImportGuide.Option(YEAR, false),
                    new ImportGuide.Option(DAY, false),
                    new ImportGuide.Option(DOCUMENT, false)),
            List.of(
                    new ImportGuide.Template("xlsx", "/budget/register.xlsx"),
                    new ImportGuide.Template("csv", "/budget/register.csv")),
            RegisterColumns.ALL);

    private final TableFiles tables;
    private final Ledger ledger;
    private final OpenBooks books;
    private final TakenRegisters taken;
    private final Authorities authorities;
    private final Names names;
    private final Strategy strategy;
    private final PublicIds ids;
    private final PublicLog log;
    private final Texts texts;
    private final Clock clock;

    BalancesImporter(
            TableFiles tables,
            Ledger ledger,
            OpenBooks books,
            TakenRegisters taken,
            Authorities authorities,
            Names names,
            Strategy strategy,
            PublicIds ids,
            PublicLog log,
            Texts texts,
            Clock clock) {
        this.tables = tables;
        this.ledger = ledger;
        this.books = books;
        this.taken = taken;
        this.authorities = authorities;
        this.names = names;
        this.strategy = strategy;
        this.ids = ids;
        this.log = log;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public ImportGuide guide() {
        return GUIDE;
    }

    @Override
    public ImportOutcome take(ImportFile file) {
        var table = tables.read(file, KIND, RegisterColumns.ALL);
        if (!table.errors().isEmpty()) {
            return new ImportOutcome.Refused(table.errors());
        }
        var findings = new RegisterFindings();
        var year = year(file, table, findings);
        var day = day(file, table, year, findings);
        if (findings.hasErrors() || year.isEmpty()) {
            return new ImportOutcome.Refused(findings.errors());
        }
        var lines = new RegisterReader(names, strategy, RegisterColumns.ALL, findings).read(table);
        if (findings.hasErrors()) {
            return new ImportOutcome.Refused(findings.errors());
        }
        log.lock();
        var digest = digest(file.path());
        var before = taken.when(year.get(), digest);
        if (before.isPresent()) {
            return again(year.get(), LocalDate.ofInstant(before.get(), Thailand.ZONE));
        }
        if (books.find(year.get()).filter(Book::sample).isPresent()) {
            return refused(YEAR, "sample-books", year.get());
        }
        var taking = new TakingOver(year.get(), lines, new OurLines(ledger, year.get()), ids, findings);
        if (findings.hasErrors()) {
            return new ImportOutcome.Refused(findings.errors());
        }
        table.notes().forEach(findings::note);
        return enter(file, year.get(), day, digest, taking, lines, findings);
    }

    private ImportOutcome enter(
            ImportFile file,
            FiscalYear year,
            LocalDate day,
            String digest,
            TakingOver taking,
            List<RegisterLine> lines,
            RegisterFindings findings) {
        var bookOpened = ledger.open(year, false, file.capacity());
        taking.opened().forEach(ledger::open);
        var transactions = taking.settling().transactions(day, document(file, day), authorities);
        var owner = Acting.current().map(Acting::id).orElse(NOBODY);
        for (var first = 0; first < transactions.size(); first += Posting.MOST_TRANSACTIONS) {
            var part = transactions.subList(first, Math.min(transactions.size(), first + Posting.MOST_TRANSACTIONS));
            var posting = new Posting(KIND + ":" + digest + ":" + year + ":" + first, owner, file.capacity(), part);
            if (ledger.postWithin(posting) instanceof PostingOutcome.Refused(var refusal)) {
                return new ImportOutcome.Refused(List.of(at(refusal, part, taking)));
            }
        }
        if (bookOpened || !taking.opened().isEmpty() || !transactions.isEmpty()) {
            log.append(act(file, year, day, digest, taking.opened(), transactions.size()));
            taken.keep(year, digest, file.name(), file.capacity());
        }
        var counts = new LinkedHashMap<String, Long>();
        counts.put("lines", (long) lines.size());
        counts.put("opened", (long) taking.opened().size());
        counts.put("changed", taking.changedLines());
        counts.put("transactions", (long) transactions.size());
        var sums = new LinkedHashMap<String, Money>();
        sums.put("authorised", sum(lines.stream().map(RegisterLine::authorised).toList()));
        sums.put("disbursed", sum(lines, RegisterColumns.DISBURSED));
        sums.put("left", sum(lines, RegisterColumns.LEFT));
        return new ImportOutcome.Stored(Book.address(year), counts, sums, findings.notes(), taking.changes());
    }

    private static Money sum(List<RegisterLine> lines, String field) {
        return sum(lines.stream().map(line -> line.amount(field)).toList());
    }

    private static Money sum(List<Money> amounts) {
        return Money.sum(amounts);
    }

    private static ImportOutcome again(FiscalYear year, LocalDate when) {
        return new ImportOutcome.Stored(
                Book.address(year),
                new LinkedHashMap<>(Map.of("changed", 0L)),
                Map.of(),
                List.of(CellNote.ofFile(RegisterFindings.message("taken-before", when))));
    }

    private static ImportOutcome refused(String field, String word, Object... arguments) {
        return new ImportOutcome.Refused(
                List.of(new CellNote("", 0, "", field, RegisterFindings.message(word, arguments))));
    }

    /// The ledger's refusal at the row that it is about.
    private static CellNote at(Refusal refusal, List<Transaction> asked, TakingOver taking) {
        var entries = asked.get(refusal.transaction()).entries();
        var message = RegisterFindings.message("ledger-refuses", refusal.message());
        return refusal.entry().isPresent()
                        && refusal.entry().getAsInt() < entries.size()
                        && refusal.reason() != Refusal.Reason.CLOSED
                ? taking.at(entries.get(refusal.entry().getAsInt()).account().line(), message)
                : CellNote.ofFile(message);
    }

    private static DocumentReference document(ImportFile file, LocalDate day) {
        var stated = file.options().getOrDefault(DOCUMENT, "").strip();
        var number = stated.isEmpty() ? file.name() : stated;
        return DocumentReference.of(
                DOCUMENT_KIND,
                number.substring(0, Math.min(number.length(), DocumentReference.LONGEST_NUMBER)),
                day,
                "");
    }

    private static Optional<FiscalYear> year(ImportFile file, FoundTable table, RegisterFindings findings) {
        var stated = CellText.latinDigits(file.options().getOrDefault(YEAR, "").strip());
        if (!stated.isEmpty()) {
            if (stated.matches("\\d{4}") && FiscalYear.isValid(Integer.parseInt(stated))) {
                return Optional.of(new FiscalYear(Integer.parseInt(stated)));
            }
            findings.error(new CellNote("", 0, "", YEAR, RegisterFindings.message("year-unreadable", stated)));
            return Optional.empty();
        }
        var year = table.above().stream()
                .map(CellText::latinDigits)
                .flatMap(title -> TITLE_YEAR.matcher(title).results())
                .map(found -> Integer.parseInt(found.group(1)))
                .filter(FiscalYear::isValid)
                .findFirst()
                .or(() -> NAME_YEAR
                        .matcher(CellText.latinDigits(file.name()))
                        .results()
                        .map(found -> Integer.parseInt(found.group(1)))
                        .filter(FiscalYear::isValid)
                        .findFirst());
        if (year.isEmpty()) {
            findings.error(new CellNote("", 0, "", YEAR, RegisterFindings.message("year-missing")));
        }
        return year.map(FiscalYear::new);
    }

    private LocalDate day(ImportFile file, FoundTable table, Optional<FiscalYear> year, RegisterFindings findings) {
        var today = LocalDate.now(clock.withZone(Thailand.ZONE));
        var stated = file.options().getOrDefault(DAY, "").strip();
        if (year.isEmpty()) {
            return today;
        }
        if (stated.isEmpty()) {
            return TakingOver.day(
                    year.get(),
                    table.above().stream()
                            .flatMap(title -> Dates.within(title).stream())
                            .filter(day -> FiscalYear.containing(day).equals(year.get()))
                            .findFirst()
                            .orElse(today));
        }
        var day = Dates.of(stated);
        if (day.isEmpty() || !FiscalYear.containing(day.get()).equals(year.get())) {
            findings.error(
                    new CellNote("", 0, "", DAY, RegisterFindings.message("day-unreadable", stated, year.get())));
        }
        return day.orElse(today);
    }

    private PublicAct act(
            ImportFile file, FiscalYear year, LocalDate day, String digest, List<BookLine> opened, int transactions) {
        var content = new LinkedHashMap<String, Object>();
        content.put("year", year.buddhistEra());
        content.put("day", day.toString());
        content.put("sha256", digest);
        content.put("transactions", transactions);
        content.put(
                "lines",
                opened.stream()
                        .map(line -> List.of(
                                line.id(),
                                line.area(),
                                line.programme(),
                                line.task(),
                                line.type(),
                                line.category(),
                                line.kind(),
                                line.item(),
                                line.fundSource()))
                        .toList());
        return new PublicAct(
                "budget.balances-taken",
                Book.address(year),
                file.capacity(),
                texts.everywhere(RegisterFindings.message("taken", year, (long) opened.size(), (long) transactions)),
                content,
                false);
    }

    private static String digest(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
