package org.phatthana.places.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.phatthana.exchange.Downloads;
import org.phatthana.exchange.Table;
import org.phatthana.exchange.Table.Column;
import org.phatthana.places.Choropleth;
import org.phatthana.places.Place;
import org.phatthana.places.Places;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.phatthana.values.PlaceCode;
import org.phatthana.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// All amphoe and tambon with their figures, as a map, a table and a file.
@Controller
class PlacesPage {

    /// What the map can show.
    enum Figure {
        PEOPLE,
        HOUSEHOLDS,
        VILLAGES,
        DENSITY;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Figure of(@Nullable String word) {
            for (var figure : values()) {
                if (figure.word().equals(word)) {
                    return figure;
                }
            }
            return PEOPLE;
        }

        @Nullable
        Double of(Place place) {
            return switch (this) {
                case PEOPLE -> (double) place.people();
                case HOUSEHOLDS -> (double) place.households();
                case VILLAGES -> (double) place.villages();
                case DENSITY -> place.density().orElse(null);
            };
        }
    }

    private final Places places;
    private final Downloads downloads;

    PlacesPage(Places places, Downloads downloads) {
        this.places = places;
        this.downloads = downloads;
    }

    @GetMapping("/places")
    View list(
            Page page,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String sort) {
        var figure = Figure.of(show);
        var order = Choropleth.Order.of(sort == null ? "code" : sort);
        return page.show(
                "places/list",
                Map.of(
                        "province", places.province(),
                        "groups", groups(page, order),
                        "map", map(figure),
                        "figure", figure.word(),
                        "figures",
                                List.of(Figure.values()).stream()
                                        .map(Figure::word)
                                        .toList(),
                        "order", order,
                        "sources", places.sources()));
    }

    @GetMapping("/places.csv")
    View csv(Page page) {
        return downloads.csv(table(), page.language());
    }

    @GetMapping("/places.xlsx")
    View xlsx(Page page) {
        return downloads.xlsx(table(), page.language());
    }

    private Choropleth map(Figure figure) {
        var values = new TreeMap<PlaceCode, Double>();
        for (var place : places.tambon()) {
            var value = figure.of(place);
            if (value != null) {
                values.put(place.code(), value);
            }
        }
        var province = places.province();
        return Choropleth.of(
                places.drawing(),
                Message.of("places.figure." + figure.word()),
                Message.of("places.unit." + figure.word()),
                Message.of("places.as-of", province.asOf()),
                Message.of("places.just", province.source()),
                values);
    }

    /// Each amphoe with its tambon; inside each the asked order.
    private Map<Place, List<Place>> groups(Page page, Choropleth.Order order) {
        var byName = Comparator.comparing(
                (Place place) -> page.text(place.name()), page.numbers().order());
        var comparator = switch (order) {
            case CODE -> Comparator.comparing(Place::code);
            case NAME -> byName;
            case VALUE -> Comparator.comparingLong(Place::people).reversed().thenComparing(byName);
        };
        var groups = new java.util.LinkedHashMap<Place, List<Place>>();
        places.amphoe().stream()
                .sorted(comparator)
                .forEach(amphoe -> groups.put(
                        amphoe,
                        places.within(amphoe.code()).stream().sorted(comparator).toList()));
        return groups;
    }

    private Table table() {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var place : places.tambon()) {
            var amphoe = place.code().parent().flatMap(places::find).orElseThrow();
            rows.add(java.util.Arrays.asList(
                    amphoe.code().code(),
                    amphoe.name().thai(),
                    amphoe.name().in(org.phatthana.values.Language.ENGLISH),
                    place.code().code(),
                    place.name().thai(),
                    place.name().in(org.phatthana.values.Language.ENGLISH),
                    place.people(),
                    place.male(),
                    place.female(),
                    place.households(),
                    place.villages(),
                    place.postCode(),
                    java.math.BigDecimal.valueOf(place.centroid().lat()),
                    java.math.BigDecimal.valueOf(place.centroid().lon())));
        }
        var province = places.province();
        return new Table(
                "places-" + province.code(),
                Localized.of(
                        "ตำบลใน" + province.title().thai(),
                        "Tambon of " + province.title().in(org.phatthana.values.Language.ENGLISH)),
                COLUMNS,
                rows,
                List.of(
                        province.source(),
                        Localized.of("ข้อมูล ณ " + province.asOf(), "Figures as of " + province.asOf())),
                false);
    }

    private static final List<Column> COLUMNS = List.of(
            new Column("amphoe_code", Localized.of("รหัสอำเภอ", "Amphoe code")),
            new Column("amphoe_th", Localized.of("อำเภอ", "Amphoe (Thai)")),
            new Column("amphoe_en", Localized.of("อำเภอ (อังกฤษ)", "Amphoe")),
            new Column("tambon_code", Localized.of("รหัสตำบล", "Tambon code")),
            new Column("tambon_th", Localized.of("ตำบล", "Tambon (Thai)")),
            new Column("tambon_en", Localized.of("ตำบล (อังกฤษ)", "Tambon")),
            new Column("people", Localized.of("ประชากร (คน)", "People")),
            new Column("male", Localized.of("ชาย (คน)", "Male")),
            new Column("female", Localized.of("หญิง (คน)", "Female")),
            new Column("households", Localized.of("ครัวเรือน", "Households")),
            new Column("villages", Localized.of("หมู่บ้าน", "Villages")),
            new Column("post_code", Localized.of("รหัสไปรษณีย์", "Post code")),
            new Column("lat", Localized.of("ละติจูด", "Latitude")),
            new Column("lon", Localized.of("ลองจิจูด", "Longitude")));
}
