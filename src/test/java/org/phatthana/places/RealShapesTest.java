package org.phatthana.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.phatthana.values.PlaceCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import tools.jackson.databind.json.JsonMapper;

/// The borders as they come from a real source, read but not stored, so that other tests find the places as they
/// were.
@SpringBootTest
@AutoConfigureMockMvc
class RealShapesTest {

    @Autowired
    Places places;

    @Test
    void theRealBordersOfPhitsanulokAreTaken() throws Exception {
        var file = Path.of(System.getProperty("shared.data", "../shared/data"), "places/phitsanulok_tambon.geojson");
        assumeTrue(Files.exists(file), file + " is absent: the real borders are not tested");
        var shapes = new ShapeFile(new ArrayList<>(places.within(new PlaceCode("65"))));
        shapes.read(new JsonMapper().readTree(Files.readString(file)));
        assertThat(shapes.errors()).isEmpty();
        assertThat(shapes.notes()).isEmpty();
        assertThat(shapes.shapes()).hasSize(93);
        var points = new java.util.TreeMap<PlaceCode, GeoPoint>();
        places.tambon().forEach(place -> points.put(place.code(), place.centroid()));
        var atlas = new Atlas(points, shapes.shapes());
        for (var place : places.tambon()) {
            assertThat(atlas.at(place.centroid().lat(), place.centroid().lon()))
                    .as(place.code().code())
                    .contains(place.code());
            assertThat(atlas.neighbours(place.code())).as(place.code().code()).isNotEmpty();
        }
        assertThat(atlas.areaSquareKm(new PlaceCode("65"))).isBetween(9_500.0, 11_500.0);
    }
}
