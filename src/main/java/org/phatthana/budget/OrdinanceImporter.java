package org.phatthana.budget;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.phatthana.budget.reading.Findings;
import org.phatthana.budget.register.RegisterOrdinance;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.ImportGuide;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.exchange.Importer;
import org.phatthana.exchange.TableColumns;
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

    private final OrdinanceReading reading;
    private final Ordinances ordinances;
    private final OrdinanceArchive archive;

    OrdinanceImporter(OrdinanceReading reading, Ordinances ordinances, OrdinanceArchive archive) {
        this.reading = reading;
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

    @Override
    public TableColumns columns(ImportFile file) {
        return reading.columns(file);
    }

    @Override
    public ImportOutcome take(ImportFile file) {
        var findings = new Findings();
        return reading.read(file, kind(), Optional.empty(), findings)
                .<ImportOutcome>map(ordinance -> stored(archive.keep(ordinance, file.capacity()), findings.notes()))
                .orElseGet(() -> new ImportOutcome.Refused(findings.errors()));
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
