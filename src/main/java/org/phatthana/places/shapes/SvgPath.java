package org.phatthana.places.shapes;

import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;

/// Turns shapes of a plane into the paths of one drawing: whole units, y downwards, relative steps, so that they
/// are short. A point gets the same place whichever shape it belongs to, so shared borders stay shared.
public final class SvgPath {

    private static final int MARGIN = 8;

    private final Envelope frame;
    private final double scale;
    private final int width;
    private final int height;

    /// A drawing into which a frame fits.
    ///
    /// @param frame what is to be seen, in the plane
    /// @param width the drawing's width in its own units
    public SvgPath(Envelope frame, int width) {
        this.frame = frame;
        this.width = width;
        this.scale = (width - 2.0 * MARGIN) / frame.getWidth();
        this.height = (int) Math.ceil(frame.getHeight() * scale) + 2 * MARGIN;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /// How many units of the drawing a kilometre takes.
    public double scale() {
        return scale;
    }

    public int x(Coordinate point) {
        return (int) Math.round((point.x - frame.getMinX()) * scale) + MARGIN;
    }

    public int y(Coordinate point) {
        return (int) Math.round((frame.getMaxY() - point.y) * scale) + MARGIN;
    }

    /// The value of a path's `d`.
    public String of(Geometry shape) {
        var path = new StringBuilder();
        for (var part : PolygonExtracter.getPolygons(shape)) {
            var polygon = (Polygon) part;
            append(path, polygon.getExteriorRing());
            for (var i = 0; i < polygon.getNumInteriorRing(); i++) {
                append(path, polygon.getInteriorRingN(i));
            }
        }
        return path.toString();
    }

    /// The value of an open line's `d`.
    public String of(LineString line) {
        var path = new StringBuilder();
        for (var point : line.getCoordinates()) {
            path.append(path.isEmpty() ? "M" : "L").append(x(point)).append(' ').append(y(point));
        }
        return path.toString();
    }

    private void append(StringBuilder path, LinearRing ring) {
        var points = ring.getCoordinates();
        var x = x(points[0]);
        var y = y(points[0]);
        path.append(String.format(Locale.ROOT, "M%d %dl", x, y));
        var first = true;
        for (var i = 1; i < points.length - 1; i++) {
            var nextX = x(points[i]);
            var nextY = y(points[i]);
            if (nextX == x && nextY == y) {
                continue;
            }
            append(path, nextX - x, first);
            append(path, nextY - y, false);
            first = false;
            x = nextX;
            y = nextY;
        }
        path.append(first ? "0 0z" : "z");
    }

    private static void append(StringBuilder path, int step, boolean first) {
        if (!first && step >= 0) {
            path.append(' ');
        }
        path.append(step);
    }
}
