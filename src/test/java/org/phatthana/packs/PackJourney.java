package org.phatthana.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.phatthana.testing.Packaged;

/// The way of an office that edits its own pack and starts the packaged program with it.
class PackJourney {

    private static final Duration LONG = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    @Test
    void everyFaultIsToldWithItsFileAndOnceMendedTheRegisterIsThere() throws Exception {
        var pack = copied();
        var settings = Map.of("PHATTHANA_PACK", pack.toString());
        var wells = pack.resolve("registers/wells.yaml");
        Files.writeString(wells, "code: wells\ntitle: { th: บ่อบาดาล }\ngeometry: dot\n");
        Files.writeString(pack.resolve("registers/torn.yaml"), "code: [torn\n");

        var refused = Packaged.start(folder.resolve("home"), settings);

        assertThat(refused.exit(LONG)).isEqualTo(1);
        assertThat(refused.complained())
                .contains(
                        wells + ": title: required property 'en' not found",
                        wells + ": geometry: ",
                        pack.resolve("registers/torn.yaml") + " cannot be read: ")
                .doesNotContain("\tat ", "bean");

        Files.delete(pack.resolve("registers/torn.yaml"));
        Files.writeString(wells, """
            code: wells
            title: { th: บ่อบาดาล, en: Wells }
            description: { th: บ่อน้ำ, en: Wells }
            geometry: point
            name: name
            keeper: { th: กองช่าง, en: Engineering }
            source: { th: กองช่าง, en: Engineering }
            fields:
              - { code: name, type: text, required: true, privacy: public, label: { th: ชื่อ, en: Name } }
            """);
        var program = Packaged.start(folder.resolve("home"), settings);
        assertThat(page(program.address(LONG) + "/registers")).contains("บ่อบาดาล");
        program.process().destroy();
        program.exit(LONG);
    }

    private Path copied() throws IOException {
        var from = Path.of("src/main/resources/packs/phitsanulok");
        var to = folder.resolve("phitsanulok");
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }

    private static String page(String address) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
