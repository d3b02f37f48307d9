package org.phatthana.registers.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.TableColumns;
import org.phatthana.registers.kept.GeometryText;
import org.phatthana.values.Message;
import org.phatthana.web.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the features of a GeoJSON file (RFC 7946) as rows: their properties are columns, by their names.
final class GeoJsonRows {

    private static final JsonMapper JSON = new JsonMapper();
    private static final long MOST_BYTES = 32L * 1024 * 1024;
    private static final int MOST_FEATURES = 25_000;

    private final Map<String, String> columns = new LinkedHashMap<>();
    private final List<CellNote> errors = new ArrayList<>();
    private final List<CellNote> notes = new ArrayList<>();

    GeoJsonRows(TableColumns known, Texts texts) {
        known.columns().forEach(column -> {
            columns.put(bare(column.key()), column.key());
            texts.languages().forEach(language -> {
                for (var name : known.names(column.key(), language, texts).split("\\|")) {
                    columns.putIfAbsent(bare(name), column.key());
                }
            });
        });
    }

    /// A feature.
    ///
    /// @param properties the texts of its properties by column
    /// @param names the names of its properties by column, as the file has them
    record Feature(int number, Map<String, String> properties, Map<String, String> names, Optional<Geometry> geometry)
            implements GivenRow {

        @Override
        public boolean has(String column) {
            return properties.containsKey(column);
        }

        @Override
        public String text(String column) {
            return properties.getOrDefault(column, "");
        }

        @Override
        public CellNote note(String column, Message message) {
            return new CellNote(
                    "",
                    0,
                    "features[%d]%s"
                            .formatted(number - 1, names.containsKey(column) ? ".properties." + names.get(column) : ""),
                    column,
                    message);
        }
    }

    List<GivenRow> read(ImportFile file) {
        var rows = new ArrayList<GivenRow>();
        if (file.path().toFile().length() > MOST_BYTES) {
            errors.add(CellNote.ofFile(Message.of("registers.file.too-large", MOST_BYTES / 1024 / 1024)));
            return rows;
        }
        var features = features(file);
        if (features.size() > MOST_FEATURES) {
            errors.add(CellNote.ofFile(Message.of("registers.file.too-many", MOST_FEATURES)));
            return rows;
        }
        for (var i = 0; i < features.size(); i++) {
            rows.add(feature(i, features.get(i)));
        }
        return rows;
    }

    private JsonNode features(ImportFile file) {
        try {
            var json = JSON.readTree(file.path().toFile());
            if (!json.path("type").asString("").equals("FeatureCollection")
                    || !json.path("features").isArray()) {
                errors.add(CellNote.ofFile(Message.of("registers.file.no-features")));
            }
            return json.path("features");
        } catch (JacksonException e) {
            errors.add(CellNote.ofFile(Message.of("registers.file.no-json", e.getOriginalMessage())));
            return JSON.createArrayNode();
        }
    }

    private Feature feature(int index, JsonNode feature) {
        var texts = new LinkedHashMap<String, String>();
        var names = new LinkedHashMap<String, String>();
        for (var property : feature.path("properties").properties()) {
            var column = columns.get(bare(property.getKey()));
            if (column == null) {
                if (index == 0) {
                    notes.add(new CellNote(
                            "",
                            0,
                            "features[0].properties." + property.getKey(),
                            "",
                            Message.of("exchange.columns.unknown", property.getKey())));
                }
                continue;
            }
            texts.put(column, text(property.getValue()));
            names.put(column, property.getKey());
        }
        if (!feature.path("id").asString("").isEmpty()) {
            texts.put(IntakeColumns.ID, feature.path("id").asString());
        }
        var geometry = feature.path("geometry");
        var shape = geometry.isObject() ? GeometryText.read(geometry.toString()) : Optional.<Geometry>empty();
        if (geometry.isObject() && shape.isEmpty()) {
            errors.add(new CellNote(
                    "",
                    0,
                    "features[%d].geometry".formatted(index),
                    "geometry",
                    Message.of("registers.file.no-geometry")));
        }
        return new Feature(index + 1, texts, names, shape);
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            var parts = new ArrayList<String>();
            value.forEach(part -> parts.add(part.asString("")));
            return String.join(", ", parts);
        }
        return value.isNull() ? "" : value.asString("");
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]+", "");
    }

    List<CellNote> errors() {
        return errors;
    }

    List<CellNote> notes() {
        return notes;
    }
}
