package org.phatthana.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.phatthana.values.PlaceCode;

class PlaceFinderTest {

    private final PlaceFinder finder = new PlaceFinder(Map.of(
            new PlaceCode("6508"), "วังทอง",
            new PlaceCode("6501"), "เมืองพิษณุโลก",
            new PlaceCode("6504"), "บางระกำ",
            new PlaceCode("650801"), "วังทอง",
            new PlaceCode("650101"), "บ้านคลอง",
            new PlaceCode("650401"), "บ้านคลอง",
            new PlaceCode("650102"), "บ้านคลองใหม่"));

    @Test
    void onlyNamesBehindTheWordForTambonCount() {
        assertThat(finder.in("ถนนไปวังทอง")).isEmpty();
        assertThat(finder.in("ถนน ต. วังทอง อ.วังทอง"))
                .extracting(found -> found.place().code())
                .containsExactly("650801");
        assertThat(finder.in("ตำบลบ้านคลองใหม่"))
                .extracting(found -> found.place().code())
                .containsExactly("650102");
    }

    @Test
    void aSharedNameIsDecidedByItsAmphoeOrNotAtAll() {
        assertThat(finder.in("ต.บ้านคลอง อ.บางระกำ"))
                .containsExactly(new PlaceFinder.Found(new PlaceCode("650401"), true, "ต.บ้านคลอง"));
        assertThat(finder.in("ต.บ้านคลอง")).hasSize(2).noneMatch(PlaceFinder.Found::certain);
    }

    @Test
    void departmentsAreOneHoweverTheyAreTyped() {
        assertThat(Departments.main("กองยุทธศาสตร์และงบประมาณ \nกลุ่มงานเทคโนโลยีสารสนเทศ"))
                .isEqualTo(Departments.main("กองยุทธศาสตร์และงบประมาณ\nกลุ่มงานเทคโนโลยีสารสนเทศ"))
                .isEqualTo("กองยุทธศาสตร์และงบประมาณ");
        assertThat(Departments.main("กองสวัสดิการสังคม (เงินอุดหนุน)")).isEqualTo("กองสวัสดิการสังคม");
        assertThat(Departments.shortened(
                        java.util.List.of("สำนักสาธารณสุขฯ", "สำนักสาธารณสุขและสิ่งแวดล้อม", "กองช่าง")))
                .containsExactly(Map.entry("สำนักสาธารณสุขฯ", "สำนักสาธารณสุขและสิ่งแวดล้อม"));
    }
}
