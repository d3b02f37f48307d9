package org.phatthana.results.indicators;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.phatthana.places.Place;
import org.phatthana.places.Places;
import org.phatthana.registers.Entries;
import org.phatthana.registers.Flag;
import org.phatthana.registers.Observations;
import org.phatthana.registers.Observed;
import org.phatthana.registers.Series;
import org.phatthana.registers.SeriesCatalogue;
import org.phatthana.registers.Unit;
import org.phatthana.results.formulas.Column;
import org.phatthana.results.formulas.Kind;
import org.phatthana.results.formulas.Row;
import org.phatthana.results.formulas.Source;
import org.phatthana.results.formulas.Term;
import org.phatthana.results.formulas.Type;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.phatthana.values.PlaceCode;
import org.springframework.stereotype.Component;

/// The figures of the series that the pack declares: a source for each, by its code, with a row for each figure
/// that stands.
@Component
class ObservedRows implements GrowingRows {

    private static final String VALUE = "value";
    private static final String DAY = "day";
    private static final String FLAG = "flag";
    private static final String METHOD = "method";

    private final Observations observations;
    private final Entries entries;
    private final Places places;
    private final Map<String, Of> sources = new TreeMap<>();

    ObservedRows(SeriesCatalogue catalogue, Observations observations, Entries entries, Places places) {
        this.observations = observations;
        this.entries = entries;
        this.places = places;
        catalogue.all().forEach(series -> sources.put(series.code(), new Of(series)));
    }

    @Override
    public Collection<? extends FigureSource> sources() {
        return sources.values();
    }

    @Override
    public long newest() {
        return observations.newest();
    }

    @Override
    public long each(Consumer<Given> rows) {
        return observations.each(observed -> rows.accept(new Given(observed.series(), placed(observed))));
    }

    @Override
    public long since(long number, Consumer<Change> changes) {
        return observations.since(
                number,
                moved -> moved.after()
                        .or(moved::before)
                        .ifPresent(either -> changes.accept(new Change(
                                either.series(),
                                moved.before().map(ObservedRows::placed),
                                moved.after().map(ObservedRows::placed)))));
    }

    static Figures.PlacedRow placed(Observed observed) {
        return new Figures.PlacedRow(new ObservedRow(observed), observed.place(), observed.sample());
    }

    private record ObservedRow(Observed observed) implements Row.Exact {

        @Override
        public String id() {
            return Long.toString(observed.number());
        }

        @Override
        public @Nullable Object value(String column) {
            return switch (column) {
                case VALUE -> BigDecimal.valueOf(observed.millionths(), Term.SCALE);
                case DAY -> observed.day();
                case FLAG -> observed.flag().code();
                case METHOD -> observed.method().orElse(null);
                default -> null;
            };
        }

        @Override
        public boolean isExact(String column) {
            return column.equals(VALUE);
        }

        @Override
        public long millionths(String column) {
            if (!isExact(column)) {
                throw new IllegalArgumentException(column);
            }
            return observed.millionths();
        }
    }

    /// The figures of one series.
    private final class Of implements GrowingSource {

        private final Series series;
        private final Source source;

        Of(Series series) {
            this.series = series;
            var flags = Stream.of(Flag.values()).map(Flag::code).collect(Collectors.toSet());
            this.source = new Source(
                    series.code(),
                    List.of(
                            Column.of(
                                    VALUE,
                                    Type.number(series.unit().map(Unit::code).orElse(""))),
                            Column.of(DAY, Type.of(Kind.DATE)),
                            new Column(FLAG, Type.of(Kind.CODE), flags),
                            new Column(
                                    METHOD,
                                    Type.of(Kind.CODE),
                                    series.methods().stream()
                                            .map(Series.Method::code)
                                            .collect(Collectors.toSet()))),
                    DAY,
                    false,
                    series.ofPeople());
        }

        @Override
        public Source source() {
            return source;
        }

        @Override
        public Message title() {
            return Message.of("results.source-series", series.title());
        }

        @Override
        public void each(Optional<Instant> at, Consumer<Figures.PlacedRow> rows) {
            observations.each(series.code(), at, observed -> rows.accept(placed(observed)));
        }

        @Override
        public List<Figures.PlacedRow> within(PlaceCode place, FiscalYear year) {
            var rows = new ArrayList<Figures.PlacedRow>();
            observations.within(
                    series.code(), place, year.firstDay(), year.lastDay(), observed -> rows.add(placed(observed)));
            return rows;
        }

        /// Of many figures that were recorded at once, the log tells under the address of the series.
        @Override
        public Optional<Origin> origin(String id) {
            return observations
                    .find(Long.parseLong(id))
                    .map(one -> new Origin(name(one.subject()), one.address(), one.address()));
        }

        private Localized name(String subject) {
            return switch (series.of()) {
                case Series.OfPlaces _ ->
                    PlaceCode.parse(subject)
                            .flatMap(places::find)
                            .map(Place::shortTitle)
                            .orElse(Localized.thai(subject));
                case Series.OfEntries _ ->
                    entries.find(subject)
                            .flatMap(entry -> entry.text("name"))
                            .map(Localized::thai)
                            .orElse(Localized.thai(subject));
            };
        }
    }
}
