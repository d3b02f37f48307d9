package org.phatthana.packs;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.phatthana.values.Language;
import org.phatthana.values.Localized;
import org.phatthana.values.PlaceCode;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The files of one organization's pack, read as typed YAML: under `packs/<name>/` of the class path, or in a
/// folder of the office's own, which is called after the pack.
///
/// A file that has a field which the reading record lacks, or lacks one that it needs, is refused with its name and
/// line.
public final class Pack {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .addModule(new SimpleModule()
                    .addDeserializer(Localized.class, reading(Localized.class, Pack::localized))
                    .addDeserializer(PlaceCode.class, reading(PlaceCode.class, json -> new PlaceCode(json.getString())))
                    .addDeserializer(Language.class, reading(Language.class, json -> new Language(json.getString()))))
            .build();

    private final String name;
    private final @Nullable Path folder;
    private final ResourceLoader resources = new DefaultResourceLoader();
    private final Organization organization;

    /// Opens the pack.
    ///
    /// @param where its name, or the path of its folder, which has a `/` in it: `./phitsanulok`
    /// @throws UnsoundPack if there is no such pack
    public Pack(String where) {
        this.folder = where.contains("/") ? Path.of(where).toAbsolutePath().normalize() : null;
        this.name = folder == null ? where : String.valueOf(folder.getFileName());
        if (!name.matches("[a-z0-9-]{1,40}")) {
            throw new UnsoundPack("A pack has a name of small letters, digits and hyphens, not «" + name + "»");
        }
        this.organization = find("organization.yaml", Organization.class)
                .orElseThrow(() -> new UnsoundPack(
                        "There is no pack «%s»: %s is missing".formatted(where, path("organization.yaml"))));
    }

    public String name() {
        return name;
    }

    /// Where a file of the pack stands, for those who mend it: `packs/phitsanulok/strategy.yaml`, or its whole path
    /// in a folder of the office's own.
    ///
    /// @param file its path inside the pack
    public String path(String file) {
        return folder == null
                ? "packs/" + name + "/" + file
                : folder.resolve(file).toString();
    }

    public Organization organization() {
        return organization;
    }

    /// Reads a file that the pack must have.
    ///
    /// @param file its path inside the pack, for example `strategy.yaml`
    /// @throws UnsoundPack if it is missing or cannot be read as `type`
    public <T> T read(String file, Class<T> type) {
        return find(file, type).orElseThrow(() -> missing(file));
    }

    /// Reads a file that the pack must have, of a generic type such as a list of records.
    public <T> T read(String file, TypeReference<T> type) {
        try (var in = open(file).orElseThrow(() -> missing(file))) {
            return YAML.readValue(in, type);
        } catch (IOException | JacksonException e) {
            throw unreadable(file, e);
        }
    }

    /// Reads a file that a pack may have.
    public <T> Optional<T> find(String file, Class<T> type) {
        var in = open(file);
        if (in.isEmpty()) {
            return Optional.empty();
        }
        try (var open = in.get()) {
            return Optional.of(YAML.readValue(open, type));
        } catch (IOException | JacksonException e) {
            throw unreadable(file, e);
        }
    }

    /// The paths of the YAML files (`.yaml`, `.yml`) in a folder, in the order of their names; none where the pack
    /// has no such folder.
    ///
    /// @param folder its path inside the pack, for example `registers`
    public List<String> files(String folder) {
        try {
            var names = this.folder == null ? shipped(folder) : kept(this.folder.resolve(folder));
            return names.stream().map(file -> folder + "/" + file).sorted().toList();
        } catch (FileNotFoundException | NoSuchFileException _) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> shipped(String folder) throws IOException {
        var pattern = "classpath*:packs/" + name + "/" + folder + "/*.y*ml";
        return Stream.of(new PathMatchingResourcePatternResolver(resources).getResources(pattern))
                .map(file -> String.valueOf(file.getFilename()))
                .toList();
    }

    private static List<String> kept(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.matches("[^.].*\\.ya?ml"))
                    .toList();
        }
    }

    private Optional<InputStream> open(String file) {
        if (folder != null) {
            return kept(folder, file);
        }
        var resource = resources.getResource("classpath:packs/" + name + "/" + file);
        try {
            return resource.exists() ? Optional.of(resource.getInputStream()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<InputStream> kept(Path folder, String file) {
        try {
            return Optional.of(Files.newInputStream(folder.resolve(file)));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UnsoundPack missing(String file) {
        return new UnsoundPack("The pack «%s» has no %s".formatted(name, file));
    }

    private UnsoundPack unreadable(String file, Exception e) {
        return new UnsoundPack("%s cannot be read: %s".formatted(path(file), e.getMessage()), e);
    }

    private static Localized localized(JsonParser json) {
        return new Localized(json.readValueAs(new TypeReference<Map<String, String>>() {}));
    }

    private static <T> ValueDeserializer<T> reading(Class<T> type, Function<JsonParser, T> reader) {
        return new ValueDeserializer<>() {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context) {
                return reader.apply(json);
            }

            @Override
            public Class<?> handledType() {
                return type;
            }
        };
    }
}
