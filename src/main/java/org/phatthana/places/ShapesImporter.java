package org.phatthana.places;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.ImportGuide;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.exchange.Importer;
import org.phatthana.places.shapes.GeoJson;
import org.phatthana.proof.PublicAct;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.Language;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Takes in the borders of all tambon as GeoJSON, in the place of those that were there.
///
/// Options of the file: `source` says where the borders are from (without it the file's own member `source`, else
/// its name); `approximate` is `true` where they only say roughly where borders run.
@Component
class ShapesImporter implements Importer {

    private static final long MAX_BYTES = 20L << 20;
    private static final int MAX_DEPTH = 64;
    private static final ImportGuide GUIDE = new ImportGuide(
            "administrator",
            "/places",
            "/imports/places",
            "places.file.",
            List.of(".geojson", ".json"),
            List.of(new ImportGuide.Option("source", false), new ImportGuide.Option("approximate", true)),
            List.of(new ImportGuide.Template("geojson", "/api/v1/places/shapes.geojson?level=tambon")));

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxDocumentLength(MAX_BYTES)
                            .build())
                    .build())
            .build();

    private final Places places;
    private final StoredPlaces stored;
    private final PublicLog log;
    private final TransactionTemplate transaction;

    ShapesImporter(Places places, StoredPlaces stored, PublicLog log, TransactionTemplate transaction) {
        this.places = places;
        this.stored = stored;
        this.log = log;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return "places";
    }

    @Override
    public ImportGuide guide() {
        return GUIDE;
    }

    @Override
    public ImportOutcome take(ImportFile file) {
        JsonNode read;
        try {
            if (Files.size(file.path()) > MAX_BYTES) {
                return refused(Message.of("places.import.too-large", MAX_BYTES >> 20));
            }
            read = JSON.readTree(Files.readAllBytes(file.path()));
        } catch (JacksonException e) {
            var at = e.getLocation();
            return refused(
                    at == null
                            ? Message.of("places.import.not-json", 1, 1)
                            : Message.of("places.import.not-json", at.getLineNr(), at.getColumnNr()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var known = new ArrayList<>(places.within(places.province().code()));
        var shapes = new ShapeFile(known);
        shapes.read(read);
        if (!shapes.errors().isEmpty()) {
            return new ImportOutcome.Refused(shapes.errors());
        }
        store(file, shapes, source(file, read));
        var counts = new LinkedHashMap<String, Long>();
        counts.put("shapes", (long) shapes.shapes().size());
        counts.put("points", (long) shapes.points());
        return new ImportOutcome.Stored("/places", counts, Map.of(), shapes.notes());
    }

    private void store(ImportFile file, ShapeFile shapes, String source) {
        var approximate = Boolean.parseBoolean(file.options().getOrDefault("approximate", "false"));
        var rows = shapes.shapes().entrySet().stream()
                .map(shape ->
                        new StoredPlaces.Shape(shape.getKey(), GeoJson.write(shape.getValue()), source, approximate))
                .toList();
        var digest = PackLoading.digest(String.join(
                "\n", rows.stream().map(StoredPlaces.Shape::geometry).toList()));
        var province = places.province().title();
        transaction.executeWithoutResult(_ -> {
            stored.lock();
            stored.replaceShapes(rows);
            stored.addEdition("shapes", digest);
            log.append(new PublicAct(
                    "places.shapes-imported",
                    "/places",
                    file.capacity(),
                    Localized.of(
                            "นำเข้าแนวเขต %d ตำบลของ%s".formatted(rows.size(), province.thai()),
                            "Imported the borders of %d tambon of %s"
                                    .formatted(rows.size(), province.in(Language.ENGLISH))),
                    Map.of(
                            "shapes", rows.size(),
                            "points", shapes.points(),
                            "source", source,
                            "approximate", approximate,
                            "digest", digest),
                    false));
        });
    }

    private static String source(ImportFile file, JsonNode read) {
        var stated = file.options().getOrDefault("source", "").strip();
        if (stated.isEmpty()) {
            stated = read.path("source").asString("").strip();
        }
        if (stated.isEmpty()) {
            stated = file.name();
        }
        return stated.length() > 500 ? stated.substring(0, 500) : stated;
    }

    private static ImportOutcome refused(Message message) {
        return new ImportOutcome.Refused(List.of(CellNote.ofFile(message)));
    }
}
