package org.phatthana.duties;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.phatthana.duties.reckoning.Fact;
import org.phatthana.proof.LogEntry;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.Thailand;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What the clock keeps of the public log: of the entries of the kinds that a duty names, the few fields that it
/// asks for. The log only grows, so that each entry is read once.
@Component
class LogFacts {

    private static final int AT_ONCE = 100;

    private final PublicLog log;
    private final JsonMapper json;
    private final Set<String> kinds;
    private final Set<String> fields;
    private final String sampleEnds;
    private volatile Known known = new Known(0, List.of());
    private volatile @Nullable LocalDate began;

    /// @param below all entries below this position are read
    private record Known(long below, List<Fact> facts) {}

    LogFacts(PublicLog log, JsonMapper json, Catalogue catalogue) {
        this.log = log;
        this.json = json;
        this.kinds = catalogue.kinds();
        this.fields = catalogue.fields();
        this.sampleEnds = catalogue.sampleEnds();
    }

    /// Those that count, in the order of the log.
    List<Fact> all() {
        var size = log.version();
        return known.below >= size ? known.facts : readOn(size);
    }

    private synchronized List<Fact> readOn(long size) {
        if (known.below >= size) {
            return known.facts;
        }
        var facts = new ArrayList<>(known.facts);
        var from = known.below;
        while (true) {
            var entries = log.of(kinds, from, size, AT_ONCE);
            for (var entry : entries) {
                if (entry.kind().equals(sampleEnds)) {
                    facts.removeIf(Fact::sample);
                } else {
                    facts.add(fact(entry));
                }
            }
            if (entries.size() < AT_ONCE) {
                break;
            }
            from = entries.getLast().position() + 1;
        }
        known = new Known(size, List.copyOf(facts));
        return known.facts;
    }

    private Fact fact(LogEntry entry) {
        var content = json.readTree(entry.canonical()).path("content");
        Map<String, String> kept = new HashMap<>();
        for (var field : fields) {
            var value = content.path(field);
            if (value.isValueNode() && !value.isNull()) {
                kept.put(field, value.asString());
            }
        }
        return new Fact(entry.position(), entry.at(), entry.kind(), entry.subject(), entry.sample(), kept);
    }

    /// The day of the log's first entry; today where there is none.
    LocalDate began(LocalDate today) {
        var day = began;
        if (day == null) {
            day = log.at(0).map(first -> Thailand.date(first.at())).orElse(null);
            began = day;
        }
        return day == null ? today : day;
    }
}
