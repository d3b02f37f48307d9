package org.phatthana.places.shapes;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import tools.jackson.databind.JsonNode;

/// Polygons and multipolygons as GeoJSON (RFC 7946), longitude first.
public final class GeoJson {

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    /// Why a geometry cannot be read, and where in it.
    public static final class Fault extends Exception {

        private static final long serialVersionUID = 1;

        /// What is wrong with a geometry.
        public enum Kind {
            NOT_A_POLYGON,
            NOT_COORDINATES,
            OPEN_RING,
            SHORT_RING
        }

        private final Kind kind;
        private final String path;

        Fault(Kind kind, String path) {
            super(kind + " at " + path);
            this.kind = kind;
            this.path = path;
        }

        public Kind kind() {
            return kind;
        }

        /// The place inside the geometry: `coordinates[0][5]`.
        public String path() {
            return path;
        }
    }

    private GeoJson() {}

    /// Reads a polygon or multipolygon; whether its rings cross is not looked at.
    public static Geometry read(JsonNode geometry) throws Fault {
        var coordinates = geometry.path("coordinates");
        return switch (geometry.path("type").asString("")) {
            case "Polygon" -> polygon(coordinates, "coordinates");
            case "MultiPolygon" -> {
                if (!coordinates.isArray() || coordinates.isEmpty()) {
                    throw new Fault(Fault.Kind.NOT_COORDINATES, "coordinates");
                }
                var parts = new ArrayList<Polygon>();
                for (var i = 0; i < coordinates.size(); i++) {
                    parts.add(polygon(coordinates.get(i), "coordinates[" + i + "]"));
                }
                yield GEOMETRY.createMultiPolygon(parts.toArray(Polygon[]::new));
            }
            default -> throw new Fault(Fault.Kind.NOT_A_POLYGON, "type");
        };
    }

    private static Polygon polygon(JsonNode rings, String path) throws Fault {
        if (!rings.isArray() || rings.isEmpty()) {
            throw new Fault(Fault.Kind.NOT_COORDINATES, path);
        }
        var read = new ArrayList<LinearRing>();
        for (var i = 0; i < rings.size(); i++) {
            read.add(ring(rings.get(i), path + "[" + i + "]"));
        }
        List<LinearRing> holes = read.subList(1, read.size());
        return GEOMETRY.createPolygon(read.getFirst(), holes.toArray(LinearRing[]::new));
    }

    private static LinearRing ring(JsonNode points, String path) throws Fault {
        if (!points.isArray()) {
            throw new Fault(Fault.Kind.NOT_COORDINATES, path);
        }
        if (points.size() < 4) {
            throw new Fault(Fault.Kind.SHORT_RING, path);
        }
        var read = new Coordinate[points.size()];
        for (var i = 0; i < read.length; i++) {
            var point = points.get(i);
            if (!point.isArray()
                    || point.size() < 2
                    || !point.get(0).isNumber()
                    || !point.get(1).isNumber()) {
                throw new Fault(Fault.Kind.NOT_COORDINATES, path + "[" + i + "]");
            }
            read[i] = new Coordinate(point.get(0).asDouble(), point.get(1).asDouble());
        }
        if (!read[0].equals2D(read[read.length - 1])) {
            throw new Fault(Fault.Kind.OPEN_RING, path);
        }
        return GEOMETRY.createLinearRing(read);
    }

    /// Writes shapes in degrees with at most five decimals.
    public static String write(Geometry shape) {
        var text = new StringBuilder();
        var parts = PolygonExtracter.getPolygons(shape);
        var single = parts.size() == 1;
        text.append(single ? "{\"type\":\"Polygon\",\"coordinates\":" : "{\"type\":\"MultiPolygon\",\"coordinates\":[");
        for (var i = 0; i < parts.size(); i++) {
            text.append(i == 0 ? "" : ",");
            write(text, (Polygon) parts.get(i));
        }
        return text.append(single ? "}" : "]}").toString();
    }

    private static void write(StringBuilder text, Polygon polygon) {
        text.append('[');
        write(text, polygon.getExteriorRing());
        for (var i = 0; i < polygon.getNumInteriorRing(); i++) {
            text.append(',');
            write(text, polygon.getInteriorRingN(i));
        }
        text.append(']');
    }

    private static void write(StringBuilder text, LinearRing ring) {
        text.append('[');
        var points = ring.getCoordinates();
        for (var i = 0; i < points.length; i++) {
            text.append(i == 0 ? "[" : ",[")
                    .append(number(points[i].x))
                    .append(',')
                    .append(number(points[i].y))
                    .append(']');
        }
        text.append(']');
    }

    private static String number(double degrees) {
        return BigDecimal.valueOf(Math.round(degrees * 1e5), 5)
                .stripTrailingZeros()
                .toPlainString();
    }
}
