package org.phatthana.places.shapes;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/// Shapes that lie side by side. All are in a plane, in kilometres.
public final class Coverage {

    /// Two shapes whose borders come this near lie side by side, although a coarse drawing left a gap.
    private static final double GAP_KM = 0.25;

    /// They share at least so much border; a corner alone makes no neighbours.
    private static final double SHARED_KM = 0.4;

    private static final double HOLE_SQUARE_KM = 8;

    private Coverage() {}

    /// The shapes with fewer points; a border between two stays one border.
    ///
    /// @param tolerance about how far a border may move, in kilometres
    public static List<Geometry> simplified(List<Geometry> shapes, double tolerance) {
        return List.of(CoverageSimplifier.simplify(shapes.toArray(Geometry[]::new), tolerance));
    }

    /// The shapes as one, without the slivers between coarse borders.
    public static Geometry union(List<Geometry> shapes) {
        var grown = shapes.stream().map(shape -> shape.buffer(GAP_KM / 2, 1)).toList();
        var union = OverlayNGRobust.union(grown).buffer(-GAP_KM / 2, 1);
        var whole = new ArrayList<Geometry>();
        for (var part : PolygonExtracter.getPolygons(union)) {
            whole.add(withoutSmallHoles((Polygon) part));
        }
        return union.getFactory().buildGeometry(whole);
    }

    /// Whether the shapes lie side by side.
    public static boolean areNeighbours(Geometry one, Geometry other) {
        var reach = one.getEnvelopeInternal();
        reach.expandBy(GAP_KM);
        return reach.intersects(other.getEnvelopeInternal())
                && one.buffer(GAP_KM / 2, 2)
                                .intersection(other.buffer(GAP_KM / 2, 2))
                                .getArea()
                        > GAP_KM * SHARED_KM;
    }

    private static Polygon withoutSmallHoles(Polygon polygon) {
        GeometryFactory geometry = polygon.getFactory();
        var holes = new ArrayList<org.locationtech.jts.geom.LinearRing>();
        for (var i = 0; i < polygon.getNumInteriorRing(); i++) {
            var hole = polygon.getInteriorRingN(i);
            if (geometry.createPolygon(hole).getArea() > HOLE_SQUARE_KM) {
                holes.add(hole);
            }
        }
        return geometry.createPolygon(
                polygon.getExteriorRing(), holes.toArray(org.locationtech.jts.geom.LinearRing[]::new));
    }
}
