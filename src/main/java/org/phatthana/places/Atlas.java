package org.phatthana.places;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.phatthana.places.shapes.Cells;
import org.phatthana.places.shapes.Coverage;
import org.phatthana.places.shapes.Plane;
import org.phatthana.places.shapes.SvgPath;
import org.phatthana.values.PlaceCode;

/// The shapes of one edition of the places: as they were imported, or cells around the tambon's middles.
final class Atlas {

    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final int DRAWING_WIDTH = 1000;

    /// How far a border may move on the web, in kilometres: less than a pixel on a phone.
    private static final double TOLERANCE_KM = 0.15;

    /// A point in a gap between coarse borders belongs to a tambon that is at most so far.
    private static final double REACH_KM = 0.3;

    private final Plane plane;
    private final Map<PlaceCode, Geometry> tambon = new LinkedHashMap<>();
    private final Map<PlaceCode, PreparedGeometry> prepared = new TreeMap<>();
    private final Map<PlaceCode, Geometry> simple = new TreeMap<>();
    private final Map<PlaceCode, Geometry> outlines = new TreeMap<>();
    private final Map<PlaceCode, List<PlaceCode>> neighbours = new ConcurrentHashMap<>();

    /// The atlas of these tambon.
    ///
    /// @param points the middle of each tambon
    /// @param imported shapes in degrees; used only where every tambon has one
    Atlas(Map<PlaceCode, GeoPoint> points, Map<PlaceCode, Geometry> imported) {
        plane = plane(points);
        var codes = new ArrayList<>(new TreeSet<>(points.keySet()));
        var shapes = imported.keySet().containsAll(codes)
                ? codes.stream().map(imported::get).map(plane::toPlane).toList()
                : Cells.around(codes.stream().map(points::get).map(this::flat).toList());
        var simplified = Coverage.simplified(shapes, TOLERANCE_KM);
        for (var i = 0; i < codes.size(); i++) {
            var code = codes.get(i);
            tambon.put(code, shapes.get(i));
            prepared.put(code, PreparedGeometryFactory.prepare(shapes.get(i)));
            simple.put(code, simplified.get(i));
        }
        var groups = new TreeMap<PlaceCode, List<Geometry>>();
        simple.forEach((code, shape) -> groups.computeIfAbsent(code.parent().orElseThrow(), _ -> new ArrayList<>())
                .add(shape));
        groups.forEach((amphoe, parts) -> outlines.put(amphoe, Coverage.union(parts)));
        var province = codes.getFirst().parent().orElseThrow().parent().orElseThrow();
        outlines.put(province, Coverage.union(List.copyOf(simple.values())));
    }

    private static Plane plane(Map<PlaceCode, GeoPoint> points) {
        var lat = points.values().stream().mapToDouble(GeoPoint::lat).average().orElse(0);
        var lon = points.values().stream().mapToDouble(GeoPoint::lon).average().orElse(0);
        return new Plane(lat, lon);
    }

    private Coordinate flat(@Nullable GeoPoint point) {
        if (point == null) {
            throw new IllegalArgumentException("A tambon has a middle");
        }
        return plane.toPlane(point.lat(), point.lon());
    }

    /// The tambon at a point of the earth.
    Optional<PlaceCode> at(double lat, double lon) {
        var point = GEOMETRY.createPoint(plane.toPlane(lat, lon));
        for (var candidate : prepared.entrySet()) {
            if (candidate.getValue().covers(point)) {
                return Optional.of(candidate.getKey());
            }
        }
        PlaceCode nearest = null;
        var least = REACH_KM;
        for (var candidate : tambon.entrySet()) {
            var distance = candidate.getValue().distance(point);
            if (distance < least) {
                nearest = candidate.getKey();
                least = distance;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /// The tambon beside a tambon, in the order of their codes; none beside a larger place.
    List<PlaceCode> neighbours(PlaceCode code) {
        return neighbours.computeIfAbsent(code, this::beside);
    }

    private List<PlaceCode> beside(PlaceCode code) {
        var shape = simple.get(code);
        if (shape == null) {
            return List.of();
        }
        return simple.entrySet().stream()
                .filter(other -> !other.getKey().equals(code) && Coverage.areNeighbours(shape, other.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    double areaSquareKm(PlaceCode code) {
        return tambon.entrySet().stream()
                .filter(entry -> entry.getKey().isWithin(code))
                .mapToDouble(entry -> entry.getValue().getArea())
                .sum();
    }

    Bounds bounds(PlaceCode code) {
        var box = plane.toDegrees(shape(code).getEnvelope()).getEnvelopeInternal();
        return new Bounds(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    }

    /// A point well inside a place, for its name or its pin.
    GeoPoint inside(PlaceCode code) {
        var point = plane.toDegrees(middle(code));
        return new GeoPoint(point.y, point.x);
    }

    /// The shape for the web, in degrees.
    Geometry inDegrees(PlaceCode code) {
        return plane.toDegrees(shape(code));
    }

    /// A shape in degrees as the plane has it.
    Geometry flat(Geometry degrees) {
        return plane.toPlane(degrees);
    }

    SvgPath canvas() {
        var frame = new org.locationtech.jts.geom.Envelope();
        simple.values().forEach(shape -> frame.expandToInclude(shape.getEnvelopeInternal()));
        return new SvgPath(frame, DRAWING_WIDTH);
    }

    /// The shape for the web, in the plane.
    Geometry shape(PlaceCode code) {
        var shape = code.level() == PlaceCode.Level.TAMBON ? simple.get(code) : outlines.get(code);
        if (shape == null) {
            throw new IllegalArgumentException("There is no shape of " + code);
        }
        return shape;
    }

    Coordinate middle(PlaceCode code) {
        return MaximumInscribedCircle.getCenter(shape(code), 0.5).getCoordinate();
    }
}
