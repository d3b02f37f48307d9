package org.phatthana.budget.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.phatthana.budget.Names;
import org.phatthana.budget.Ordinance;
import org.phatthana.budget.Ordinances;
import org.phatthana.budget.StoredOrdinance;
import org.phatthana.packs.Pack;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Budgets for programs. Years are of the Buddhist Era; amounts are decimal strings in baht.
@RestController
@RequestMapping("/api/v1/budgets")
class BudgetApi {

    private static final String CURRENCY = "THB";
    private static final int MOST = 500;

    /// The years that have an ordinance of ours.
    record Years(List<Summary> items, @Nullable String next) {}

    record Summary(int year, String organization, String total, String currency, String href) {}

    /// An ordinance with its groupings.
    record Budget(
            int year,
            LocalDate from,
            LocalDate to,
            String organization,
            Map<String, String> organizationName,
            int version,
            Instant imported,
            String total,
            @Nullable String income,
            @Nullable String surplus,
            @Nullable Long people,
            @Nullable LocalDate peopleAsOf,
            @Nullable String perHead,
            String currency,
            List<Area> areas,
            List<Named> expenditureTypes,
            List<Kind> incomes,
            Source source) {}

    record Area(Map<String, String> name, String total, List<Named> programmes) {}

    record Named(Map<String, String> name, String amount) {}

    record Kind(Map<String, String> name, String total, List<Named> categories) {}

    record Source(Map<String, String> text, String file) {}

    record Lines(List<Line> items, @Nullable String next) {}

    record Line(
            int number,
            Map<String, String> area,
            Map<String, String> programme,
            Map<String, String> task,
            Map<String, String> expenditureType,
            String amount,
            String currency) {}

    private final Ordinances ordinances;
    private final Names names;
    private final Pack pack;

    BudgetApi(Ordinances ordinances, Names names, Pack pack) {
        this.ordinances = ordinances;
        this.names = names;
        this.pack = pack;
    }

    /// Our own ordinances, newest year first.
    @GetMapping
    Years years() {
        return new Years(
                ordinances.years().stream()
                        .flatMap(year -> ordinances.of(year).stream())
                        .map(StoredOrdinance::ordinance)
                        .map(ordinance -> new Summary(
                                ordinance.year().buddhistEra(),
                                ordinance.body().id(),
                                ordinance.total().toPlainString(),
                                CURRENCY,
                                "/api/v1/budgets/" + ordinance.year()))
                        .toList(),
                null);
    }

    /// One year's ordinance.
    @GetMapping("/{year}")
    Budget budget(@PathVariable int year, @RequestParam(required = false) @Nullable String organization) {
        var stored = find(year, organization);
        var ordinance = stored.ordinance();
        var people = ordinance.people();
        return new Budget(
                ordinance.year().buddhistEra(),
                ordinance.year().firstDay(),
                ordinance.year().lastDay(),
                ordinance.body().id(),
                ordinance.body().name().sorted(),
                stored.version(),
                stored.at(),
                ordinance.total().toPlainString(),
                ordinance.incomes().isEmpty() ? null : ordinance.income().toPlainString(),
                ordinance.surplus().map(Money::toPlainString).orElse(null),
                people == null ? null : people.count(),
                people == null ? null : people.asOf(),
                ordinance.perHead().map(Money::toPlainString).orElse(null),
                CURRENCY,
                areas(ordinance),
                ordinance.types().stream()
                        .map(type -> named(names.type(type.name()).sorted(), type.amount()))
                        .toList(),
                kinds(ordinance),
                new Source(
                        ordinance.source().text().sorted(), ordinance.source().file()));
    }

    /// The lines of a year's ordinance in its own order.
    ///
    /// @param limit at most so many, up to 500
    /// @param cursor where the page before ended: its `next`
    @GetMapping("/{year}/lines")
    Lines lines(
            @PathVariable int year,
            @RequestParam(required = false) @Nullable String organization,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(defaultValue = "0") int cursor) {
        if (limit < 1 || limit > MOST || cursor < 0) {
            throw problem(
                    HttpStatus.BAD_REQUEST,
                    "limit is 1 to %d, cursor is the next of an earlier answer".formatted(MOST));
        }
        var lines = find(year, organization).ordinance().lines();
        var end = (int) Math.min(lines.size(), (long) cursor + limit);
        return new Lines(
                IntStream.range(Math.min(cursor, end), end)
                        .mapToObj(index -> line(index + 1, lines.get(index)))
                        .toList(),
                end < lines.size() ? Integer.toString(end) : null);
    }

    private StoredOrdinance find(int year, @Nullable String organization) {
        var body = organization == null ? pack.organization().id() : organization;
        if (!FiscalYear.isValid(year)) {
            throw problem(HttpStatus.NOT_FOUND, "%d is not a fiscal year of the Buddhist Era".formatted(year));
        }
        return ordinances
                .of(body, new FiscalYear(year))
                .orElseThrow(() ->
                        problem(HttpStatus.NOT_FOUND, "There is no ordinance of %s for %d".formatted(body, year)));
    }

    private List<Area> areas(Ordinance ordinance) {
        return ordinance.areas().stream()
                .map(area -> new Area(
                        names.area(area.name()).sorted(),
                        area.total().toPlainString(),
                        area.programmes().stream()
                                .map(programme ->
                                        named(names.programme(programme.name()).sorted(), programme.amount()))
                                .toList()))
                .toList();
    }

    private List<Kind> kinds(Ordinance ordinance) {
        return ordinance.incomes().stream()
                .map(kind -> new Kind(
                        names.income(kind.name()).sorted(),
                        kind.total().toPlainString(),
                        kind.categories().stream()
                                .map(category ->
                                        named(names.income(category.name()).sorted(), category.amount()))
                                .toList()))
                .toList();
    }

    private Line line(int number, Ordinance.Line line) {
        return new Line(
                number,
                names.area(line.area()).sorted(),
                names.programme(line.programme()).sorted(),
                names.task(line.task()).sorted(),
                names.type(line.type()).sorted(),
                line.amount().toPlainString(),
                CURRENCY);
    }

    private static Named named(Map<String, String> name, Money amount) {
        return new Named(name, amount.toPlainString());
    }

    private static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
