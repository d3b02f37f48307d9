package org.phatthana.registers.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.phatthana.exchange.CellText;
import org.phatthana.registers.Entries;
import org.phatthana.registers.Entry;
import org.phatthana.registers.Register;
import org.phatthana.values.PlaceCode;

/// The entries that are there already, by what rows of files call them.
final class Standing {

    private final Register register;
    private final Entries entries;
    private final Map<String, List<Where>> byName = new HashMap<>();

    private record Where(String id, Optional<PlaceCode> place, String said, boolean hasCode) {}

    Standing(Register register, Entries entries) {
        this.register = register;
        this.entries = entries;
        entries.each(
                register,
                entry -> byName.computeIfAbsent(
                                bare(entry.text(register.nameField()).orElse("")), _ -> new ArrayList<>())
                        .add(new Where(
                                entry.id(),
                                entry.place(),
                                entry.placeSaid(),
                                register.codeField().flatMap(entry::text).isPresent())));
    }

    static String bare(String name) {
        return CellText.latinDigits(CellText.oneLine(name))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s.]+", "");
    }

    /// The entry under an id.
    Optional<Entry> withId(String id) {
        return entries.find(id).filter(entry -> entry.register().equals(register.code()));
    }

    /// The entries that a row may mean: the one that has its code; else those without a code, or of rows without
    /// one, that bear the name in the place.
    List<String> called(String name, WherePlaces.Said where, Optional<String> code) {
        return code.flatMap(text -> entries.byCode(register, text))
                .map(entry -> List.of(entry.id()))
                .orElseGet(() -> byName.getOrDefault(bare(name), List.of()).stream()
                        .filter(one -> where.place().isPresent()
                                ? one.place().equals(where.place())
                                : one.place().isEmpty() && one.said().equals(where.written()))
                        .filter(one -> code.isEmpty() || !one.hasCode())
                        .map(Where::id)
                        .toList());
    }

    /// Whether there is one of that name anywhere.
    boolean hasName(String name) {
        return byName.containsKey(bare(name));
    }
}
