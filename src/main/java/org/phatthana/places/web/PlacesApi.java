package org.phatthana.places.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.phatthana.places.Body;
import org.phatthana.places.Bounds;
import org.phatthana.places.GeoPoint;
import org.phatthana.places.Place;
import org.phatthana.places.Places;
import org.phatthana.values.PlaceCode;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Places as JSON.
@RestController
@RequestMapping("/api/v1/places")
class PlacesApi {

    private static final int MAX_LIMIT = 500;

    /// A page of places.
    ///
    /// @param next the cursor of the next page, nothing on the last
    record Items(List<PlaceAnswer> items, @Nullable String next) {}

    /// A place.
    ///
    /// @param name language to bare name
    /// @param title language to name with its level
    /// @param parent the code of the place that it lies in
    /// @param areaSquareKm rough where `shapeApproximate`
    record PlaceAnswer(
            String code,
            String level,
            Map<String, String> name,
            Map<String, String> title,
            @Nullable String parent,
            long people,
            long male,
            long female,
            long households,
            long villages,
            @Nullable String postCode,
            GeoPoint centroid,
            Bounds bounds,
            double areaSquareKm,
            boolean shapeApproximate,
            Map<String, String> shapeSource,
            Map<String, String> source,
            LocalDate asOf) {

        static PlaceAnswer of(Place place) {
            return new PlaceAnswer(
                    place.code().code(),
                    word(place.level()),
                    place.name().sorted(),
                    place.title().sorted(),
                    place.code().parent().map(PlaceCode::code).orElse(null),
                    place.people(),
                    place.male(),
                    place.female(),
                    place.households(),
                    place.villages(),
                    place.postCode(),
                    place.centroid(),
                    place.bounds(),
                    Math.round(place.areaSquareKm() * 10) / 10.0,
                    place.approximate(),
                    place.shapeSource().sorted(),
                    place.source().sorted(),
                    place.asOf());
        }
    }

    /// A local body that looks after a place.
    record BodyAnswer(String code, String type, Map<String, String> name, List<String> covers, List<String> websites) {

        static BodyAnswer of(Body body) {
            return new BodyAnswer(
                    body.code(),
                    body.type().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    body.title().sorted(),
                    body.covers().stream().map(PlaceCode::code).toList(),
                    body.websites());
        }
    }

    /// A place with what stands around it.
    record Whole(PlaceAnswer place, List<PlaceAnswer> parts, List<String> neighbours, List<BodyAnswer> bodies) {}

    private final Places places;

    PlacesApi(Places places) {
        this.places = places;
    }

    @GetMapping
    Items list(
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String within,
            @RequestParam(defaultValue = "200") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw refused(HttpStatus.BAD_REQUEST, "limit", "`limit` is 1 to " + MAX_LIMIT);
        }
        var wanted = level == null ? null : level(level);
        var around = within == null ? places.province() : place(within);
        var all = new java.util.ArrayList<Place>();
        all.add(around);
        all.addAll(places.within(around.code()));
        var items = all.stream()
                .filter(place -> wanted == null || place.level() == wanted)
                .filter(place -> cursor == null || place.code().code().compareTo(cursor) > 0)
                .limit(limit + 1L)
                .map(PlaceAnswer::of)
                .toList();
        var isLast = items.size() <= limit;
        return new Items(
                isLast ? items : items.subList(0, limit),
                isLast ? null : items.get(limit - 1).code());
    }

    @GetMapping("/{code}")
    Whole one(@PathVariable String code) {
        var place = place(code);
        return new Whole(
                PlaceAnswer.of(place),
                places.within(place.code()).stream()
                        .filter(part -> part.code().isPartOf(place.code()))
                        .map(PlaceAnswer::of)
                        .toList(),
                places.neighbours(place.code()).stream()
                        .map(other -> other.code().code())
                        .toList(),
                places.bodiesOf(place.code()).stream().map(BodyAnswer::of).toList());
    }

    /// The tambon at a point of the earth.
    @GetMapping("/at")
    PlaceAnswer at(@RequestParam double lat, @RequestParam double lon) {
        if (!(lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180)) {
            throw refused(HttpStatus.BAD_REQUEST, "point", "`lat` is -90 to 90 and `lon` -180 to 180, in degrees");
        }
        return places.at(lat, lon)
                .map(PlaceAnswer::of)
                .orElseThrow(() -> refused(
                        HttpStatus.NOT_FOUND,
                        "outside",
                        "The point lies outside " + places.province().title().in(org.phatthana.values.Language.ENGLISH)
                                + " (" + places.province().title().thai() + ")"));
    }

    @GetMapping("/shapes.geojson")
    ResponseEntity<String> shapes(@RequestParam(defaultValue = "tambon") String level) {
        return ResponseEntity.ok()
                .header("Content-Type", "application/geo+json")
                .body(places.geoJson(level(level)));
    }

    private Place place(String code) {
        return PlaceCode.parse(code)
                .flatMap(places::find)
                .orElseThrow(() -> refused(HttpStatus.NOT_FOUND, "code", "There is no place «" + code + "»"));
    }

    private static PlaceCode.Level level(String word) {
        for (var level : List.of(PlaceCode.Level.PROVINCE, PlaceCode.Level.AMPHOE, PlaceCode.Level.TAMBON)) {
            if (word(level).equals(word)) {
                return level;
            }
        }
        throw refused(HttpStatus.BAD_REQUEST, "level", "`level` is province, amphoe or tambon");
    }

    private static String word(PlaceCode.Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    private static ErrorResponseException refused(HttpStatus status, String reason, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/problems/"
                + (reason.equals("outside")
                        ? "outside-the-province"
                        : status == HttpStatus.NOT_FOUND ? "not-found" : "bad-request")));
        problem.setProperty("reason", reason);
        return new ErrorResponseException(status, problem, null);
    }
}
