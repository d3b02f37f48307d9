package org.phatthana.registers.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.phatthana.files.KeptFiles;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.places.Choropleth;
import org.phatthana.places.Place;
import org.phatthana.places.Places;
import org.phatthana.registers.Applying;
import org.phatthana.registers.Entries;
import org.phatthana.registers.Entry;
import org.phatthana.registers.Field;
import org.phatthana.registers.FieldRecording;
import org.phatthana.registers.Privacy;
import org.phatthana.registers.Register;
import org.phatthana.registers.Registers;
import org.phatthana.registers.SeriesCatalogue;
import org.phatthana.registers.kept.GeometryText;
import org.phatthana.values.Message;
import org.phatthana.values.PlaceCode;
import org.phatthana.values.Thailand;
import org.phatthana.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// The registers as everyone reads them: which there are, the list of each with its filters and map, and each entry
/// with its history. Who works here also sees the fields that are not for everyone.
@Controller
public class RegisterPages {

    private static final int PAGE_SIZE = 50;

    private final Registers registers;
    private final Entries entries;
    private final SeriesCatalogue series;
    private final FieldRecording fieldwork;
    private final KeptFiles files;
    private final Places places;
    private final Clock clock;

    RegisterPages(
            Registers registers,
            Entries entries,
            SeriesCatalogue series,
            FieldRecording fieldwork,
            KeptFiles files,
            Places places,
            Clock clock) {
        this.registers = registers;
        this.entries = entries;
        this.series = series;
        this.fieldwork = fieldwork;
        this.files = files;
        this.places = places;
        this.clock = clock;
    }

    /// A register with how many entries are there.
    public record Counted(Register register, long entries, long placeless) {}

    @GetMapping("/registers")
    View all(Page page) {
        return page.show(
                "registers/all",
                Map.of(
                        "registers",
                        registers.all().stream().map(this::counted).toList(),
                        "isStaff",
                        isStaff(),
                        "mayDeclare",
                        Acting.current().stream().anyMatch(who -> who.has(Role.ADMINISTRATOR))));
    }

    @GetMapping("/registers/{code}")
    View list(Page page, @PathVariable String code, @RequestParam Map<String, String> parameters) {
        var register = find(code);
        var filters = Filters.of(register, parameters);
        var query = filters.query(PAGE_SIZE);
        var model = new HashMap<String, Object>();
        model.put("counted", counted(register));
        model.put("filters", filters);
        model.put("shown", new Shown(page, places));
        model.put("found", page(register, filters));
        model.put("count", entries.count(register, query));
        if (page.isFragment()) {
            return page.show("registers/results", model);
        }
        var values = new LinkedHashMap<Field, Map<String, Long>>();
        register.filters().forEach(field -> values.put(field, entries.byValue(register, field)));
        model.put("values", values);
        var amphoe = new LinkedHashMap<Place, List<Place>>();
        places.amphoe().forEach(each -> amphoe.put(each, places.within(each.code())));
        model.put("amphoe", amphoe);
        model.put("map", map(register));
        model.put("order", Choropleth.Order.of(parameters.get("sort")));
        model.put("mayWrite", mayWrite());
        model.put("isStaff", isStaff());
        return page.show("registers/list", model);
    }

    private org.phatthana.registers.EntryPage page(Register register, Filters filters) {
        try {
            return entries.page(register, filters.query(PAGE_SIZE));
        } catch (IllegalArgumentException _) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private Counted counted(Register register) {
        return new Counted(register, entries.count(register), entries.placeless(register));
    }

    private Choropleth map(Register register) {
        var values = new TreeMap<PlaceCode, Long>();
        var counts = entries.byPlace(register);
        places.tambon().forEach(place -> values.put(place.code(), counts.getOrDefault(place.code(), 0L)));
        var map = Choropleth.of(
                places.drawing(),
                Message.of("registers.map.title", register.title()),
                Message.of("registers.map.unit"),
                Message.of("registers.map.period", today()),
                Message.of("registers.just", register.source()),
                values);
        return new Choropleth(
                map.drawing(),
                map.title(),
                map.unit(),
                map.period(),
                map.source(),
                map.values(),
                0,
                null,
                register.address() + "?place={code}",
                map.breaks());
    }

    /// A version of an entry and what it says otherwise than the one before.
    public record Step(Entry version, List<Field> changed, boolean moved) {}

    @GetMapping("/registers/{code}/{id}")
    View entry(
            Page page, @PathVariable String code, @PathVariable String id, @RequestParam(defaultValue = "") String on) {
        var register = find(code);
        var newest = entries.find(id)
                .filter(entry -> entry.register().equals(register.code()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var day = day(on);
        var entry = day.isEmpty() ? Optional.of(newest) : entries.on(id, day.get());
        var fields = register.fields().stream().filter(RegisterPages::mayRead).toList();
        var history = entries.history(id);
        var model = new HashMap<String, Object>();
        model.put("register", register);
        model.put("newest", newest);
        model.put("entry", entry);
        model.put("day", day);
        var personal = isStaff() && entry.isPresent() ? entries.personal(entry.get()) : Map.<String, Object>of();
        model.put(
                "fields",
                entry.map(one -> said(register, fields, one, personal)).orElse(fields));
        model.put("personal", personal);
        model.put("history", steps(history, fields));
        model.put("shown", new Shown(page, places));
        model.put(
                "sketch",
                entry.flatMap(Entry::geometry).map(GeometryText::write).flatMap(places::sketch));
        model.put("series", series.ofEntries(code));
        model.put("photographs", files.findFor(Acting.current(), fieldwork.photographs(id)));
        model.put("mayWrite", mayWrite());
        model.put("today", today());
        return page.show("registers/entry", model);
    }

    /// The fields that apply to an entry, and those that say something of it though they do not apply any more.
    private static List<Field> said(Register register, List<Field> fields, Entry entry, Map<String, Object> personal) {
        var values = new HashMap<>(entry.values());
        values.putAll(personal);
        var applying = new Applying(register, values);
        return fields.stream()
                .filter(field -> values.containsKey(field.code()) || applying.applies(field))
                .toList();
    }

    private static List<Step> steps(List<Entry> history, List<Field> fields) {
        var steps = new java.util.ArrayList<Step>();
        for (var i = 0; i < history.size(); i++) {
            var version = history.get(i);
            var before = i + 1 < history.size() ? history.get(i + 1) : version;
            steps.add(new Step(
                    version,
                    fields.stream()
                            .filter(field -> !Optional.ofNullable(
                                            version.values().get(field.code()))
                                    .equals(Optional.ofNullable(before.values().get(field.code()))))
                            .toList(),
                    !version.place().equals(before.place())
                            || !version.geometry().equals(before.geometry())));
        }
        return steps;
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException _) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }

    private LocalDate today() {
        return Thailand.date(clock.instant());
    }

    private Register find(String code) {
        return registers.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static boolean mayRead(Field field) {
        return field.privacy() == Privacy.PUBLIC || isStaff();
    }

    static boolean isStaff() {
        return Acting.current().stream().flatMap(who -> who.roles().stream()).anyMatch(Role::isOfStaff);
    }

    static boolean mayWrite() {
        return Acting.current().stream().anyMatch(who -> who.has(Role.OFFICER) || who.has(Role.ADMINISTRATOR));
    }
}
