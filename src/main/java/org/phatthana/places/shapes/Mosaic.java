package org.phatthana.places.shapes;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/// Shapes that ought to lie side by side without overlapping or leaving gaps, and where they do not. All are in a
/// plane, in kilometres, and are known by their places in the list.
///
/// Only shapes whose boxes meet are compared, so that the work grows little faster than the number of shapes.
public final class Mosaic {

    /// A part of the smaller shape below which a crooked border is no overlap, and a hole no gap.
    static final double CROOKED = 0.01;

    /// A gap's border is that of its neighbours, give or take what computing leaves: a metre.
    private static final double TOUCHING_KM = 0.001;

    private final List<Geometry> shapes;
    private final STRtree boxes = new STRtree();

    public Mosaic(List<Geometry> shapes) {
        this.shapes = List.copyOf(shapes);
        for (var i = 0; i < shapes.size(); i++) {
            boxes.insert(shapes.get(i).getEnvelopeInternal(), i);
        }
        boxes.build();
    }

    /// Two shapes that lie upon each other.
    ///
    /// @param share how much of the smaller one lies in the larger, above 0 to 1
    public record Overlap(int larger, int smaller, double share) {

        /// Whether nothing is left of the smaller one but what computing leaves.
        public boolean isWhole() {
            return share > 0.999;
        }
    }

    /// Land between shapes that belongs to none of them.
    ///
    /// @param around the shapes around it, at least one
    public record Gap(List<Integer> around, double squareKm) {

        public Gap {
            around = List.copyOf(around);
        }
    }

    /// The overlaps, in the order of the list.
    ///
    /// @param most at most so many; then nothing further is compared
    public List<Overlap> overlaps(int most) {
        var overlaps = new ArrayList<Overlap>();
        for (var one = 0; one < shapes.size(); one++) {
            var shape = PreparedGeometryFactory.prepare(shapes.get(one));
            for (var other : near(shapes.get(one).getEnvelopeInternal())) {
                if (overlaps.size() < most && other > one && shape.intersects(shapes.get(other))) {
                    var overlap = overlap(one, other);
                    if (overlap.share > CROOKED) {
                        overlaps.add(overlap);
                    }
                }
            }
        }
        return overlaps;
    }

    /// The gaps that shapes enclose.
    public List<Gap> gaps(int most) {
        var gaps = new ArrayList<Gap>();
        for (var part : PolygonExtracter.getPolygons(OverlayNGRobust.union(shapes))) {
            var polygon = (Polygon) part;
            for (var i = 0; i < polygon.getNumInteriorRing() && gaps.size() < most; i++) {
                var hole = polygon.getFactory().createPolygon(polygon.getInteriorRingN(i));
                var around = near(hole.getEnvelopeInternal()).stream()
                        .filter(shape -> shapes.get(shape).isWithinDistance(hole, TOUCHING_KM))
                        .toList();
                var least = around.stream()
                        .mapToDouble(shape -> shapes.get(shape).getArea())
                        .min();
                if (least.isPresent() && hole.getArea() > CROOKED * least.getAsDouble()) {
                    gaps.add(new Gap(around, hole.getArea()));
                }
            }
        }
        return gaps;
    }

    private Overlap overlap(int one, int other) {
        var isLarger = shapes.get(one).getArea() >= shapes.get(other).getArea();
        var smaller = isLarger ? other : one;
        var common = OverlayNGRobust.overlay(shapes.get(one), shapes.get(other), OverlayNG.INTERSECTION);
        return new Overlap(
                isLarger ? one : other,
                smaller,
                common.getArea() / shapes.get(smaller).getArea());
    }

    @SuppressWarnings("unchecked")
    private List<Integer> near(Envelope box) {
        return ((List<Integer>) boxes.query(box)).stream().sorted().toList();
    }
}
