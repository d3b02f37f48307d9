package org.phatthana.results.scorecards;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.FieldRow;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.ImportGuide;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.exchange.Importer;
import org.phatthana.exchange.TableColumns;
import org.phatthana.exchange.TableFiles;
import org.phatthana.proof.PublicAct;
import org.phatthana.proof.PublicLog;
import org.phatthana.results.indicators.Indicator;
import org.phatthana.results.indicators.Indicators;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Message;
import org.phatthana.web.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes in a table of what other organizations publish of indicators that ours compare with. Every row names its
/// source, or the file is refused.
@Component
class PublishedFiguresImporter implements Importer {

    static final String KIND = "figures";

    private static final String WORDS = "results.figures-file.";
    private static final int LONGEST = 500;
    private static final TableColumns COLUMNS = new TableColumns(
            WORDS + "column.",
            List.of(
                    new TableColumns.Column("organization", true),
                    new TableColumns.Column("reference", true),
                    new TableColumns.Column("year", true),
                    new TableColumns.Column("value", true),
                    new TableColumns.Column("unit", true),
                    new TableColumns.Column("source", true)));
    private static final ImportGuide GUIDE = new ImportGuide(
            "planner",
            "/readiness",
            "/imports/" + KIND,
            WORDS,
            List.of(".csv", ".xlsx"),
            List.of(),
            List.of(),
            COLUMNS);

    private final TableFiles tables;
    private final PublishedFigures figures;
    private final Indicators indicators;
    private final PublicLog log;
    private final Texts texts;
    private final TransactionTemplate transaction;

    PublishedFiguresImporter(
            TableFiles tables,
            PublishedFigures figures,
            Indicators indicators,
            PublicLog log,
            Texts texts,
            TransactionTemplate transaction) {
        this.tables = tables;
        this.figures = figures;
        this.indicators = indicators;
        this.log = log;
        this.texts = texts;
        this.transaction = transaction;
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
        var table = tables.read(file, KIND, COLUMNS);
        if (!table.errors().isEmpty()) {
            return new ImportOutcome.Refused(table.errors());
        }
        var errors = new ArrayList<CellNote>();
        var known = references();
        var read =
                table.rows().stream().map(row -> published(row, known, errors)).toList();
        if (read.isEmpty() && errors.isEmpty()) {
            errors.add(CellNote.ofFile(Message.of("results.figures-file.empty")));
        }
        if (!errors.isEmpty()) {
            return new ImportOutcome.Refused(errors);
        }
        transaction.executeWithoutResult(_ -> {
            log.lock();
            figures.add(read);
            log.append(new PublicAct(
                    "results.figures-imported",
                    "/readiness",
                    file.capacity(),
                    texts.everywhere(Message.of("results.figures-file.told", read.size())),
                    Map.of("figures", read.size()),
                    false));
        });
        return new ImportOutcome.Stored("/readiness", Map.of("figures", (long) read.size()), Map.of(), table.notes());
    }

    private Set<String> references() {
        var references = new TreeSet<String>();
        for (Indicator indicator : indicators.all()) {
            references.addAll(Readiness.references(indicator));
        }
        return references;
    }

    private static PublishedFigures.Published published(FieldRow row, Set<String> known, List<CellNote> errors) {
        for (var field : List.of("organization", "unit", "source")) {
            if (row.text(field).isEmpty() || row.text(field).length() > LONGEST) {
                errors.add(row.note(field, Message.of("results.figures-file.needed", LONGEST)));
            }
        }
        var reference = CellText.latinDigits(row.text("reference"));
        if (!known.contains(reference)) {
            errors.add(row.note(
                    "reference", Message.of("results.figures-file.reference", reference, String.join(", ", known))));
        }
        var year = CellText.latinDigits(row.text("year"));
        var isYear = year.matches("\\d{4}") && FiscalYear.isValid(Integer.parseInt(year));
        if (!isYear) {
            errors.add(row.note("year", Message.of("results.indicator.year", FiscalYear.FIRST, FiscalYear.LAST)));
        }
        var value = CellText.number(row.text("value"));
        if (value.isEmpty()) {
            errors.add(row.note("value", Message.of("results.figures-file.value", row.text("value"))));
        }
        return new PublishedFigures.Published(
                row.text("organization"),
                reference,
                new FiscalYear(isYear ? Integer.parseInt(year) : FiscalYear.FIRST),
                value.orElse(java.math.BigDecimal.ZERO),
                row.text("unit"),
                row.text("source"));
    }
}
