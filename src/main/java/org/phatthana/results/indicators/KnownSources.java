package org.phatthana.results.indicators;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.phatthana.proof.PublicLog;
import org.phatthana.registers.Entries;
import org.phatthana.registers.Registers;
import org.springframework.stereotype.Component;

/// All that formulas can count over: the sources of the program and a source for every register and
/// every series of the pack. Indicators are the pack's, so what they count is too.
@Component
class KnownSources {

    private final Map<String, FigureSource> byName;

    KnownSources(
            List<FigureSource> own,
            GrowingRows growing,
            Registers registers,
            Entries entries,
            RegisterDays days,
            PublicLog log) {
        var all = new ArrayList<>(own);
        all.addAll(growing.sources());
        registers.ofPack().forEach(register -> all.add(new RegisterSource(register, entries, days, log)));
        byName = byName(all);
    }

    /// @throws IllegalStateException if two have one name: then a register is called as a source of the program
    static Map<String, FigureSource> byName(Collection<FigureSource> all) {
        var known = new TreeMap<String, FigureSource>();
        for (var source : all) {
            var name = source.source().name();
            if (known.put(name, source) != null) {
                throw new IllegalStateException(
                        "The code «%s» of a register is taken: formulas call something else so".formatted(name));
            }
        }
        return Collections.unmodifiableMap(known);
    }

    Collection<FigureSource> all() {
        return byName.values();
    }

    /// @throws IllegalArgumentException if there is none of that name
    FigureSource of(String name) {
        var source = byName.get(name);
        if (source == null) {
            throw new IllegalArgumentException("There is no source " + name);
        }
        return source;
    }
}
