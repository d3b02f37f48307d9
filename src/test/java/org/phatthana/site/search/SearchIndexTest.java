package org.phatthana.site.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.phatthana.values.Localized;

class SearchIndexTest {

    private final SearchIndex index = new SearchIndex(List.of(
            place("650804", "วังทอง", "Wang Thong", "อำเภอวังทอง"),
            place("650405", "หนองกุลา", "Nong Kula", "อำเภอบางระกำ"),
            place("650101", "ในเมือง", "Nai Mueang", "อำเภอเมืองพิษณุโลก"),
            place("650112", "พลายชุมพล", "Phlai Chumphon", "อำเภอเมืองพิษณุโลก"),
            place("650305", "บ้านดง", "Ban Dong", "อำเภอชาติตระการ"),
            place("650301", "ป่าแดง", "Pa Daeng", "อำเภอชาติตระการ"),
            new Entry(
                    Entry.Kind.PROJECT,
                    "/projects/1",
                    Localized.thai("ก่อสร้างถนนลาดยาง สายบ้านวังทอง หมู่ที่ 5"),
                    Localized.thai("กองช่าง"),
                    "",
                    "",
                    true)));

    @ParameterizedTest
    @CsvSource({
        "วังทอง, 650804",
        "ต.วังทอง, 650804",
        "หนองกุลา, 650405",
        "หนองกุหลา, 650405",
        "หนองกุรา, 650405",
        "nong kula, 650405",
        "Nong Kulla, 650405",
        "nongkula, 650405",
        "พรายชุมพน, 650112",
        "phlai chumpon, 650112",
        "650101, 650101",
        "๖๕๐๑๐๑, 650101",
        "ปาแดง, 650301",
    })
    void aPlaceIsFoundByNameCodeAndWithTypingMistakes(String typed, String code) {
        assertThat(index.find(typed, 5)).first().extracting(Entry::code).isEqualTo(code);
    }

    @Test
    void aProjectIsFoundByAWordInTheMiddleOfItsName() {
        assertThat(index.find("ถนนลาดยาง", 5)).first().extracting(Entry::path).isEqualTo("/projects/1");
        assertThat(index.find("หมู่ที่ ๕", 5)).first().extracting(Entry::path).isEqualTo("/projects/1");
    }

    @Test
    void nothingIsFoundForNothingOrForNonsense() {
        assertThat(index.find("", 5)).isEmpty();
        assertThat(index.find("   ", 5)).isEmpty();
        assertThat(index.find("qqqqxxyyzz", 5)).isEmpty();
        assertThat(index.find("(\\\"*?~:^", 5)).isEmpty();
    }

    private static Entry place(String code, String thai, String english, String amphoe) {
        return new Entry(
                Entry.Kind.PLACE,
                "/places/" + code,
                Localized.of(thai, english),
                Localized.thai(amphoe),
                "ตำบล ต." + thai,
                code,
                false);
    }
}
