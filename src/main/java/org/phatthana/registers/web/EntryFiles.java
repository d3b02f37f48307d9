package org.phatthana.registers.web;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import org.phatthana.exchange.Download;
import org.phatthana.exchange.Downloads;
import org.phatthana.exchange.Table;
import org.phatthana.places.Place;
import org.phatthana.places.Places;
import org.phatthana.registers.Entries;
import org.phatthana.registers.Entry;
import org.phatthana.registers.Field;
import org.phatthana.registers.FieldType;
import org.phatthana.registers.GeometryKind;
import org.phatthana.registers.Register;
import org.phatthana.registers.Registers;
import org.phatthana.registers.kept.GeometryText;
import org.phatthana.registers.kept.ValueText;
import org.phatthana.values.Language;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.phatthana.values.PlaceCode;
import org.phatthana.web.Page;
import org.phatthana.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import tools.jackson.databind.json.JsonMapper;

/// The entries of a register as files: those that are there today, with what is public of them. CSV and XLSX are
/// taken in again as they are; they are written entry by entry, so that a long register never stands in memory.
@Controller
class EntryFiles {

    private static final JsonMapper JSON = new JsonMapper();

    private final Registers registers;
    private final Entries entries;
    private final Places places;
    private final Downloads downloads;
    private final Texts texts;

    EntryFiles(Registers registers, Entries entries, Places places, Downloads downloads, Texts texts) {
        this.registers = registers;
        this.entries = entries;
        this.places = places;
        this.downloads = downloads;
        this.texts = texts;
    }

    @GetMapping("/registers/{code}/entries.{format:csv|xlsx|geojson}")
    View file(Page page, @PathVariable String code, @PathVariable String format) {
        var register = registers.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return format.equals("geojson")
                ? new Download(register.code() + ".geojson", "application/geo+json", out -> geoJson(register, out))
                : downloads.of(
                        format,
                        head(register),
                        writer -> entries.each(register, entry -> writer.accept(row(register, entry))),
                        page.language());
    }

    private Table head(Register register) {
        var columns = new ArrayList<Table.Column>();
        columns.add(column("id"));
        register.publicFields().forEach(field -> columns.add(new Table.Column(field.code(), field.label())));
        columns.addAll(List.of(column("place"), column("tambon"), column("amphoe")));
        if (register.geometry() == GeometryKind.POINT) {
            columns.addAll(List.of(column("lat"), column("lon")));
        }
        columns.add(column("holds_from"));
        columns.add(new Table.Column("is_sample", texts.everywhere(Message.of("web.sample"))));
        return new Table(register.code(), register.title(), columns, List.of(), List.of(register.source()), false);
    }

    private Table.Column column(String key) {
        return new Table.Column(
                key,
                new Localized(texts.languages().stream()
                        .collect(Collectors.toMap(
                                Language::code,
                                language -> texts.text(language, "registers.file.column." + key)
                                        .split("\\|")[0]))));
    }

    private List<@Nullable Object> row(Register register, Entry entry) {
        var row = new ArrayList<@Nullable Object>();
        row.add(entry.id());
        register.publicFields().forEach(field -> row.add(cell(field, entry)));
        row.add(entry.place().map(PlaceCode::code).orElse(""));
        row.add(name(entry, PlaceCode.Level.TAMBON));
        row.add(name(entry, PlaceCode.Level.AMPHOE));
        if (register.geometry() == GeometryKind.POINT) {
            var point = entry.geometry().filter(Point.class::isInstance).map(Point.class::cast);
            row.add(point.map(Point::getY).map(java.math.BigDecimal::valueOf).orElse(null));
            row.add(point.map(Point::getX).map(java.math.BigDecimal::valueOf).orElse(null));
        }
        row.add(entry.holdsFrom());
        row.add(entry.sample());
        return row;
    }

    private static @Nullable Object cell(Field field, Entry entry) {
        var value = entry.values().get(field.code());
        return switch (value) {
            case null -> null;
            case Integer year when field.type() == FieldType.YEAR -> year.longValue();
            case PlaceCode place -> place.code();
            case List<?> codes -> codes.stream().map(Object::toString).collect(Collectors.joining(", "));
            default -> value;
        };
    }

    private @Nullable Localized name(Entry entry, PlaceCode.Level level) {
        return entry.place()
                .map(place -> level == PlaceCode.Level.AMPHOE ? place.parent().orElse(place) : place)
                .flatMap(places::find)
                .map(Place::name)
                .orElse(null);
    }

    /// A feature on each line, so that programs may read it as it comes.
    private void geoJson(Register register, OutputStream out) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write("{\"type\":\"FeatureCollection\",\"features\":[");
        var separator = new String[] {"\n"};
        entries.each(register, entry -> {
            try {
                writer.write(separator[0]);
                writer.write(feature(register, entry));
                separator[0] = ",\n";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        writer.write("\n]}\n");
        writer.flush();
    }

    private static String feature(Register register, Entry entry) {
        var properties = new LinkedHashMap<String, Object>(ValueText.plain(RegisterApi.shown(register, entry)));
        properties.put("place", entry.place().map(PlaceCode::code).orElse(""));
        properties.put("holds_from", entry.holdsFrom().toString());
        properties.put("is_sample", entry.sample());
        return "{\"type\":\"Feature\",\"id\":%s,\"geometry\":%s,\"properties\":%s}"
                .formatted(
                        JSON.writeValueAsString(entry.id()),
                        entry.geometry().map(GeometryText::write).orElse("null"),
                        JSON.writeValueAsString(properties));
    }
}
