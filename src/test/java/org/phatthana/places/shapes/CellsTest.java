package org.phatthana.places.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

class CellsTest {

    @Test
    void cellsCoverTheOutlineWithoutOverlapAndHoldTheirMiddles() {
        for (var seed = 1L; seed <= 20; seed++) {
            var points = points(seed, 3 + (int) seed * 5);
            var cells = Cells.around(points);
            var outline = Cells.outline(points);
            assertThat(cells.stream().mapToDouble(Geometry::getArea).sum())
                    .as("seed %d", seed)
                    .isCloseTo(outline.getArea(), within(outline.getArea() * 1e-6));
            assertThat(OverlayNGRobust.union(cells).getArea())
                    .as("seed %d", seed)
                    .isCloseTo(outline.getArea(), within(outline.getArea() * 1e-6));
            for (var i = 0; i < points.size(); i++) {
                assertThat(cells.get(i).covers(new GeometryFactory().createPoint(points.get(i))))
                        .as("seed %d, cell %d", seed, i)
                        .isTrue();
            }
        }
    }

    @Test
    void simplifiedBordersStayShared() {
        var cells = Cells.around(points(7, 60));
        var simple = Coverage.simplified(cells, 0.5);
        var whole = simple.stream().mapToDouble(Geometry::getArea).sum();
        assertThat(OverlayNGRobust.union(simple).getArea()).isCloseTo(whole, within(whole * 1e-6));
        assertThat(Coverage.union(simple).getArea()).isCloseTo(whole, within(whole * 0.01));
    }

    @Test
    void neighboursAreMutual() {
        var cells = Cells.around(points(3, 40));
        for (var one : cells) {
            var beside = cells.stream()
                    .filter(other -> !other.equals(one) && Coverage.areNeighbours(one, other))
                    .toList();
            assertThat(beside)
                    .isNotEmpty()
                    .hasSizeLessThan(20)
                    .allMatch(other -> one.touches(other) && Coverage.areNeighbours(other, one));
        }
    }

    @Test
    void thePlaneKeepsDistancesAndComesBack() {
        var plane = new Plane(16.8, 100.3);
        var there = plane.toPlane(17.8, 100.3);
        assertThat(there.y).isCloseTo(110.574, within(0.001));
        assertThat(plane.toPlane(16.8, 101.3).x).isCloseTo(111.32 * Math.cos(Math.toRadians(16.8)), within(0.001));
        assertThat(plane.toDegrees(plane.toPlane(16.9123, 100.4567))).isEqualTo(new Coordinate(100.4567, 16.9123));
    }

    @Test
    void aPathIsDrawnInWholeUnitsWithNorthOnTop() {
        var square = new GeometryFactory().createPolygon(new Coordinate[] {
            new Coordinate(0, 0),
            new Coordinate(0, 10),
            new Coordinate(10, 10),
            new Coordinate(10, 0),
            new Coordinate(0, 0)
        });
        var canvas = new SvgPath(square.getEnvelopeInternal(), 116);
        assertThat(canvas.height()).isEqualTo(116);
        assertThat(canvas.of(square)).isEqualTo("M8 108l0-100 100 0 0 100z");
    }

    private static List<Coordinate> points(long seed, int count) {
        var random = new Random(seed);
        return IntStream.range(0, count)
                .mapToObj(_ -> new Coordinate(random.nextDouble() * 100, random.nextDouble() * 140))
                .toList();
    }
}
