package org.phatthana.plan.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawingTest {

    @Test
    void whatIsDrawnReadsBackAsTheSameCorners() {
        for (var drawing : new Drawing[] {
            new Drawing("point", "16.82110, 100.26590"),
            new Drawing("line", "16.82110, 100.26590\n16.90000, 100.30000"),
            new Drawing("area", "16.80000, 100.20000\n16.80000, 100.30000\n16.90000, 100.30000")
        }) {
            assertThat(drawing.read(DrawingTest::isNear))
                    .isInstanceOfSatisfying(
                            Drawing.Read.Drawn.class,
                            drawn -> assertThat(Drawing.of(drawn.geoJson())).isEqualTo(drawing));
        }
        assertThat(Drawing.NONE.read(DrawingTest::isNear)).isEqualTo(new Drawing.Read.Drawn(""));
    }

    @Test
    void thaiDigitsAndOtherSeparatorsAreRead() {
        assertThat(new Drawing("point", "๑๖.๘๒๑๑ ๑๐๐.๒๖๕๙").read(DrawingTest::isNear))
                .isInstanceOfSatisfying(
                        Drawing.Read.Drawn.class,
                        drawn -> assertThat(drawn.geoJson()).contains("[100.2659,16.8211]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "point | 100.2659, 16.8211 | plan.draft.place.swapped",
                "point | 13.75, 100.50 | plan.draft.place.outside",
                "point | วังทอง | plan.draft.place.not-numbers",
                "point | 16.82 | plan.draft.place.not-numbers",
                "point | 16.82, 100.26;16.83, 100.27 | plan.draft.place.corners.point",
                "line | 16.82, 100.26 | plan.draft.place.corners.line",
                "area | 16.82, 100.26 | plan.draft.place.corners.area"
            })
    void whatCannotBeMeantIsRefusedNamingTheLine(String shape, String corners, String key) {
        var text = corners.replace(";", "\n");
        assertThat(new Drawing(shape, text).read(DrawingTest::isNear))
                .isInstanceOfSatisfying(
                        Drawing.Read.Faulty.class,
                        faulty -> assertThat(faulty.fault().key()).isEqualTo(key));
    }

    @Test
    void anAreaWhoseBorderCrossesItselfIsRefused() {
        var bow = "16.80, 100.20\n16.90, 100.30\n16.90, 100.20\n16.80, 100.30";
        assertThat(new Drawing("area", bow).read(DrawingTest::isNear))
                .isInstanceOfSatisfying(
                        Drawing.Read.Faulty.class,
                        faulty -> assertThat(faulty.fault().key()).isEqualTo("plan.draft.place.crosses"));
    }

    private static boolean isNear(double latitude, double longitude) {
        return latitude > 16 && latitude < 18 && longitude > 99 && longitude < 102;
    }
}
