package org.phatthana.registers.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.phatthana.exchange.CellText;
import org.phatthana.registers.Flag;
import org.phatthana.registers.ObservationDraft;
import org.phatthana.registers.RecordingOutcome.Fault;
import org.phatthana.values.Message;
import tools.jackson.databind.JsonNode;

/// Reads figures that programs send, and tells all that cannot be read in them.
final class ObservationJson {

    /// Figures in one request at most.
    static final int MOST = 10_000;

    private static final Set<String> KNOWN =
            Set.of("series", "subject", "day", "value", "method", "source", "flag", "note", "seen");

    /// Exponents beyond this would make numbers of a million digits.
    private static final int LONGEST_NUMBER = 40;

    private final List<Fault> faults = new ArrayList<>();

    List<Fault> faults() {
        return faults;
    }

    /// The drafts, in their order. Where [#faults()] are found, they are not to be used.
    List<ObservationDraft> read(JsonNode body) {
        var items = body.isArray() ? body.values().stream().toList() : List.of(body);
        if (items.isEmpty() || items.size() > MOST) {
            fault(0, "", "count", MOST);
            return List.of();
        }
        var drafts = new ArrayList<ObservationDraft>();
        for (var i = 0; i < items.size(); i++) {
            draft(items.get(i), i).ifPresent(drafts::add);
        }
        return drafts;
    }

    private Optional<ObservationDraft> draft(JsonNode item, int index) {
        if (!item.isObject()) {
            fault(index, "", "object");
            return Optional.empty();
        }
        item.propertyNames().stream()
                .filter(name -> !KNOWN.contains(name))
                .forEach(name -> fault(index, name, "unknown"));
        var series = text(item, "series", index);
        var subject = text(item, "subject", index);
        if (series.isEmpty()) {
            fault(index, "series", "needed");
        }
        if (subject.isEmpty()) {
            fault(index, "subject", "needed");
        }
        var day = day(item, index);
        var value = value(item, index);
        var flag = flag(item, index);
        return day.map(known -> new ObservationDraft(
                series,
                subject,
                known,
                value,
                Optional.of(text(item, "method", index)).filter(method -> !method.isEmpty()),
                text(item, "source", index),
                flag,
                text(item, "note", index),
                seen(item, index)));
    }

    private Optional<LocalDate> day(JsonNode item, int index) {
        try {
            return Optional.of(LocalDate.parse(text(item, "day", index)));
        } catch (DateTimeParseException _) {
            fault(index, "day", "day");
            return Optional.empty();
        }
    }

    private Optional<BigDecimal> value(JsonNode item, int index) {
        var node = field(item, "value");
        if (node == null) {
            return Optional.empty();
        }
        if (node.isNumber() || node.isString()) {
            var text = node.asString();
            try {
                var number = new BigDecimal(text);
                if (text.length() <= LONGEST_NUMBER && Math.abs(number.scale()) <= LONGEST_NUMBER) {
                    return Optional.of(number);
                }
            } catch (NumberFormatException _) {
                // What is no number is told below.
            }
        }
        fault(index, "value", "number");
        return Optional.empty();
    }

    private Flag flag(JsonNode item, int index) {
        var word = text(item, "flag", index);
        if (word.isEmpty()) {
            return Flag.OK;
        }
        return ObservationItems.flag(word).orElseGet(() -> {
            fault(index, "flag", "flag");
            return Flag.OK;
        });
    }

    private OptionalLong seen(JsonNode item, int index) {
        var node = field(item, "seen");
        if (node == null) {
            return OptionalLong.empty();
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return OptionalLong.of(node.longValue());
        }
        fault(index, "seen", "number");
        return OptionalLong.empty();
    }

    private String text(JsonNode item, String name, int index) {
        var node = field(item, name);
        if (node == null) {
            return "";
        }
        if (!node.isString()) {
            fault(index, name, "text");
            return "";
        }
        return CellText.clean(node.asString());
    }

    private static @Nullable JsonNode field(JsonNode item, String name) {
        var node = item.get(name);
        return node == null || node.isNull() ? null : node;
    }

    private void fault(int index, String field, String key, Object... arguments) {
        faults.add(new Fault(index, field, Message.of("registers.observation.json." + key, arguments)));
    }
}
