package org.phatthana.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.exchange.Imports;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.Language;
import org.phatthana.values.PlaceCode;
import org.phatthana.web.Texts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/// Imports into the small province, whose three tambon are easy to draw.
@SpringBootTest(properties = "phatthana.pack=tiny")
class ShapesImporterTest {

    private static final String GOOD = """
        {"type":"FeatureCollection","source":"a survey","features":[
        {"type":"Feature","properties":{"tambon_code":"910101"},"geometry":{"type":"Polygon","coordinates":
          [[[99.0,6.0],[99.1,6.0],[99.1,6.1],[99.0,6.1],[99.0,6.0]]]}},
        {"type":"Feature","properties":{"ADM3_PCODE":"TH910102"},"geometry":{"type":"Polygon","coordinates":
          [[[99.1,6.0],[99.2,6.0],[99.2,6.1],[99.1,6.1],[99.1,6.0]]]}},
        {"type":"Feature","properties":{"tambon_th":"ทดสอบใต้","amphoe_th":"ปลายทาง"},"geometry":{"type":"Polygon","coordinates":
          [[[99.0,5.9],[99.2,5.9],[99.2,6.0],[99.1,6.0],[99.0,6.0],[99.0,5.9]]]}}]}
        """;

    @TempDir
    Path folder;

    @Autowired
    ShapesImporter importer;

    @Autowired
    StoredPlaces stored;

    @Autowired
    PublicLog log;

    @Autowired
    Places places;

    @Autowired
    Imports imports;

    @Autowired
    Texts texts;

    @Test
    void aFileOfAllTambonIsStoredAndSeen() throws Exception {
        var before = log.size();
        var outcome = take(GOOD);
        assertThat(outcome).isInstanceOf(ImportOutcome.Stored.class);
        var done = (ImportOutcome.Stored) outcome;
        assertThat(done.counts()).containsEntry("shapes", 3L);
        assertThat(done.notes()).hasSize(1);
        assertThat(log.size()).isEqualTo(before + 1);
        for (var i = 0; i < 30 && places.areShapesApproximate(); i++) {
            Thread.sleep(100);
        }
        assertThat(places.areShapesApproximate()).isFalse();
        assertThat(places.at(6.05, 99.05).map(place -> place.code().code())).contains("910101");
        assertThat(places.neighbours(new PlaceCode("910101")))
                .extracting(place -> place.code().code())
                .containsExactly("910102", "910201");
        assertThat(places.drawing().source().thai()).isEqualTo("a survey");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "places.import.swapped        | [99.0,6.0],[99.1,6.0],[99.1,6.1],[99.0,6.1],[99.0,6.0] |"
                        + " [6.0,99.0],[6.0,99.1],[6.1,99.1],[6.1,99.0],[6.0,99.0]",
                "places.import.crossing       | [99.1,6.0],[99.1,6.1],[99.0,6.1] | [99.1,6.1],[99.1,6.0],[99.0,6.1]",
                "places.import.open-ring      | [99.0,6.1],[99.0,6.0]]]} | [99.0,6.1]]]}",
                "places.import.far-away       | [99.0,6.0],[99.1,6.0],[99.1,6.1],[99.0,6.1],[99.0,6.0] |"
                        + " [10.0,50.0],[10.1,50.0],[10.1,50.1],[10.0,50.0]",
                "places.import.not-coordinates| [99.1,6.0],[99.1,6.1],[99.0,6.1] | [99.1,6.0],[\"x\",6.1],[99.0,6.1]",
                "places.import.not-a-polygon  | {\"type\":\"Polygon\" | {\"type\":\"LineString\"",
                "places.import.twice          | TH910102 | 910101",
                "places.import.missing        | TH910102 | 930102",
                "places.import.covered        | [99.1,6.0],[99.2,6.0],[99.2,6.1],[99.1,6.1],[99.1,6.0] |"
                        + " [99.0,6.0],[99.05,6.0],[99.05,6.05],[99.0,6.05],[99.0,6.0]",
                "places.import.bad-code       | TH910102 | TH91",
                "places.import.unknown-name   | ทดสอบใต้ | ไม่มีชื่อนี้",
                "places.import.no-code        | tambon_code | other",
                "places.import.not-a-collection | FeatureCollection | Feature",
                "places.import.not-json       | \"features\" | features"
            })
    void aBadFileIsRefusedWithItsReason(String key, String good, String bad) throws IOException {
        assertThat(GOOD).contains(good.strip());
        var before = stored.edition();
        var at = GOOD.indexOf(good.strip());
        var outcome = take(GOOD.substring(0, at)
                + bad.strip()
                + GOOD.substring(at + good.strip().length()));
        assertThat(outcome).isInstanceOf(ImportOutcome.Refused.class);
        assertThat(((ImportOutcome.Refused) outcome).errors())
                .extracting(error -> error.message().key())
                .contains(key.strip());
        assertThat(stored.edition()).isEqualTo(before);
    }

    @Test
    void anOverlapAndAGapAreToldAndCanBeStored() throws IOException {
        var before = stored.edition();
        var entries = log.size();
        var overlapping = (ImportOutcome.Stored) attempt(GOOD.replace("[99.1,6.0],[99.2,6.0]", "[99.08,6.0],[99.2,6.0]")
                .replace("[99.1,6.1],[99.1,6.0]]]}", "[99.08,6.1],[99.08,6.0]]]}"));
        assertThat(overlapping.notes())
                .filteredOn(note -> note.message().key().equals("places.import.overlap"))
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.row()).isEqualTo(1);
                    assertThat(note.column()).isEqualTo("features[0].geometry");
                    assertThat(texts.text(Language.ENGLISH, note.message())).contains("20.0%");
                });
        var holed = (ImportOutcome.Stored)
                attempt(
                        GOOD.replace(
                                "[99.0,5.9],[99.2,5.9],[99.2,6.0],[99.1,6.0],[99.0,6.0],[99.0,5.9]",
                                "[99.0,5.9],[99.2,5.9],[99.2,6.0],[99.15,6.0],[99.15,5.95],[99.05,5.95],[99.05,6.0],[99.0,6.0],[99.0,5.9]"));
        assertThat(holed.notes())
                .filteredOn(note -> note.message().key().equals("places.import.gap"))
                .singleElement()
                .satisfies(note ->
                        assertThat(texts.text(Language.THAI, note.message())).contains("61.", "ตร.กม."));
        assertThat(stored.edition()).as("what is tried is not stored").isEqualTo(before);
        assertThat(log.size()).isEqualTo(entries);
    }

    @Test
    void whatIsNotEvenTextIsRefused() throws IOException {
        var file = folder.resolve("x.geojson");
        Files.write(file, new byte[] {0, 1, 2, (byte) 0xff});
        assertThat(importer.take(new ImportFile(file, "x.geojson", Map.of(), "planner")))
                .isInstanceOf(ImportOutcome.Refused.class);
    }

    private ImportOutcome attempt(String text) throws IOException {
        var file = folder.resolve("shapes.geojson");
        Files.writeString(file, text);
        return imports.attempt("places", new ImportFile(file, "shapes.geojson", Map.of(), "administrator"))
                .orElseThrow();
    }

    private ImportOutcome take(String text) throws IOException {
        var file = folder.resolve("shapes.geojson");
        Files.writeString(file, text);
        return importer.take(new ImportFile(file, "shapes.geojson", Map.of(), "planner"));
    }
}
