package org.phatthana.budget;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phatthana.budget.reading.Draft;
import org.phatthana.budget.reading.FileName;
import org.phatthana.budget.reading.Findings;
import org.phatthana.budget.reading.OrdinanceFile;
import org.phatthana.budget.reading.Place;
import org.phatthana.budget.register.RegisterOrdinance;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.FoundTable;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.TableColumns;
import org.phatthana.exchange.TableFiles;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Language;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.springframework.stereotype.Component;

/// Reads ordinances from files: the open-data JSON, our template as CSV or XLSX, or a table as other systems write
/// it. The options are those of [OrdinanceImporter].
@Component
class OrdinanceReading {

    private static final int LONGEST_SOURCE = 500;

    private final Names names;
    private final TableFiles tables;
    private final Strategy strategy;

    OrdinanceReading(Names names, TableFiles tables, Strategy strategy) {
        this.names = names;
        this.tables = tables;
        this.strategy = strategy;
    }

    /// JSON and our template are known by themselves.
    TableColumns columns(ImportFile file) {
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

    /// What a file says of an ordinance, if it is sound and adds up; what is wrong or odd goes to the findings.
    ///
    /// @param kind the kind of import, under which the columns of tables are remembered
    /// @param assumed whose ordinance it is where neither the file nor anybody says so
    Optional<Ordinance> read(ImportFile file, String kind, Optional<Body> assumed, Findings findings) {
        var byItself = new Findings();
        var draft = draft(file, byItself);
        if (draft != null) {
            byItself.errors().forEach(findings::error);
            byItself.notes().forEach(findings::note);
            return sound(file, draft, Optional.empty(), assumed, findings);
        }
        var table = isSomethingElse(byItself) ? table(file, kind) : Optional.<FoundTable>empty();
        if (table.isEmpty()) {
            byItself.errors().forEach(findings::error);
            return Optional.empty();
        }
        table.get().errors().forEach(findings::error);
        if (findings.hasErrors()) {
            return Optional.empty();
        }
        return RegisterOrdinance.read(table.get(), names, strategy, findings)
                .flatMap(read -> sound(file, read, RegisterOrdinance.year(table.get()), assumed, findings));
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
    private Optional<FoundTable> table(ImportFile file, String kind) {
        return Optional.of(tables.read(file, kind, RegisterOrdinance.COLUMNS))
                .filter(table -> !table.heads().isEmpty())
                .filter(table -> table.errors().stream()
                        .noneMatch(error -> error.message().key().equals("exchange.columns.no-heading")));
    }

    private Optional<Ordinance> sound(
            ImportFile file, Draft draft, Optional<FiscalYear> titleYear, Optional<Body> assumed, Findings findings) {
        var ordinance = findings.hasErrors() ? null : ordinance(file, draft, titleYear, assumed, findings);
        if (ordinance == null) {
            return Optional.empty();
        }
        Sums.differences(ordinance)
                .forEach(difference -> findings.error(draft.places()
                        .apply(difference)
                        .note(difference.part().name().toLowerCase(Locale.ROOT), message(difference))));
        return findings.hasErrors() ? Optional.empty() : Optional.of(ordinance);
    }

    private @Nullable Ordinance ordinance(
            ImportFile file, Draft draft, Optional<FiscalYear> titleYear, Optional<Body> assumed, Findings findings) {
        var fileName = FileName.of(file.name());
        var year = year(file, titleYear.or(fileName::year), findings);
        var body = body(file, fileName, draft, assumed, findings);
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
    private Optional<Body> body(
            ImportFile file, FileName fileName, Draft draft, Optional<Body> assumed, Findings findings) {
        var stated = file.options().getOrDefault("organization", "").strip();
        var said = stated.isEmpty() ? fileName.organization() : stated;
        var inside = draft.organization();
        if (said.isEmpty() && inside.isEmpty()) {
            if (assumed.isPresent()) {
                return assumed;
            }
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
                                : "Budget ordinance of " + body.name().in(Language.ENGLISH) + ", fiscal year "
                                        + year.commonEra())
                : Localized.thai(stated.substring(0, Math.min(stated.length(), LONGEST_SOURCE)));
        return new Ordinance.Source(text, file.name());
    }

    private static Message message(Sums.Difference difference) {
        var key = "budget.import.differs."
                + difference.part().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Message.of(key, difference.name(), difference.stated(), difference.sum(), difference.amount());
    }
}
