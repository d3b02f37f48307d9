package org.phatthana.places.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class MosaicTest {

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    @Test
    void shapesSideBySideFit() {
        var mosaic = new Mosaic(List.of(box(0, 0, 10, 10), box(10, 0, 20, 10), box(0, 10, 20, 20)));
        assertThat(mosaic.overlaps(10)).isEmpty();
        assertThat(mosaic.gaps(10)).isEmpty();
    }

    @Test
    void anOverlapIsAShareOfTheSmallerShape() {
        var mosaic = new Mosaic(List.of(box(8, 0, 12, 10), box(0, 0, 10, 10)));
        assertThat(mosaic.overlaps(10)).singleElement().satisfies(overlap -> {
            assertThat(overlap.larger()).isEqualTo(1);
            assertThat(overlap.smaller()).isZero();
            assertThat(overlap.share()).isCloseTo(0.5, within(1e-9));
            assertThat(overlap.isWhole()).isFalse();
        });
    }

    @Test
    void aCrookedBorderIsNoOverlap() {
        assertThat(new Mosaic(List.of(box(0, 0, 10, 10), box(9.95, 0, 20, 10))).overlaps(10))
                .isEmpty();
    }

    @Test
    void aShapeThatLiesInAnotherIsWhollyCovered() {
        assertThat(new Mosaic(List.of(box(0, 0, 10, 10), box(2, 2, 3, 3))).overlaps(10))
                .singleElement()
                .matches(Mosaic.Overlap::isWhole);
        assertThat(new Mosaic(List.of(box(0, 0, 10, 10), box(0, 0, 10, 10))).overlaps(10))
                .singleElement()
                .matches(Mosaic.Overlap::isWhole);
    }

    @Test
    void aGapNamesTheShapesAroundIt() {
        var around = List.of(box(0, 0, 10, 4), box(0, 6, 10, 10), box(0, 4, 4, 6), box(6, 4, 10, 6), box(50, 0, 60, 9));
        assertThat(new Mosaic(around).gaps(10)).singleElement().satisfies(gap -> {
            assertThat(gap.around()).containsExactly(0, 1, 2, 3);
            assertThat(gap.squareKm()).isCloseTo(4, within(1e-9));
        });
    }

    @Test
    void noMoreIsToldThanAsked() {
        var pile = Stream.generate(() -> box(0, 0, 1, 1)).limit(20).toList();
        assertThat(new Mosaic(pile).overlaps(7)).hasSize(7);
    }

    @Test
    void tenThousandShapesAreComparedInSeconds() {
        var chessboard = new ArrayList<Geometry>();
        for (var row = 0; row < 100; row++) {
            for (var column = 0; column < 100; column++) {
                chessboard.add(box(column, row, column + 1, row + 1));
            }
        }
        var mosaic = new Mosaic(chessboard);
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> {
            assertThat(mosaic.overlaps(10)).isEmpty();
            assertThat(mosaic.gaps(10)).isEmpty();
        });
    }

    private static Geometry box(double left, double bottom, double right, double top) {
        return GEOMETRY.toGeometry(new Envelope(left, right, bottom, top));
    }
}
