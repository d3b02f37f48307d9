package org.phatthana.budget;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phatthana.budget.reading.Draft;
import org.phatthana.budget.reading.FileName;
import org.phatthana.budget.reading.Findings;
import org.phatthana.budget.reading.OrdinanceFile;
import org.phatthana.budget.reading.Place;
import org.phatthana.budget.register.RegisterOrdinance;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.FoundTable;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.ImportGuide;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.exchange.Importer;
import org.phatthana.exchange.TableColumns;
import org.phatthana.exchange.TableFiles;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.phatthana.values.Money;
import org.springframework.stereotype.Component;

/// Takes in a budget ordinance: the open-data JSON, our template as CSV or XLSX, or a table as other systems write
/// it.
///
/// Options: `year` (Buddhist Era) and `organization` (`pao-65`, a province's name, `nation-wide`), else the file's
/// name and the file itself say so; `people`, how many people it serves; `source`, the document's name.
@Component
class OrdinanceImporter implements Importer {

    private static final int LONGEST_SOURCE = 500;
    private static final ImportGuide GUIDE = new ImportGuide(
            "budget-officer",
            "/budget",
            "/imports/ordinance",
            "budget.file.",
            List.of(".xlsx", ".csv", ".json"),
            List.of(
                    new ImportGuide.Option("year", false),
                    new ImportGuide.Option("organization", false),
                    new ImportGuide.Option("people", false),
                    new ImportGuide.Option("source", false)),
            List.of(
                    new ImportGuide.Template("xlsx", "/budget/template.xlsx"),
                    new ImportGuide.Template("csv", "/budget/template.csv")),
            RegisterOrdinance.COLUMNS);

    private final Names names;
    private final Ordinances ordinances;
    private final OrdinanceArchive archive;
    private final TableFiles tables;
    private final Strategy strategy;

    OrdinanceImporter(
            Names names, Ordinances ordinances, OrdinanceArchive archive, TableFiles tables, Strategy strategy) {
        this.names = names;
        this.tables = tables;
        this.strategy = strategy;
        this.ordinances = ordinances;
        this.archive = archive;
    }

    @Override
    public String kind() {
        return "ordinance";
    }

    @Override
    public ImportGuide guide() {
        return GUIDE;
    }

    /// JSON and our template are known by themselves.
    @Override
    public TableColumns columns(ImportFile file) {
        var findings = new Findings();
        return draft(file, findings) == null && isSomethingElse(findings)
                ? RegisterOrdinance.COLUMNS
                : TableColumns.NONE;
    }

    /// Whether a file is neither JSON nor headed as our template is, nor in the letters that our template asks for.
    private static boolean isSomethingElse(Findings findings) {
        return findings.errors().stream()
                .map(error -> error.message().key())
                .anyMatch(key ->
                        key.equals("budget.import.heading-missing") || key.equals("budget.import.wrong-encoding"));
    }

    @Override
    public ImportOutcome take(ImportFile file) {
        var findings = new Findings();
        var draft = draft(file, findings);
        if (draft != null) {
            return take(file, draft, Optional.empty(), findings);
        }
        var table = isSomethingElse(findings) ? table(file) : Optional.<FoundTable>empty();
        if (table.isEmpty()) {
            return new ImportOutcome.Refused(findings.errors());
        }
        var ofTable = new Findings();
        table.get().errors().forEach(ofTable::error);
        if (ofTable.hasErrors()) {
            return new ImportOutcome.Refused(ofTable.errors());
        }
        return RegisterOrdinance.read(table.get(), names, strategy, ofTable)
                .map(read -> take(file, read, RegisterOrdinance.year(table.get()), ofTable))
                .orElseGet(() -> new ImportOutcome.Refused(ofTable.errors()));
    }

    /// What a file of JSON or of our template says; nothing where it is neither.
    private @Nullable Draft draft(ImportFile file, Findings findings) {
        try {
            return new OrdinanceFile(names, findings).read(file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The table of a file, if any of its rows heads one.
    private Optional<FoundTable> table(ImportFile file) {
        return Optional.of(tables.read(file, kind(), RegisterOrdinance.COLUMNS))
                .filter(table -> !table.heads().isEmpty())
                .filter(table -> table.errors().stream()
                        .noneMatch(error -> error.message().key().equals("exchange.columns.no-heading")));
    }

    private ImportOutcome take(ImportFile file, Draft draft, Optional<FiscalYear> titleYear, Findings findings) {
        if (findings.hasErrors()) {
            return new ImportOutcome.Refused(findings.errors());
        }
        var ordinance = ordinance(file, draft, titleYear, findings);
        if (ordinance == null) {
            return new ImportOutcome.Refused(findings.errors());
        }
        Sums.differences(ordinance)
                .forEach(difference -> findings.error(draft.places()
                        .apply(difference)
                        .note(difference.part().name().toLowerCase(java.util.Locale.ROOT), message(difference))));
        if (findings.hasErrors()) {
            return new ImportOutcome.Refused(findings.errors());
        }
        return stored(archive.keep(ordinance, file.capacity()), findings.notes());
    }

    private @Nullable Ordinance ordinance(
            ImportFile file, Draft draft, Optional<FiscalYear> titleYear, Findings findings) {
        var fileName = FileName.of(file.name());
        var year = year(file, titleYear.or(fileName::year), findings);
        var body = body(file, fileName, draft, findings);
        var people = people(file, draft, findings);
        if (findings.hasErrors() || year.isEmpty() || body.isEmpty()) {
            return null;
        }
        if (draft.lines().isEmpty() && !body.get().isNationWide()) {
            findings.error(Place.FILE, "", "no-lines");
            return null;
        }
        return new Ordinance(
                body.get(),
                year.get(),
                draft.total(),
                draft.areas(),
                draft.types(),
                draft.lines(),
                draft.incomes(),
                people,
                source(file, body.get(), year.get()));
    }

    private static Optional<FiscalYear> year(ImportFile file, Optional<FiscalYear> said, Findings findings) {
        var stated = file.options().get("year");
        if (stated == null || stated.isBlank()) {
            if (said.isEmpty()) {
                findings.error(Place.FILE, "year", "year-missing");
            }
            return said;
        }
        var digits = CellText.latinDigits(stated.strip());
        if (!digits.matches("\\d{4}") || !FiscalYear.isValid(Integer.parseInt(digits))) {
            findings.error(Place.FILE, "year", "year-unreadable", stated);
            return Optional.empty();
        }
        return Optional.of(new FiscalYear(Integer.parseInt(digits)));
    }

    /// Whose ordinance it is. What the file says of itself must not contradict what is said of it.
    private Optional<Body> body(ImportFile file, FileName fileName, Draft draft, Findings findings) {
        var stated = file.options().getOrDefault("organization", "").strip();
        var said = stated.isEmpty() ? fileName.organization() : stated;
        var inside = draft.organization();
        if (said.isEmpty() && inside.isEmpty()) {
            if (draft.lines().isEmpty()) {
                return Optional.of(names.nationWide());
            }
            findings.error(Place.FILE, "organization", "organization-missing");
            return Optional.empty();
        }
        if (said.length() > 100 || inside.length() > 100) {
            findings.error(Place.FILE, "organization", "text-too-long", 100L);
            return Optional.empty();
        }
        var body = names.body(said.isEmpty() ? inside : said);
        if (!inside.isEmpty() && !names.body(inside).id().equals(body.id())) {
            findings.error(Place.FILE, "organization", "organization-differs", said, inside);
            return Optional.empty();
        }
        return Optional.of(body);
    }

    private static Ordinance.@Nullable People people(ImportFile file, Draft draft, Findings findings) {
        var stated = file.options().get("people");
        if (stated == null || stated.isBlank()) {
            return draft.people() == null ? null : new Ordinance.People(draft.people(), null);
        }
        var digits = CellText.latinDigits(stated.strip()).replace(",", "");
        if (!digits.matches("[1-9]\\d{0,9}")) {
            findings.error(Place.FILE, "people", "people-unreadable", stated);
            return null;
        }
        return new Ordinance.People(Long.parseLong(digits), null);
    }

    private static Ordinance.Source source(ImportFile file, Body body, FiscalYear year) {
        var stated = file.options().getOrDefault("source", "").strip();
        var text = stated.isEmpty()
                ? Localized.of(
                        body.isNationWide()
                                ? "ยอดรวมข้อบัญญัติงบประมาณของ อบจ. ทั้งประเทศ ปีงบประมาณ พ.ศ. " + year
                                : "ข้อบัญญัติงบประมาณรายจ่ายประจำปีงบประมาณ พ.ศ. " + year + " "
                                        + body.name().thai(),
                        body.isNationWide()
                                ? "Sums of the budget ordinances of all PAOs, fiscal year " + year.commonEra()
                                : "Budget ordinance of " + body.name().in(org.phatthana.values.Language.ENGLISH)
                                        + ", fiscal year " + year.commonEra())
                : Localized.thai(stated.substring(0, Math.min(stated.length(), LONGEST_SOURCE)));
        return new Ordinance.Source(text, file.name());
    }

    private static Message message(Sums.Difference difference) {
        var key = "budget.import.differs."
                + difference.part().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return Message.of(key, difference.name(), difference.stated(), difference.sum(), difference.amount());
    }

    private ImportOutcome stored(OrdinanceArchive.Kept kept, List<CellNote> notes) {
        var all = new ArrayList<>(notes);
        var stored = kept.stored();
        var ordinance = stored.ordinance();
        switch (kept) {
            case OrdinanceArchive.Kept.AlreadyThere _ ->
                all.addFirst(CellNote.ofFile(Message.of("budget.import.already-there", (long) stored.version())));
            case OrdinanceArchive.Kept.Appended _
            when stored.version() > 1 ->
                all.addFirst(CellNote.ofFile(
                        Message.of("budget.import.supersedes", (long) stored.version(), stored.version() - 1L)));
            case OrdinanceArchive.Kept.Appended _ -> {}
        }
        var counts = new LinkedHashMap<String, Long>();
        counts.put("version", (long) stored.version());
        counts.put("areas", (long) ordinance.areas().size());
        counts.put("programmes", (long) ordinance.programmes().size());
        counts.put("types", (long) ordinance.types().size());
        counts.put("lines", (long) ordinance.lines().size());
        Map<String, Money> sums = new LinkedHashMap<>();
        sums.put("total", ordinance.total());
        if (!ordinance.incomes().isEmpty()) {
            sums.put("income", ordinance.income());
            ordinance.surplus().ifPresent(surplus -> sums.put("surplus", surplus));
        }
        return new ImportOutcome.Stored(ordinances.address(ordinance), counts, sums, all);
    }
}
