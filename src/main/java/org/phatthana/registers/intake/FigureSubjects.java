package org.phatthana.registers.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.FieldRow;
import org.phatthana.places.Match;
import org.phatthana.places.Place;
import org.phatthana.places.Places;
import org.phatthana.registers.Entries;
import org.phatthana.registers.Entry;
import org.phatthana.registers.GeometryKind;
import org.phatthana.registers.Register;
import org.phatthana.registers.Registers;
import org.phatthana.registers.Series;
import org.phatthana.values.Language;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.phatthana.values.PlaceCode;
import org.phatthana.web.Texts;

/// Finds what the figures of a file are of: places and entries, by their codes, ids and names. What several could
/// be meant by is not guessed.
final class FigureSubjects {

    private static final String ID = "[0-9a-z]{26}";
    private static final int NEAREST = 3;

    private final Places places;
    private final Registers registers;
    private final Entries entries;
    private final Texts texts;
    private final Map<Wanted, Found> found = new HashMap<>();

    FigureSubjects(Places places, Registers registers, Entries entries, Texts texts) {
        this.places = places;
        this.registers = registers;
        this.entries = entries;
        this.texts = texts;
    }

    /// What a row calls its subject.
    ///
    /// @param of what its series observes
    /// @param text a code, an id or a name; empty where the row says only in which tambon or amphoe
    /// @param where the tambon with its amphoe, or the amphoe; empty where the row does not say it
    /// @param tambon the tambon, where it is known
    record Wanted(Series.Subject of, String text, String where, Optional<PlaceCode> tambon) {

        static Wanted of(Series.Subject of, FieldRow row, WherePlaces places) {
            var said = places.of(new TableRow(row, GeometryKind.NONE, Set.of()));
            var isNamed = !column(row).equals(IntakeColumns.TAMBON);
            return new Wanted(of, isNamed ? FigureSubjects.text(row) : "", said.written(), said.place());
        }

        boolean isEmpty() {
            return text.isEmpty() && where.isEmpty();
        }

        /// As messages call it.
        String shown() {
            return text.isEmpty() || where.isEmpty() ? text + where : text + " " + where;
        }
    }

    /// What became of the search for a subject.
    sealed interface Found {}

    /// @param id the code of a place or the id of an entry
    record Known(String id) implements Found {}

    record Unknown(Message why) implements Found {}

    /// How a row calls its subject: by its code or id, else by its name.
    static String text(FieldRow row) {
        return CellText.latinDigits(row.text(column(row)));
    }

    /// The field in which a row calls its subject.
    static String column(FieldRow row) {
        return row.text(FigureColumns.SUBJECT).isEmpty() && row.has(FigureColumns.NAME)
                ? FigureColumns.NAME
                : row.has(FigureColumns.SUBJECT) || !row.has(IntakeColumns.TAMBON)
                        ? FigureColumns.SUBJECT
                        : IntakeColumns.TAMBON;
    }

    /// Searches for all subjects of a file at once: a register is gone through once for all of them.
    Map<Wanted, Found> find(Collection<Wanted> wanted) {
        var ofRegisters = new HashMap<String, List<Wanted>>();
        for (var each : new HashSet<>(wanted)) {
            switch (each.of()) {
                case Series.OfPlaces(var level) -> found.put(each, place(each, level));
                case Series.OfEntries(var register) ->
                    ofRegisters
                            .computeIfAbsent(register, _ -> new ArrayList<>())
                            .add(each);
            }
        }
        ofRegisters.forEach((code, all) -> entries(registers.find(code).orElseThrow(), all));
        return found;
    }

    private Found place(Wanted wanted, PlaceCode.Level level) {
        var code = PlaceCode.parse(wanted.text());
        if (code.isPresent()) {
            return code.filter(known ->
                            known.level() == level && places.find(known).isPresent())
                    .<Found>map(known -> new Known(known.code()))
                    .orElseGet(() ->
                            new Unknown(Message.of("registers.figure-file.no-code", wanted.text(), level(level))));
        }
        var matches = exactly(wanted.shown(), level);
        if (matches.isEmpty() && !wanted.text().isEmpty()) {
            matches = exactly(wanted.text(), level);
        }
        if (matches.size() == 1) {
            return new Known(matches.getFirst().code().code());
        }
        if (!matches.isEmpty()) {
            return new Unknown(Message.of("registers.figure-file.several-places", wanted.shown(), titles(matches)));
        }
        var near = places.named(wanted.shown()).stream()
                .map(Match::place)
                .filter(place -> place.code().level() == level)
                .limit(NEAREST)
                .toList();
        return new Unknown(
                near.isEmpty()
                        ? Message.of("registers.figure-file.no-place", wanted.shown(), level(level))
                        : Message.of("registers.figure-file.near-places", wanted.shown(), level(level), titles(near)));
    }

    private List<Place> exactly(String text, PlaceCode.Level level) {
        return places.named(text).stream()
                .filter(match -> match.isExact() && match.place().level() == level)
                .map(Match::place)
                .toList();
    }

    private Localized titles(List<Place> all) {
        return new Localized(texts.languages().stream()
                .collect(Collectors.toMap(
                        Language::code,
                        language -> all.stream()
                                .map(place -> title(place).in(language))
                                .collect(Collectors.joining(", ")))));
    }

    /// A place with the one that it lies in, and its code.
    private Localized title(Place place) {
        return texts.everywhere(Message.of(
                "registers.figure-file.place",
                place.title(),
                place.code().parent().flatMap(places::find).map(Place::title).orElse(place.title()),
                place.code().code()));
    }

    private static Message level(PlaceCode.Level level) {
        return Message.of("registers.figure-file.level." + level.name().toLowerCase(Locale.ROOT));
    }

    private void entries(Register register, List<Wanted> all) {
        var names = all.stream().map(each -> Standing.bare(each.text())).collect(Collectors.toSet());
        var byCode = new HashMap<String, List<Entry>>();
        var byName = new HashMap<String, List<Entry>>();
        entries.each(register, entry -> {
            register.codeField().flatMap(entry::text).ifPresent(code -> keep(entry, code, names, byCode));
            entry.text(register.nameField()).ifPresent(name -> keep(entry, name, names, byName));
        });
        for (var wanted : all) {
            found.put(wanted, entry(register, wanted, byCode, byName));
        }
    }

    private static void keep(Entry entry, String called, Set<String> names, Map<String, List<Entry>> kept) {
        var bare = Standing.bare(called);
        if (names.contains(bare)) {
            kept.computeIfAbsent(bare, _ -> new ArrayList<>()).add(entry);
        }
    }

    private Found entry(
            Register register, Wanted wanted, Map<String, List<Entry>> byCode, Map<String, List<Entry>> byName) {
        if (wanted.text().matches(ID)) {
            return new Known(wanted.text());
        }
        var bare = Standing.bare(wanted.text());
        var meant = byCode.getOrDefault(bare, List.of());
        if (meant.isEmpty()) {
            var called = byName.getOrDefault(bare, List.of());
            meant = called.size() < 2 || wanted.where().isEmpty()
                    ? called
                    : called.stream().filter(entry -> isThere(entry, wanted)).toList();
        }
        if (meant.size() == 1) {
            return new Known(meant.getFirst().id());
        }
        return new Unknown(
                meant.isEmpty()
                        ? Message.of("registers.figure-file.no-entry", wanted.shown(), register.title())
                        : Message.of("registers.figure-file.several-entries", wanted.shown(), register.title(), (long)
                                meant.size()));
    }

    private boolean isThere(Entry entry, Wanted wanted) {
        var within = wanted.tambon()
                .or(() -> places.exactly(wanted.where(), PlaceCode.Level.AMPHOE).map(Place::code));
        return within.isPresent()
                && entry.place().filter(place -> place.isWithin(within.get())).isPresent();
    }
}
