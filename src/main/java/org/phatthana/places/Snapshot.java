package org.phatthana.places;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.phatthana.places.shapes.Drawn;
import org.phatthana.places.shapes.GeoJson;
import org.phatthana.values.Localized;
import org.phatthana.values.PlaceCode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// All places of one edition, in memory. Never changed; a new edition makes a new one.
final class Snapshot {

    static final Localized CELLS = Localized.of(
            "แนวเขตโดยประมาณ คำนวณจากจุดกลางตำบล", "Approximate borders, computed from the middles of the tambon");

    private final long edition;
    private final SequencedMap<PlaceCode, Place> places = new TreeMap<>();
    private final List<Body> bodies;
    private final Map<String, Localized> sources;
    private final Atlas atlas;
    private final MapDrawing drawing;
    private final JsonMapper json;
    private final Map<PlaceCode.Level, String> geoJson = new ConcurrentHashMap<>();

    Snapshot(StoredPlaces stored, JsonMapper json, MapSettings tiles) {
        this.json = json;
        edition = stored.edition();
        sources = stored.sources();
        bodies = List.copyOf(stored.bodies());
        var rows = stored.places();
        var shapes = stored.shapes();
        var points = new TreeMap<PlaceCode, GeoPoint>();
        for (var row : rows) {
            if (row.figures() != null) {
                points.put(row.code(), row.figures().point());
            }
        }
        atlas = new Atlas(points, read(shapes, json));
        var isImported = shapes.size() >= points.size();
        var shapeSource = isImported ? Localized.thai(shapes.getFirst().source()) : CELLS;
        var approximate = !isImported || shapes.stream().anyMatch(StoredPlaces.Shape::approximate);
        for (var row : rows) {
            places.put(row.code(), place(row, rows, approximate, shapeSource));
        }
        drawing = drawing(approximate, shapeSource, tiles);
    }

    long edition() {
        return edition;
    }

    SequencedMap<PlaceCode, Place> places() {
        return places;
    }

    List<Body> bodies() {
        return bodies;
    }

    Map<String, Localized> sources() {
        return sources;
    }

    Atlas atlas() {
        return atlas;
    }

    MapDrawing drawing() {
        return drawing;
    }

    /// A GeoJSON feature collection of all places of a level.
    String geoJson(PlaceCode.Level level) {
        return geoJson.computeIfAbsent(level, this::features);
    }

    List<Place> ofLevel(PlaceCode.Level level) {
        return places.values().stream().filter(place -> place.level() == level).toList();
    }

    private static Map<PlaceCode, Geometry> read(List<StoredPlaces.Shape> shapes, JsonMapper json) {
        var read = new HashMap<PlaceCode, Geometry>();
        for (var shape : shapes) {
            try {
                read.put(shape.place(), GeoJson.read(json.readTree(shape.geometry())));
            } catch (GeoJson.Fault fault) {
                throw new IllegalStateException("The stored shape of " + shape.place() + " is broken", fault);
            }
        }
        return read;
    }

    private Place place(StoredPlaces.Row row, List<StoredPlaces.Row> rows, boolean approximate, Localized shapeSource) {
        long male = 0;
        long female = 0;
        long households = 0;
        long villages = 0;
        LocalDate asOf = row.asOf();
        for (var part : rows) {
            if (part.figures() != null && part.code().isWithin(row.code())) {
                male += part.figures().male();
                female += part.figures().female();
                households += part.figures().households();
                villages += part.figures().villages();
            }
        }
        return new Place(
                row.code(),
                row.name(),
                male,
                female,
                households,
                villages,
                row.figures() == null ? null : row.figures().postCode(),
                row.figures() == null ? atlas.inside(row.code()) : row.figures().point(),
                atlas.bounds(row.code()),
                atlas.areaSquareKm(row.code()),
                approximate,
                shapeSource,
                sources.getOrDefault("people", CELLS),
                asOf);
    }

    private MapDrawing drawing(boolean approximate, Localized shapeSource, MapSettings tiles) {
        var canvas = atlas.canvas();
        var areas = new ArrayList<MapDrawing.Area>();
        for (var place : ofLevel(PlaceCode.Level.TAMBON)) {
            var amphoe = places.get(place.code().parent().orElseThrow());
            if (amphoe != null) {
                areas.add(new MapDrawing.Area(place, amphoe, canvas.of(atlas.shape(place.code()))));
            }
        }
        var outlines = new ArrayList<MapDrawing.Outline>();
        for (var amphoe : ofLevel(PlaceCode.Level.AMPHOE)) {
            var middle = atlas.middle(amphoe.code());
            outlines.add(new MapDrawing.Outline(
                    amphoe, canvas.of(atlas.shape(amphoe.code())), canvas.x(middle), canvas.y(middle)));
        }
        return new MapDrawing(canvas.width(), canvas.height(), areas, outlines, approximate, shapeSource, tiles);
    }

    /// What somebody drew, on the map; nothing where it cannot be read or is nowhere on earth.
    Optional<Sketch> sketch(String drawn) {
        if (drawn.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Drawn.read(json.readTree(drawn))
                    .map(parts -> new Sketch(
                            drawing, drawn, parts.stream().map(this::part).toList()));
        } catch (JacksonException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Sketch.Part part(Geometry degrees) {
        var flat = atlas.flat(degrees);
        var canvas = atlas.canvas();
        var points = degrees.getCoordinates();
        var from = new GeoPoint(points[0].y, points[0].x);
        var last = points[points.length - 1];
        var line = flat instanceof LineString found ? found : null;
        var isArea = flat.getDimension() == 2;
        return new Sketch.Part(
                isArea ? Sketch.Kind.AREA : line == null ? Sketch.Kind.POINT : Sketch.Kind.LINE,
                isArea ? canvas.of(flat) : line == null ? "" : canvas.of(line),
                canvas.x(flat.getCoordinate()),
                canvas.y(flat.getCoordinate()),
                from,
                new GeoPoint(last.y, last.x),
                line == null ? 0 : line.getLength(),
                isArea ? flat.getArea() : 0,
                atlas.at(from.lat(), from.lon()).map(places::get));
    }

    private String features(PlaceCode.Level level) {
        var text = new StringBuilder("{\"type\":\"FeatureCollection\",\"approximate\":")
                .append(drawing.approximate())
                .append(",\"source\":")
                .append(json.writeValueAsString(drawing.source().sorted()))
                .append(",\"features\":[");
        var first = true;
        for (var place : ofLevel(level)) {
            text.append(first ? "" : ",\n")
                    .append("{\"type\":\"Feature\",\"id\":")
                    .append(place.code())
                    .append(",\"properties\":{\"code\":\"")
                    .append(place.code())
                    .append("\",\"name\":")
                    .append(json.writeValueAsString(place.name().sorted()))
                    .append(",\"people\":")
                    .append(place.people())
                    .append("},\"geometry\":")
                    .append(GeoJson.write(atlas.inDegrees(place.code())))
                    .append('}');
            first = false;
        }
        return text.append("]}").toString();
    }
}
