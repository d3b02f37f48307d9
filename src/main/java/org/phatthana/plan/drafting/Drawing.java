package org.phatthana.plan.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.locationtech.jts.io.geojson.GeoJsonWriter;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.phatthana.exchange.CellText;
import org.phatthana.values.Message;

/// Where a project is, as its planner writes or draws it: a point, a line or an area, given by its corners as
/// `latitude, longitude`, one a line. The map writes the same lines.
///
/// @param shape `none`, `point`, `line` or `area`
/// @param corners the lines
record Drawing(String shape, String corners) {

    static final Drawing NONE = new Drawing("none", "");
    static final int MOST_CORNERS = 500;

    /// Digits after the point: about a metre.
    private static final int DECIMALS = 5;

    private static final Pattern SEPARATOR = Pattern.compile("[,;\\s]+");
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    /// What came of reading it.
    sealed interface Read {

        /// @param geoJson empty where nothing is drawn
        record Drawn(String geoJson) implements Read {}

        record Faulty(Message fault) implements Read {}
    }

    /// The lines of stored GeoJSON.
    static Drawing of(String geoJson) {
        if (geoJson.isEmpty()) {
            return NONE;
        }
        var geometry = parse(geoJson);
        var shape = switch (geometry.getGeometryType()) {
            case Geometry.TYPENAME_POINT -> "point";
            case Geometry.TYPENAME_LINESTRING -> "line";
            default -> "area";
        };
        var corners = geometry.getCoordinates();
        var shown = shape.equals("area") ? corners.length - 1 : corners.length;
        return new Drawing(
                shape,
                Stream.of(corners)
                        .limit(shown)
                        .map(corner -> "%.5f, %.5f".formatted(corner.y, corner.x))
                        .collect(Collectors.joining("\n")));
    }

    private static Geometry parse(String geoJson) {
        try {
            return new GeoJsonReader(GEOMETRY).read(geoJson);
        } catch (ParseException e) {
            throw new IllegalStateException("A stored geometry cannot be read", e);
        }
    }

    /// Reads the lines.
    ///
    /// @param inside whether a point (latitude, longitude) lies in the province
    Read read(BiPredicate<Double, Double> inside) {
        if (shape.equals("none") || shape.isEmpty()) {
            return new Read.Drawn("");
        }
        var points = new ArrayList<Coordinate>();
        var number = 0;
        for (var line : corners.lines().toList()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            var parts = SEPARATOR.split(CellText.latinDigits(line.strip()));
            if (parts.length != 2 || !Stream.of(parts).allMatch(part -> part.matches("-?\\d{1,3}(\\.\\d{1,12})?"))) {
                return new Read.Faulty(Message.of("plan.draft.place.not-numbers", number));
            }
            var latitude = Double.parseDouble(parts[0]);
            var longitude = Double.parseDouble(parts[1]);
            if (!inside.test(latitude, longitude)) {
                return new Read.Faulty(Message.of(
                        inside.test(longitude, latitude) ? "plan.draft.place.swapped" : "plan.draft.place.outside",
                        number));
            }
            points.add(new Coordinate(longitude, latitude));
        }
        return points.size() > MOST_CORNERS
                ? new Read.Faulty(Message.of("plan.draft.place.too-many", MOST_CORNERS))
                : shaped(points);
    }

    private Read shaped(List<Coordinate> points) {
        var needed = switch (shape) {
            case "point" -> 1;
            case "line" -> 2;
            default -> 3;
        };
        if (points.size() < needed || (shape.equals("point") && points.size() > 1)) {
            return new Read.Faulty(Message.of("plan.draft.place.corners." + shape));
        }
        var geometry = switch (shape) {
            case "point" -> GEOMETRY.createPoint(points.getFirst());
            case "line" -> GEOMETRY.createLineString(points.toArray(Coordinate[]::new));
            default -> GEOMETRY.createPolygon(closed(points));
        };
        if (!new IsValidOp(geometry).isValid()) {
            return new Read.Faulty(Message.of("plan.draft.place.crosses"));
        }
        var writer = new GeoJsonWriter(DECIMALS);
        writer.setEncodeCRS(false);
        return new Read.Drawn(writer.write(geometry));
    }

    private static Coordinate[] closed(List<Coordinate> points) {
        var ring = new ArrayList<>(points);
        if (!ring.getFirst().equals2D(ring.getLast())) {
            ring.add(ring.getFirst());
        }
        return ring.toArray(Coordinate[]::new);
    }
}
