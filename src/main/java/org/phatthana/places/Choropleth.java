package org.phatthana.places;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phatthana.values.Message;
import org.phatthana.values.PlaceCode;
import org.phatthana.web.Page;

/// A map of the tambon coloured by one figure, and the same as a table: the template `places/map` draws it.
///
/// @param drawing from [Places#drawing()]
/// @param title what is shown
/// @param unit the figure's unit, for example people
/// @param period the year or day of which it speaks
/// @param source where the figure is from
/// @param values the figure of each tambon; one that is missing is hatched and reads "no data"
/// @param decimals how many decimals to show: 0 or 1
/// @param chosen a tambon to draw in gold
/// @param link the address of a place's page, in which `{code}` stands for its code
/// @param breaks where the steps begin
public record Choropleth(
        MapDrawing drawing,
        Message title,
        Message unit,
        Message period,
        Message source,
        Map<PlaceCode, Double> values,
        int decimals,
        @Nullable PlaceCode chosen,
        String link,
        Breaks breaks) {

    /// A step as the legend shows it.
    ///
    /// @param colour from 0 to 5
    /// @param from the least value that falls into it
    /// @param upTo where the next step begins; the largest value for the last step
    /// @param isLast whether it is the last step, to which its upper bound belongs
    public record Step(int colour, double from, double upTo, boolean isLast) {}

    /// How the table beside the map is ordered.
    public enum Order {
        VALUE,
        NAME,
        CODE;

        /// The order that a query asks for; largest value first where it asks for none.
        public static Order of(@Nullable String word) {
            for (var order : values()) {
                if (order.word().equals(word)) {
                    return order;
                }
            }
            return VALUE;
        }

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public Choropleth {
        values = Map.copyOf(values);
        if (decimals < 0 || decimals > 1) {
            throw new IllegalArgumentException("A map shows 0 or 1 decimals, not " + decimals);
        }
    }

    /// A map whose places lead to their own pages, in steps that suit the values.
    public static Choropleth of(
            MapDrawing drawing,
            Message title,
            Message unit,
            Message period,
            Message source,
            Map<PlaceCode, ? extends Number> values) {
        var numbers = new java.util.TreeMap<PlaceCode, Double>();
        values.forEach((code, value) -> numbers.put(code, value.doubleValue()));
        var breaks = Breaks.of(
                numbers.values().stream().mapToDouble(Double::doubleValue).toArray());
        return new Choropleth(drawing, title, unit, period, source, numbers, 0, null, "/places/{code}", breaks);
    }

    /// The same with one place in gold.
    public Choropleth choosing(PlaceCode code) {
        return new Choropleth(drawing, title, unit, period, source, values, decimals, code, link, breaks);
    }

    /// The same with one decimal.
    public Choropleth withOneDecimal() {
        return new Choropleth(drawing, title, unit, period, source, values, 1, chosen, link, breaks);
    }

    /// The same with other addresses behind its places.
    ///
    /// @param address in which `{code}` stands for a place's code
    public Choropleth linkingTo(String address) {
        return new Choropleth(drawing, title, unit, period, source, values, decimals, chosen, address, breaks);
    }

    public Optional<Double> value(Place place) {
        return Optional.ofNullable(values.get(place.code()));
    }

    /// The style class of a place's area: `step-0` to `step-5`, or `step-none`.
    public String styleOf(Place place) {
        return value(place)
                .map(value -> "step-" + breaks.colourOf(breaks.stepOf(value)))
                .orElse("step-none");
    }

    public boolean isChosen(Place place) {
        return place.code().equals(chosen);
    }

    public String linkTo(Place place) {
        return link.replace("{code}", place.code().code());
    }

    /// A value as it is read out, with its unit.
    public String shown(Page page, Place place) {
        return value(place)
                .map(value -> number(page, value) + " " + page.text(unit))
                .orElseGet(() -> page.text("places.map.no-data"));
    }

    public String number(Page page, double value) {
        return decimals == 0 ? page.number(Math.round(value)) : page.numbers().decimal(value);
    }

    /// From where to where a step goes; one number where that is all that can be read off.
    public String range(Page page, Step step) {
        return range(number(page, step.from()), number(page, step.upTo()));
    }

    static String range(String from, String to) {
        return from.equals(to) ? from : from + "–" + to;
    }

    public List<Step> steps() {
        var steps = new ArrayList<Step>();
        for (var i = 0; i < breaks.from().size(); i++) {
            var isLast = i + 1 == breaks.from().size();
            steps.add(new Step(
                    breaks.colourOf(i),
                    breaks.from().get(i),
                    isLast ? breaks.to() : breaks.from().get(i + 1),
                    isLast));
        }
        return steps;
    }

    public boolean hasGaps() {
        return drawing.areas().stream().anyMatch(area -> value(area.place()).isEmpty());
    }

    /// The areas with the chosen one last, so that its border lies over the others.
    public List<MapDrawing.Area> areas() {
        return drawing.areas().stream()
                .sorted(Comparator.comparing(area -> isChosen(area.place())))
                .toList();
    }

    /// The areas in the order of the table.
    public List<MapDrawing.Area> rows(Page page, Order order) {
        var byName = Comparator.comparing(
                (MapDrawing.Area area) -> page.text(area.place().name()),
                page.numbers().order());
        var comparator = switch (order) {
            case CODE ->
                Comparator.comparing((MapDrawing.Area area) -> area.place().code());
            case NAME -> byName;
            case VALUE ->
                Comparator.comparing(
                                (MapDrawing.Area area) -> value(area.place()).orElse(-Double.MAX_VALUE))
                        .reversed()
                        .thenComparing(byName);
        };
        return drawing.areas().stream().sorted(comparator).toList();
    }
}
