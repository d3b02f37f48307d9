package org.phatthana.budget;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.phatthana.budget.books.Book;
import org.phatthana.budget.books.LineName;
import org.phatthana.budget.books.OpenBooks;
import org.phatthana.budget.books.Opening;
import org.phatthana.budget.books.Supplementing;
import org.phatthana.budget.reading.Findings;
import org.phatthana.budget.reading.Place;
import org.phatthana.budget.register.RegisterOrdinance;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.Dates;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.ImportGuide;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.exchange.Importer;
import org.phatthana.exchange.TableColumns;
import org.phatthana.people.Acting;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Message;
import org.phatthana.values.Money;
import org.springframework.stereotype.Component;

/// Takes a supplementary ordinance into the open books of its year: written as ordinances are, it gives their lines
/// its money and opens those that they lack, all or nothing. The same one again changes nothing.
///
/// Options: `document`, its number, by which it is known; `day` from which it counts, within the year;
/// `year`, else a title of the table or the file's name says it.
@Component
class SupplementImporter implements Importer {

    static final String KIND = "supplement";

    private static final String DOCUMENT = "document";
    private static final String DAY = "day";
    private static final String YEAR = "year";

    /// The kind of document, as the pack names it.
    private static final String DOCUMENT_KIND = "supplementary-ordinance";

    private static final UUID NOBODY = new UUID(0, 0);
    private static final ImportGuide GUIDE = new ImportGuide(
            "budget-officer",
            "/budget",
            "/imports/" + KIND,
            "budget.supplement.",
            List.of(".xlsx", ".csv", ".json"),
            List.of(
                    ImportGuide.Option.needed(DOCUMENT),
                    ImportGuide.Option.needed(DAY),
                    new ImportGuide.Option(YEAR, false)),
            List.of(
                    new ImportGuide.Template("xlsx", "/budget/template.xlsx"),
                    new ImportGuide.Template("csv", "/budget/template.csv")),
            RegisterOrdinance.COLUMNS);

    private final OrdinanceReading reading;
    private final Ordinances ordinances;
    private final OpenBooks books;
    private final Supplementing supplementing;
    private final Names names;

    SupplementImporter(
            OrdinanceReading reading,
            Ordinances ordinances,
            OpenBooks books,
            Supplementing supplementing,
            Names names) {
        this.reading = reading;
        this.ordinances = ordinances;
        this.books = books;
        this.supplementing = supplementing;
        this.names = names;
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
    public TableColumns columns(ImportFile file) {
        return reading.columns(file);
    }

    @Override
    public ImportOutcome take(ImportFile file) {
        var findings = new Findings();
        var read = reading.read(file, KIND, Optional.of(names.own()), findings);
        if (read.isEmpty()) {
            return new ImportOutcome.Refused(findings.errors());
        }
        var supplement = read.get();
        var number = CellText.oneLine(file.options().getOrDefault(DOCUMENT, ""));
        if (number.isEmpty() || number.length() > DocumentReference.LONGEST_NUMBER) {
            error(findings, DOCUMENT, "number", DocumentReference.LONGEST_NUMBER);
        }
        var day = day(file, supplement.year(), findings);
        var given = supplement.lines().stream()
                .filter(line -> !line.amount().isZero())
                .toList();
        check(supplement, given, findings);
        return findings.hasErrors()
                ? new ImportOutcome.Refused(findings.errors())
                : enter(file, supplement, given, day, number, findings);
    }

    private void check(Ordinance supplement, List<Ordinance.Line> given, Findings findings) {
        var book = books.find(supplement.year());
        if (!ordinances.isOwn(supplement)) {
            error(findings, "organization", "not-own", supplement.body().name());
        } else if (book.isEmpty()) {
            error(findings, YEAR, "no-books", supplement.year());
        } else if (book.get().sample()) {
            error(findings, YEAR, "sample-books", supplement.year());
        }
        if (given.isEmpty()) {
            error(findings, "", "nothing");
        }
        if (given.size() > Opening.MOST_LINES) {
            error(findings, "", "too-many", (long) Opening.MOST_LINES);
        }
    }

    private ImportOutcome enter(
            ImportFile file,
            Ordinance supplement,
            List<Ordinance.Line> given,
            LocalDate day,
            String number,
            Findings findings) {
        var entered = supplementing.enter(
                supplement.year(),
                given,
                day,
                DocumentReference.of(DOCUMENT_KIND, number, day, ""),
                Acting.current().map(Acting::id).orElse(NOBODY),
                file.capacity());
        return switch (entered) {
            case Supplementing.Outcome.Refused(var why) ->
                new ImportOutcome.Refused(List.of(CellNote.ofFile(
                        why.reason() == Refusal.Reason.KEY_REUSED
                                ? Message.of("budget.supplement.other", number, supplement.year())
                                : why.message())));
            case Supplementing.Outcome.Entered(var opened, var again) -> {
                if (again) {
                    findings.note(CellNote.ofFile(Message.of("budget.supplement.again", number)));
                }
                opened.forEach(line ->
                        findings.note(CellNote.ofFile(Message.of("budget.supplement.opens", LineName.brief(line)))));
                Map<String, Long> counts = new LinkedHashMap<>();
                counts.put("lines", again ? 0L : given.size());
                counts.put("opened", (long) opened.size());
                yield new ImportOutcome.Stored(
                        Book.address(supplement.year()),
                        counts,
                        Map.of("given", again ? Money.ZERO : supplement.total()),
                        findings.notes());
            }
        };
    }

    private static LocalDate day(ImportFile file, FiscalYear year, Findings findings) {
        var stated = file.options().getOrDefault(DAY, "").strip();
        var day = Dates.of(stated).filter(found -> FiscalYear.containing(found).equals(year));
        if (day.isEmpty()) {
            error(findings, DAY, "day", stated, year);
        }
        return day.orElse(year.firstDay());
    }

    private static void error(Findings findings, String field, String word, Object... arguments) {
        findings.error(Place.FILE.note(field, Message.of("budget.supplement.refused." + word, arguments)));
    }
}
