package org.phatthana.results.indicators;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.phatthana.budget.Ordinance;
import org.phatthana.budget.Ordinances;
import org.phatthana.budget.StoredOrdinance;
import org.phatthana.packs.Pack;
import org.phatthana.places.Places;
import org.phatthana.results.formulas.Column;
import org.phatthana.results.formulas.Kind;
import org.phatthana.results.formulas.Row;
import org.phatthana.results.formulas.Source;
import org.phatthana.results.formulas.Type;
import org.phatthana.strategy.Classification;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.springframework.stereotype.Component;

/// `ordinance`: what the organization's budget ordinances give, by task and type, or by programme where that is all
/// that is known. It counts for the province as a whole: an ordinance names no places.
@Component
class OrdinanceSource implements FigureSource {

    private final Ordinances ordinances;
    private final Places places;
    private final Classification classification;
    private final String organization;
    private final Source source;

    OrdinanceSource(Ordinances ordinances, Places places, Strategy strategy, Pack pack) {
        this.ordinances = ordinances;
        this.places = places;
        this.classification = strategy.classification();
        this.organization = pack.organization().id();
        var columns = Stream.concat(
                classified(classification).stream(),
                Stream.of(Column.of("amount", Type.number("baht")), Column.of("begins", Type.of(Kind.DATE))));
        this.source = new Source("ordinance", columns.toList(), "begins", true);
    }

    /// The columns that say how money is classified, by the ids of the pack.
    static List<Column> classified(Classification classification) {
        var areas = classification.areas().stream().map(Classification.Area::id).collect(Collectors.toSet());
        var programmes = classification.areas().stream()
                .flatMap(area -> area.programmes().stream())
                .map(Classification.Programme::id)
                .collect(Collectors.toSet());
        var types = classification.expenditureTypes().stream()
                .map(Classification.ExpenditureType::id)
                .collect(Collectors.toSet());
        return List.of(
                new Column("area", Type.of(Kind.CODE), areas),
                new Column("programme", Type.of(Kind.CODE), programmes),
                new Column("type", Type.of(Kind.CODE), types));
    }

    /// What a classification knows by its Thai names; the rest is missing.
    static void classify(
            Classification classification, String area, String programme, String type, Map<String, Object> values) {
        classification.area(area).ifPresent(known -> values.put("area", known.id()));
        classification.programme(programme).ifPresent(known -> values.put("programme", known.id()));
        classification.expenditureType(type).ifPresent(known -> values.put("type", known.id()));
    }

    @Override
    public Source source() {
        return source;
    }

    @Override
    public List<Figures.PlacedRow> rows() {
        return ordinances.years().stream()
                .flatMap(year -> ordinances.of(year).stream())
                .flatMap(stored -> rows(stored.ordinance()))
                .toList();
    }

    @Override
    public Optional<List<Figures.PlacedRow>> rows(Instant at) {
        return Optional.of(ordinances.years().stream()
                .flatMap(year -> versionAt(year, at).stream())
                .flatMap(stored -> rows(stored.ordinance()))
                .toList());
    }

    private Optional<StoredOrdinance> versionAt(FiscalYear year, Instant at) {
        return ordinances.versions(organization, year).stream()
                .filter(stored -> !stored.at().isAfter(at))
                .findFirst();
    }

    private Stream<Figures.PlacedRow> rows(Ordinance ordinance) {
        return ordinance.lines().isEmpty()
                ? ordinance.programmes().stream()
                        .map(part ->
                                row(ordinance, new Ordinance.Line(part.area(), part.name(), "", "", part.amount())))
                : ordinance.lines().stream().map(line -> row(ordinance, line));
    }

    private Figures.PlacedRow row(Ordinance ordinance, Ordinance.Line line) {
        var values = new HashMap<String, Object>();
        classify(classification, line.area(), line.programme(), line.type(), values);
        values.put("amount", BigDecimal.valueOf(line.amount().satang(), 2));
        values.put("begins", ordinance.year().firstDay());
        var name = Stream.of(line.programme(), line.task(), line.type())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        return new Figures.PlacedRow(
                Row.of(ordinances.address(ordinance) + "#" + name, values),
                places.province().code(),
                false);
    }

    @Override
    public Optional<Origin> origin(String id) {
        var at = id.indexOf('#');
        return at < 0
                ? Optional.empty()
                : Optional.of(
                        new Origin(Localized.thai(id.substring(at + 1)), id.substring(0, at), id.substring(0, at)));
    }
}
