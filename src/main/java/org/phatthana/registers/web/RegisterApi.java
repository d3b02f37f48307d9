package org.phatthana.registers.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.phatthana.places.Places;
import org.phatthana.registers.CodeList;
import org.phatthana.registers.Entries;
import org.phatthana.registers.Entry;
import org.phatthana.registers.EntryQuery;
import org.phatthana.registers.Field;
import org.phatthana.registers.Register;
import org.phatthana.registers.Registers;
import org.phatthana.registers.Unit;
import org.phatthana.registers.declared.ConditionText;
import org.phatthana.registers.kept.GeometryText;
import org.phatthana.registers.kept.ValueText;
import org.phatthana.values.PlaceCode;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Registers and what is public of their entries, for programs.
@RestController
class RegisterApi {

    private static final JsonMapper JSON = new JsonMapper();

    private final Registers registers;
    private final Entries entries;
    private final Places places;

    RegisterApi(Registers registers, Entries entries, Places places) {
        this.registers = registers;
        this.entries = entries;
        this.places = places;
    }

    record Items<T>(List<T> items, @Nullable String next) {}

    /// @param geometry `none`, `point`, `line` or `area`
    /// @param key the field that no two open entries share
    /// @param vocabulary the term of a standard for such a thing
    /// @param entries how many are there today
    record RegisterItem(
            String code,
            Map<String, String> title,
            Map<String, String> description,
            String geometry,
            String name,
            @Nullable String key,
            List<String> goals,
            @Nullable String vocabulary,
            Map<String, String> keeper,
            Map<String, String> source,
            boolean toVerify,
            long entries,
            List<FieldItem> fields) {}

    /// @param codes the values that it may take, with what they are called
    /// @param onlyIf when it is asked, as `register.schema.json` writes conditions; nothing where it always is
    /// @param under the field on whose code it depends which of the codes can be chosen
    record FieldItem(
            String code,
            String type,
            Map<String, String> label,
            @Nullable String unit,
            @Nullable Map<String, Map<String, String>> codes,
            boolean required,
            @Nullable BigDecimal least,
            @Nullable BigDecimal most,
            @Nullable String vocabulary,
            @Nullable JsonNode onlyIf,
            @Nullable String under) {}

    /// @param values what is public, by the codes of fields; years of the Common Era
    /// @param geometry GeoJSON, WGS 84
    /// @param place the code of its tambon; nothing where nobody knows it yet
    record EntryItem(
            String id,
            int version,
            JsonNode values,
            @Nullable JsonNode geometry,
            @Nullable String place,
            LocalDate holdsFrom,
            @Nullable LocalDate ended,
            Instant recordedAt,
            String digest,
            boolean sample) {}

    @Operation(summary = "All registers with their public fields")
    @GetMapping("/api/v1/registers")
    Items<RegisterItem> all() {
        return new Items<>(registers.all().stream().map(this::item).toList(), null);
    }

    @Operation(summary = "A register with its public fields")
    @GetMapping("/api/v1/registers/{code}")
    RegisterItem one(@PathVariable String code) {
        return item(find(code));
    }

    @Operation(
            summary = "The entries of a register in the order of their names, by place, by the values of coded fields"
                    + " (a parameter named as the field), by words (`q`), or those that have ended (`state=ended`)")
    @GetMapping("/api/v1/registers/{code}/entries")
    Items<EntryItem> entries(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "200") int limit,
            @RequestParam(defaultValue = "") String cursor,
            @Parameter(hidden = true) @RequestParam Map<String, String> parameters) {
        var register = find(code);
        if (limit < 1 || limit > EntryQuery.MOST) {
            throw problem(HttpStatus.BAD_REQUEST, "`limit` is 1 to " + EntryQuery.MOST);
        }
        if (!place.isEmpty() && PlaceCode.parse(place).flatMap(places::find).isEmpty()) {
            throw problem(HttpStatus.BAD_REQUEST, "There is no place «" + place + "»");
        }
        if (!cursor.matches("(?:[0-9a-z]{26})?")) {
            throw noCursor(cursor);
        }
        var query = Filters.of(register, parameters).query(limit).after(cursor);
        try {
            var page = entries.page(register, query);
            return new Items<>(
                    page.entries().stream().map(entry -> item(register, entry)).toList(),
                    page.next().orElse(null));
        } catch (IllegalArgumentException _) {
            throw noCursor(cursor);
        }
    }

    @Operation(summary = "An entry, as it is or as it stood on a day (`on`)")
    @GetMapping("/api/v1/registers/{code}/entries/{id}")
    EntryItem entry(@PathVariable String code, @PathVariable String id, @RequestParam(defaultValue = "") String on) {
        var register = find(code);
        return entries.find(id)
                .filter(entry -> entry.register().equals(code))
                .flatMap(entry -> on.isEmpty() ? entries.find(id) : entries.on(id, day(on)))
                .map(entry -> item(register, entry))
                .orElseThrow(() -> problem(HttpStatus.NOT_FOUND, "There is no entry «" + id + "»"));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            throw problem(HttpStatus.BAD_REQUEST, "`on` is a day such as 2024-05-31");
        }
    }

    private Register find(String code) {
        return registers
                .find(code)
                .orElseThrow(() -> problem(HttpStatus.NOT_FOUND, "There is no register «" + code + "»"));
    }

    private RegisterItem item(Register register) {
        return new RegisterItem(
                register.code(),
                register.title().sorted(),
                register.description().sorted(),
                word(register.geometry()),
                register.nameField(),
                register.codeField().orElse(null),
                register.goals(),
                register.vocabulary().orElse(null),
                register.keeper().sorted(),
                register.source().sorted(),
                register.toVerify(),
                entries.count(register),
                register.publicFields().stream().map(RegisterApi::item).toList());
    }

    private static FieldItem item(Field field) {
        return new FieldItem(
                field.code(),
                word(field.type()),
                field.label().sorted(),
                field.unit().map(Unit::code).orElse(null),
                field.codes().map(RegisterApi::codes).orElse(null),
                field.required(),
                field.least().orElse(null),
                field.most().orElse(null),
                field.vocabulary().orElse(null),
                field.onlyIf().map(ConditionText::write).orElse(null),
                field.under().orElse(null));
    }

    private static Map<String, Map<String, String>> codes(CodeList list) {
        var codes = new LinkedHashMap<String, Map<String, String>>();
        list.values().forEach(value -> codes.put(value.code(), value.label().sorted()));
        return codes;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static EntryItem item(Register register, Entry entry) {
        return new EntryItem(
                entry.id(),
                entry.version(),
                JSON.readTree(ValueText.write(shown(register, entry))),
                entry.geometry().map(GeometryText::write).map(JSON::readTree).orElse(null),
                entry.place().map(PlaceCode::code).orElse(null),
                entry.holdsFrom(),
                entry.ended().orElse(null),
                entry.recordedAt(),
                entry.digest(),
                entry.sample());
    }

    /// What everyone may read of an entry, in the order of the fields.
    static Map<String, Object> shown(Register register, Entry entry) {
        var shown = new LinkedHashMap<String, Object>();
        register.publicFields().forEach(field -> {
            var value = entry.values().get(field.code());
            if (value != null) {
                shown.put(field.code(), value);
            }
        });
        return shown;
    }

    private static ErrorResponseException noCursor(String cursor) {
        return problem(HttpStatus.BAD_REQUEST, "There is no entry «" + cursor + "»");
    }

    static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
