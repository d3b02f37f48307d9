package org.phatthana.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.PlaceCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

@SpringBootTest
@AutoConfigureMockMvc
class PlacesTest {

    @Autowired
    Places places;

    @Autowired
    PackLoading loading;

    @Autowired
    PublicLog log;

    @Test
    void thePackAddsUpToTheFiguresOfTheDomain() {
        var people = new TreeMap<String, Long>();
        var tambon = new TreeMap<String, Integer>();
        for (var amphoe : places.amphoe()) {
            people.put(amphoe.code().code(), amphoe.people());
            tambon.put(amphoe.code().code(), places.within(amphoe.code()).size());
        }
        assertThat(people)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "6501", 282_707L, "6502", 85_979L, "6503", 41_357L, "6504", 92_758L, "6505", 45_918L, "6506",
                        85_218L, "6507", 37_595L, "6508", 118_501L, "6509", 57_351L));
        assertThat(tambon.values()).containsExactly(20, 11, 6, 11, 9, 12, 6, 11, 7);
        assertThat(places.province().people()).isEqualTo(847_384);
        assertThat(places.province().villages()).isEqualTo(1_048);
        // The written figure is 358,036; the tambon's add up to one less.
        assertThat(places.province().households()).isEqualTo(358_035);
        assertThat(places.tambon()).hasSize(93);
        assertThat(places.find(new PlaceCode("650908"))).isEmpty();
    }

    @Test
    void everyTambonHasABodyThatLooksAfterIt() {
        assertThat(places.bodies().stream().filter(body -> !body.obsolete())).hasSize(103);
        for (var place : places.tambon()) {
            var bodies = places.bodiesOf(place.code());
            assertThat(bodies).as(place.code().code()).hasSizeGreaterThan(1);
            assertThat(bodies.getLast().type()).isEqualTo(Body.Type.PAO);
        }
        assertThat(places.bodiesOf(new PlaceCode("650117")))
                .extracting(body -> body.title().thai())
                .containsExactly("เทศบาลเมืองอรัญญิก", "องค์การบริหารส่วนจังหวัดพิษณุโลก");
    }

    @Test
    void withoutBordersTheMiddleOfATambonLiesInItsCell() {
        assertThat(places.areShapesApproximate()).isTrue();
        for (var place : places.tambon()) {
            assertThat(places.at(place.centroid().lat(), place.centroid().lon()))
                    .as(place.code().code())
                    .contains(place);
        }
        assertThat(places.at(13.75, 100.5)).isEmpty();
        assertThat(places.neighbours(new PlaceCode("650101"))).hasSizeBetween(3, 10);
    }

    @ParameterizedTest
    @CsvSource({
        "หนองกุลา, 650406",
        "ต.หนองกุลา, 650406",
        "ตำบล หนองกุลา, 650406",
        "หนองกูลา, 650406",
        "หนองกลุา, 650406",
        "Nong Kula, 650406",
        "nongkula, 650406",
        "Nong Kulla, 650406",
        "tambon nong kula, 650406",
        "650406, 650406",
        "๖๕๐๔๐๖, 650406",
        "ต.วังทอง อ.วังทอง, 650801",
        "ต.ป่าแดง อ.ชาติตระการ จ.พิษณุโลก, 650301",
        "อ.วังทอง, 6508",
        "อำเภอเนินมะปราง, 6509",
        "วังน้าคู้, 650102"
    })
    void aPlaceIsFoundAsPeopleWriteIt(String text, String code) {
        assertThat(places.named(text))
                .first()
                .extracting(match -> match.place().code().code())
                .isEqualTo(code);
    }

    @Test
    void aNameThatNoPlaceHasFindsNothing() {
        assertThat(places.named("เชียงใหม่")).isEmpty();
        assertThat(places.named("")).isEmpty();
        assertThat(places.named("x".repeat(5_000))).isEmpty();
    }

    @Test
    void loadingTheSamePackAgainChangesNothing() {
        var before = log.size();
        loading.afterPropertiesSet();
        assertThat(log.size()).isEqualTo(before);
    }
}
