package org.phatthana.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.phatthana.testing.Outcomes.keys;
import static org.phatthana.testing.Outcomes.refused;
import static org.phatthana.testing.Outcomes.stored;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.exchange.Imports;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/// Entries that are areas come in from GeoJSON.
@SpringBootTest(properties = "phatthana.pack=tiny")
class ZonesTest {

    private static final String SQUARE = "[[99.04,6.04],[99.06,6.04],[99.06,6.06],[99.04,6.06],[99.04,6.04]]";
    private static final String BOW_TIE = "[[99.04,6.04],[99.06,6.06],[99.06,6.04],[99.04,6.06],[99.04,6.04]]";

    @TempDir
    Path folder;

    @Autowired
    Imports imports;

    @Autowired
    Registers registers;

    @Autowired
    Entries entries;

    @Test
    void aSoundAreaStandsInItsTambonAndOneThatCrossesItselfIsRefusedWithAllBesideIt() throws IOException {
        var zones = registers.find("zones").orElseThrow();
        var before = entries.count(zones);
        var errors = refused(take(feature("เขตดี", SQUARE) + "," + feature("เขตไขว้", BOW_TIE)));
        assertThat(keys(errors)).containsExactly("registers.fault.crosses");
        assertThat(errors.getFirst().column()).isEqualTo("features[1]");
        assertThat(entries.count(zones)).isEqualTo(before);

        stored(take(feature("เขตดี", SQUARE)));
        var there = new ArrayList<Entry>();
        entries.each(zones, there::add);
        assertThat(there)
                .filteredOn(entry -> entry.text("name").orElse("").equals("เขตดี"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.place()).isPresent());
    }

    @Test
    void whatIsNoShapeOrNoGeoJsonIsRefused() throws IOException {
        assertThat(keys(refused(take("""
            {"type":"Feature","properties":{"name":"เขตจุด"},"geometry":{"type":"Point","coordinates":[99.05,6.05]}}
            """)))).containsExactly("registers.fault.kind");
        assertThat(keys(refused(take("""
            {"type":"Feature","properties":{"name":"เขตพัง"},"geometry":{"type":"Polygon","coordinates":[[1]]}}
            """)))).containsExactly("registers.file.no-geometry");
        assertThat(keys(refused(given("{\"type\":\"Feature\"}")))).containsExactly("registers.file.no-features");
        assertThat(keys(refused(given("{\"type\":")))).containsExactly("registers.file.no-json");
    }

    private static String feature(String name, String ring) {
        return "{\"type\":\"Feature\",\"properties\":{\"name\":\"%s\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[%s]}}"
                .formatted(name, ring);
    }

    private ImportOutcome take(String features) throws IOException {
        return given("{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}");
    }

    private ImportOutcome given(String text) throws IOException {
        var file = Files.writeString(folder.resolve("zones.geojson"), text);
        return imports.take("register-zones", new ImportFile(file, "zones.geojson", Map.of(), "officer"))
                .orElseThrow();
    }
}
