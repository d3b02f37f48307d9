package org.phatthana.registers.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.phatthana.exchange.CellText;
import org.phatthana.registers.GeometryKind;

/// Reads positions as ODK and Kobo write them in one cell: latitude and longitude, perhaps altitude and accuracy,
/// with `;` between points.
public final class PositionText {

    private static final GeometryFactory SHAPES = new GeometryFactory();

    private PositionText() {}

    /// The shape that a text says.
    ///
    /// @return empty where it says none of that kind
    public static Optional<Geometry> read(GeometryKind kind, String text) {
        var points = new ArrayList<Coordinate>();
        for (var point : text.strip().split("\\s*;\\s*")) {
            var numbers = List.of(point.strip().split("[\\s,]+"));
            var lat = CellText.number(numbers.getFirst());
            var lon = numbers.size() < 2 ? Optional.<BigDecimal>empty() : CellText.number(numbers.get(1));
            if (lat.isEmpty() || lon.isEmpty() || numbers.size() > 4) {
                return Optional.empty();
            }
            points.add(new Coordinate(lon.get().doubleValue(), lat.get().doubleValue()));
        }
        return switch (kind) {
            case NONE -> Optional.empty();
            case POINT -> points.size() == 1 ? Optional.of(SHAPES.createPoint(points.getFirst())) : Optional.empty();
            case LINE -> points.size() > 1 ? Optional.of(SHAPES.createLineString(array(points))) : Optional.empty();
            case AREA -> area(points);
        };
    }

    private static Optional<Geometry> area(List<Coordinate> points) {
        if (!points.getFirst().equals2D(points.getLast())) {
            points.add(points.getFirst().copy());
        }
        return points.size() > 3 ? Optional.of(SHAPES.createPolygon(array(points))) : Optional.empty();
    }

    private static Coordinate[] array(List<Coordinate> points) {
        return points.toArray(Coordinate[]::new);
    }
}
