package org.phatthana.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.type.TypeReference;

class PackTest {

    @TempDir
    Path home;

    @Test
    void anOfficeKeepsItsPackInAFolderOfItsOwn() throws IOException {
        var folder = copied("an office’s own/lampang");
        Files.createDirectories(folder.resolve("registers"));
        Files.writeString(folder.resolve("registers/wells.yaml"), "code: wells\n");
        Files.writeString(folder.resolve("registers/shops.yml"), "code: shops\n");
        Files.writeString(folder.resolve("registers/.wells.yaml.swp"), "");

        var pack = new Pack(folder.toString());

        assertThat(pack.name()).isEqualTo("lampang");
        assertThat(pack.organization()).isEqualTo(new Pack("phitsanulok").organization());
        assertThat(pack.files("registers")).containsExactly("registers/shops.yml", "registers/wells.yaml");
        assertThat(pack.files("indicators")).isEmpty();
        assertThat(pack.read("registers/wells.yaml", new TypeReference<Map<String, String>>() {}))
                .isEqualTo(Map.of("code", "wells"));
        assertThat(pack.find("strategy.yaml", Organization.class)).isEmpty();
    }

    @Test
    void whatIsWrongInAFolderIsToldWithItsWholePath() throws IOException {
        var folder = copied("lampang");
        Files.writeString(folder.resolve("strategy.yaml"), "vision: [\n");

        assertThatThrownBy(() -> new Pack(folder.toString()).read("strategy.yaml", Organization.class))
                .hasMessageContaining(folder.resolve("strategy.yaml") + " cannot be read");
    }

    @Test
    void aFolderWithoutAPackIsRefusedByName() {
        assertThatThrownBy(() -> new Pack(home.resolve("nowhere").toString()))
                .hasMessageContaining("nowhere/organization.yaml is missing");
    }

    private Path copied(String name) throws IOException {
        var folder = Files.createDirectories(home.resolve(name));
        try (var in = new ClassPathResource("packs/phitsanulok/organization.yaml").getInputStream()) {
            Files.copy(in, folder.resolve("organization.yaml"));
        }
        return folder;
    }
}
