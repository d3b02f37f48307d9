package org.phatthana.places.shapes;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.hull.ConcaveHull;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/// Shapes for places of which only the middles are known: each gets the land that is nearer to it than to any
/// other, inside an outline drawn around all of them. They say where a place lies, not where its border runs.
public final class Cells {

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    /// How far the outline follows the outermost points into bays: 0 follows all, 1 none.
    private static final double HULL_LENGTH_RATIO = 0.28;

    private Cells() {}

    /// The cell of each point, in the order of the points.
    ///
    /// @param points the middles in a plane, no two the same, at least three
    public static List<Geometry> around(List<Coordinate> points) {
        var outline = outline(points);
        var builder = new VoronoiDiagramBuilder();
        builder.setSites(points);
        builder.setClipEnvelope(outline.getEnvelopeInternal());
        var cells = new ArrayList<Polygon>();
        var diagram = builder.getDiagram(GEOMETRY);
        for (var i = 0; i < diagram.getNumGeometries(); i++) {
            cells.add((Polygon) diagram.getGeometryN(i));
        }
        return points.stream()
                .map(point -> cell(cells, point).intersection(outline))
                .toList();
    }

    /// The outline around all points: a hull that follows them, as wide again as a typical place reaches, with soft
    /// corners.
    public static Geometry outline(List<Coordinate> points) {
        var all = GEOMETRY.createMultiPointFromCoords(points.toArray(Coordinate[]::new));
        var hull = ConcaveHull.concaveHullByLengthRatio(all, HULL_LENGTH_RATIO);
        var reach = typicalDistance(points);
        var soft = hull.buffer(reach * 1.6, 6, BufferParameters.CAP_ROUND).buffer(-reach * 0.9, 6);
        return TopologyPreservingSimplifier.simplify(soft, reach * 0.04);
    }

    /// The middle one of the distances from each point to its nearest neighbour.
    private static double typicalDistance(List<Coordinate> points) {
        var nearest = points.stream()
                .mapToDouble(point -> points.stream()
                        .filter(other -> !other.equals2D(point))
                        .mapToDouble(point::distance)
                        .min()
                        .orElse(1))
                .sorted()
                .toArray();
        return nearest[nearest.length / 2];
    }

    private static Polygon cell(List<Polygon> cells, Coordinate point) {
        var site = GEOMETRY.createPoint(point);
        return cells.stream()
                .filter(cell -> cell.covers(site))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Two places have the middle " + point));
    }
}
