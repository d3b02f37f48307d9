package org.phatthana.places.shapes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import tools.jackson.databind.JsonNode;

/// Points, lines and areas that somebody drew, out of any GeoJSON (RFC 7946).
public final class Drawn {

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private Drawn() {}

    /// The single points, lines and areas.
    ///
    /// @return empty where it is no GeoJSON that can be read
    public static Optional<List<Geometry>> read(JsonNode json) {
        var parts = new ArrayList<Geometry>();
        try {
            collect(json, parts);
        } catch (GeoJson.Fault | IllegalArgumentException _) {
            return Optional.empty();
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(parts);
    }

    private static void collect(JsonNode json, List<Geometry> parts) throws GeoJson.Fault {
        var coordinates = json.path("coordinates");
        switch (json.path("type").asString("")) {
            case "FeatureCollection" -> each(json.path("features"), parts);
            case "GeometryCollection" -> each(json.path("geometries"), parts);
            case "Feature" -> collect(json.path("geometry"), parts);
            case "Point" -> parts.add(GEOMETRY.createPoint(coordinate(coordinates)));
            case "LineString" -> parts.add(GEOMETRY.createLineString(coordinates(coordinates)));
            case "MultiPoint" -> {
                for (var point : coordinates) {
                    parts.add(GEOMETRY.createPoint(coordinate(point)));
                }
            }
            case "MultiLineString" -> {
                for (var line : coordinates) {
                    parts.add(GEOMETRY.createLineString(coordinates(line)));
                }
            }
            default -> {
                var areas = GeoJson.read(json);
                for (var i = 0; i < areas.getNumGeometries(); i++) {
                    parts.add(areas.getGeometryN(i));
                }
            }
        }
    }

    private static void each(JsonNode list, List<Geometry> parts) throws GeoJson.Fault {
        for (var part : list) {
            collect(part, parts);
        }
    }

    private static Coordinate[] coordinates(JsonNode list) throws GeoJson.Fault {
        var coordinates = new Coordinate[list.size()];
        for (var i = 0; i < coordinates.length; i++) {
            coordinates[i] = coordinate(list.get(i));
        }
        return coordinates;
    }

    private static Coordinate coordinate(JsonNode point) throws GeoJson.Fault {
        if (!point.isArray()
                || point.size() < 2
                || !point.get(0).isNumber()
                || !point.get(1).isNumber()) {
            throw new GeoJson.Fault(GeoJson.Fault.Kind.NOT_COORDINATES, "coordinates");
        }
        return new Coordinate(point.get(0).asDouble(), point.get(1).asDouble());
    }
}
