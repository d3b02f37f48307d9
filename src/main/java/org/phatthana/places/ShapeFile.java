package org.phatthana.places;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.phatthana.exchange.CellNote;
import org.phatthana.places.shapes.GeoJson;
import org.phatthana.places.shapes.Mosaic;
import org.phatthana.places.shapes.Plane;
import org.phatthana.values.Language;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.phatthana.values.PlaceCode;
import tools.jackson.databind.JsonNode;

/// What a GeoJSON file says about the shapes of these places: shapes by code, what was odd, and what is wrong.
final class ShapeFile {

    static final int MAX_FEATURES = 20_000;
    static final int MAX_POINTS = 1_000_000;
    private static final int MAX_ERRORS = 100;
    private static final int MAX_FLAWS = 1_000;

    /// How far around the places that the pack names a border may run, in degrees.
    private static final double NEIGHBOURHOOD = 0.75;

    private static final List<String> CODES =
            List.of("tambon_code", "code", "TAM_CODE", "TAMBON_ID", "TA_ID", "ADM3_PCODE");
    private static final List<String> THAI_NAMES = List.of("tambon_th", "name_th", "TAM_NAM_T", "ADM3_TH", "name");
    private static final List<String> ENGLISH_NAMES = List.of("tambon_en", "name_en", "TAM_NAM_E", "ADM3_EN");
    private static final List<String> AMPHOE_NAMES =
            List.of("amphoe_th", "AMP_NAM_T", "ADM2_TH", "amphoe_en", "AMP_NAM_E", "ADM2_EN");

    private final Collection<Place> places;
    private final Map<PlaceCode, Place> tambon = new TreeMap<>();
    private final Envelope neighbourhood = new Envelope();
    private final Map<PlaceCode, Geometry> shapes = new TreeMap<>();
    private final Map<PlaceCode, Integer> positions = new TreeMap<>();
    private final List<CellNote> notes = new ArrayList<>();
    private final List<CellNote> errors = new ArrayList<>();
    private int points;

    ShapeFile(Collection<Place> places) {
        this.places = places;
        for (var place : places) {
            if (place.level() == PlaceCode.Level.TAMBON) {
                tambon.put(place.code(), place);
                neighbourhood.expandToInclude(
                        place.centroid().lon(), place.centroid().lat());
            }
        }
        neighbourhood.expandBy(NEIGHBOURHOOD);
    }

    Map<PlaceCode, Geometry> shapes() {
        return shapes;
    }

    List<CellNote> notes() {
        return notes;
    }

    List<CellNote> errors() {
        return errors;
    }

    int points() {
        return points;
    }

    /// Reads a whole file that was parsed as JSON.
    void read(JsonNode file) {
        var features = file.path("features");
        if (!file.path("type").asString("").equals("FeatureCollection") || !features.isArray()) {
            refuse("type", "", Message.of("places.import.not-a-collection"));
            return;
        }
        var crs = file.path("crs").path("properties").path("name").asString("");
        if (!crs.isEmpty() && !crs.endsWith("CRS84") && !crs.endsWith("4326")) {
            refuse("crs", "crs", Message.of("places.import.crs", crs));
            return;
        }
        if (features.size() > MAX_FEATURES) {
            refuse("features", "", Message.of("places.import.too-many-features", features.size(), MAX_FEATURES));
            return;
        }
        for (var i = 0; i < features.size() && errors.size() < MAX_ERRORS && points <= MAX_POINTS; i++) {
            feature(features.get(i), "features[" + i + "]", i + 1);
        }
        if (points > MAX_POINTS) {
            refuse("features", "", Message.of("places.import.too-many-points", MAX_POINTS));
        }
        if (errors.isEmpty()) {
            var missing = tambon.keySet().stream()
                    .filter(code -> !shapes.containsKey(code))
                    .map(PlaceCode::code)
                    .toList();
            if (!missing.isEmpty()) {
                refuse(
                        "features",
                        "code",
                        Message.of("places.import.missing", missing.size(), String.join(", ", missing)));
            }
        }
        if (errors.isEmpty()) {
            compare();
        }
    }

    /// Tells where neighbours overlap or leave a gap. Coarse borders do; a place that lies wholly in another is a
    /// mistake.
    private void compare() {
        var codes = List.copyOf(shapes.keySet());
        var centre = neighbourhood.centre();
        var plane = new Plane(centre.y, centre.x);
        var mosaic =
                new Mosaic(codes.stream().map(shapes::get).map(plane::toPlane).toList());
        var overlaps = mosaic.overlaps(MAX_FLAWS);
        if (overlaps.size() == MAX_FLAWS) {
            refuse("features", "geometry", Message.of("places.import.too-many-overlaps", MAX_FLAWS));
        }
        for (var overlap : overlaps) {
            var smaller = codes.get(overlap.smaller());
            var names = List.of(named(smaller), named(codes.get(overlap.larger())));
            if (overlap.isWhole()) {
                refuse(geometry(smaller), "geometry", Message.of("places.import.covered", names.toArray()));
            } else {
                var share = String.format(Locale.ROOT, "%.1f", overlap.share() * 100);
                note(smaller, Message.of("places.import.overlap", names.getFirst(), names.getLast(), share));
            }
        }
        for (var gap : mosaic.gaps(MAX_FLAWS)) {
            var around = gap.around().stream().map(codes::get).toList();
            var size = String.format(Locale.ROOT, "%.2f", gap.squareKm());
            note(around.getFirst(), Message.of("places.import.gap", names(around), size));
        }
    }

    private Localized named(PlaceCode code) {
        return Objects.requireNonNull(tambon.get(code)).shortTitle();
    }

    /// The names of some places, one behind the other.
    private Localized names(List<PlaceCode> codes) {
        return Localized.of(
                codes.stream().map(code -> named(code).thai()).collect(Collectors.joining(", ")),
                codes.stream().map(code -> named(code).in(Language.ENGLISH)).collect(Collectors.joining(", ")));
    }

    private String geometry(PlaceCode code) {
        return "features[" + (positions.getOrDefault(code, 1) - 1) + "].geometry";
    }

    private void note(PlaceCode code, Message message) {
        notes.add(new CellNote("", positions.getOrDefault(code, 0), geometry(code), "geometry", message));
    }

    private void feature(JsonNode feature, String path, int number) {
        var code = code(feature.path("properties"), path, number);
        if (code.isEmpty()) {
            return;
        }
        if (!tambon.containsKey(code.get())) {
            note(
                    path + ".properties",
                    number,
                    Message.of("places.import.unknown", code.get().code()));
            return;
        }
        var before = positions.putIfAbsent(code.get(), number);
        if (before != null) {
            refuse(
                    path + ".properties",
                    "code",
                    Message.of("places.import.twice", code.get().code(), before, number));
            return;
        }
        try {
            var shape = GeoJson.read(feature.path("geometry"));
            points += shape.getNumPoints();
            if (isSound(shape, path + ".geometry")) {
                shapes.put(code.get(), shape);
            }
        } catch (GeoJson.Fault fault) {
            var key = switch (fault.kind()) {
                case NOT_A_POLYGON -> "places.import.not-a-polygon";
                case NOT_COORDINATES -> "places.import.not-coordinates";
                case OPEN_RING -> "places.import.open-ring";
                case SHORT_RING -> "places.import.short-ring";
            };
            refuse(
                    path + ".geometry." + fault.path(),
                    "geometry",
                    Message.of(key, code.get().code()));
        }
    }

    /// The code of a feature: from a field for codes, else from its names.
    private Optional<PlaceCode> code(JsonNode properties, String path, int number) {
        for (var field : CODES) {
            var value = properties.path(field);
            if (!value.isMissingNode() && !value.isNull()) {
                var digits = value.asString("").strip().replaceFirst("^TH", "");
                var code = PlaceCode.parse(digits).filter(found -> found.level() == PlaceCode.Level.TAMBON);
                if (code.isEmpty()) {
                    refuse(
                            path + ".properties." + field,
                            "code",
                            Message.of("places.import.bad-code", value.asString("")));
                }
                return code;
            }
        }
        var amphoe = AMPHOE_NAMES.stream()
                .map(field -> properties.path(field).asString(""))
                .filter(name -> !name.isBlank())
                .findFirst();
        var fields = new ArrayList<>(THAI_NAMES);
        fields.addAll(ENGLISH_NAMES);
        for (var field : fields) {
            var name = properties.path(field).asString("").strip();
            if (!name.isEmpty()) {
                var asked = "ต." + Names.bare(name)
                        + amphoe.map(in -> " อ." + Names.bare(in)).orElse("");
                var found = Names.find(places, asked).stream()
                        .filter(match -> match.isExact() && match.place().level() == PlaceCode.Level.TAMBON)
                        .toList();
                if (found.size() == 1) {
                    var place = found.getFirst().place();
                    note(
                            path + ".properties." + field,
                            number,
                            Message.of(
                                    "places.import.by-name", name, place.code().code()));
                    return Optional.of(place.code());
                }
                refuse(path + ".properties." + field, "name", Message.of("places.import.unknown-name", name));
                return Optional.empty();
            }
        }
        refuse(path + ".properties", "code", Message.of("places.import.no-code", String.join(", ", CODES)));
        return Optional.empty();
    }

    private boolean isSound(Geometry shape, String path) {
        var box = shape.getEnvelopeInternal();
        if (!neighbourhood.contains(box)) {
            var swapped = new Envelope(box.getMinY(), box.getMaxY(), box.getMinX(), box.getMaxX());
            var key = neighbourhood.contains(swapped) ? "places.import.swapped" : "places.import.far-away";
            refuse(path, "geometry", Message.of(key, number(box.centre().x), number(box.centre().y)));
            return false;
        }
        var validity = new IsValidOp(shape);
        if (!validity.isValid()) {
            var fault = validity.getValidationError();
            refuse(
                    path,
                    "geometry",
                    Message.of(
                            "places.import.crossing",
                            fault.getMessage(),
                            number(fault.getCoordinate().x),
                            number(fault.getCoordinate().y)));
            return false;
        }
        return true;
    }

    private static String number(double degrees) {
        return String.format(Locale.ROOT, "%.5f", degrees);
    }

    private void note(String path, int number, Message message) {
        notes.add(new CellNote("", number, path, "code", message));
    }

    private void refuse(String path, String field, Message message) {
        errors.add(new CellNote("", 0, path, field, message));
    }
}
