package org.phatthana.results.indicators;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.phatthana.results.formulas.Formula;
import org.phatthana.results.formulas.Language;
import org.phatthana.results.formulas.Reading;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;

/// Reads what a pack declares of its indicators. Every fault is told with its file, its indicator and its field,
/// not only the first.
public final class IndicatorFile {

    private static final Set<String> FIELDS = Set.of(
            "code",
            "name",
            "definition",
            "goal",
            "numerator",
            "denominator",
            "per",
            "unit",
            "direction",
            "source",
            "standard",
            "baseline",
            "target",
            "frequency",
            "owner",
            "sdg",
            "asean",
            "people");

    /// What is wrong with a declaration.
    ///
    /// @param indicator its code, or how many it is in its file
    public record Fault(String file, String indicator, String field, Message message) {}

    /// @param indicators all that are sound
    public record Read(List<Indicator> indicators, List<Fault> faults) {}

    private record Declared(String file, String code, Map<String, Object> fields) {}

    private final Language language;
    private final Set<String> goals;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Declared> declared = new TreeMap<>();
    private final Map<String, String> formulas = new TreeMap<>();

    private IndicatorFile(Language language, Set<String> goals) {
        this.language = language;
        this.goals = goals;
    }

    /// @param files by name: the indicators in their order, each its fields
    /// @param goals the ids of the goals that there are
    public static Read read(Map<String, List<Map<String, Object>>> files, Language language, Set<String> goals) {
        var reading = new IndicatorFile(language, goals);
        new TreeMap<>(files).forEach(reading::collect);
        var sound = reading.declared.values().stream()
                .flatMap(one -> reading.indicator(one).stream())
                .toList();
        return new Read(sound, List.copyOf(reading.faults));
    }

    private void collect(String file, List<Map<String, Object>> indicators) {
        var number = 0;
        for (var fields : indicators) {
            number++;
            var code = fields.get("code") instanceof String text ? text : "";
            if (!code.matches("[A-Z][A-Z0-9]{0,7}-\\d{2}")) {
                faults.add(new Fault(file, "#" + number, "code", Message.of("results.indicator.code", code)));
                continue;
            }
            var one = new Declared(file, code, fields);
            var other = declared.putIfAbsent(code, one);
            if (other != null) {
                faults.add(new Fault(file, code, "code", Message.of("results.indicator.twice", other.file())));
                continue;
            }
            for (var part : List.of("numerator", "denominator")) {
                if (fields.get(part) instanceof String formula) {
                    formulas.put(part + "(" + code + ")", formula);
                }
            }
        }
    }

    private Optional<Indicator> indicator(Declared one) {
        var before = faults.size();
        one.fields().keySet().stream()
                .filter(field -> !FIELDS.contains(field))
                .forEach(field -> fault(one, field, Message.of("results.indicator.unknown")));
        var name = localized(one, "name", one.fields());
        var definition = localized(one, "definition", one.fields());
        var unit = localized(one, "unit", one.fields());
        var source = localized(one, "source", one.fields());
        var owner = localized(one, "owner", one.fields());
        var goal = choice(one, "goal", goals);
        var moreIsBetter = choice(one, "direction", Set.of("more", "less")).equals("more");
        var monthly = choice(one, "frequency", Set.of("month", "year")).equals("month");
        var ofPeople = yesNo(one, "people");
        if (ofPeople && monthly) {
            fault(one, "frequency", Message.of("results.indicator.people-month"));
        }
        var numerator = formula(one, "numerator");
        if (!one.fields().containsKey("numerator")) {
            fault(one, "numerator", Message.of("results.indicator.required"));
        }
        var denominator = formula(one, "denominator");
        if (one.fields().getOrDefault("people", false).equals(false)
                && (countsPeople(numerator) || countsPeople(denominator))) {
            fault(one, "people", Message.of("results.indicator.people-hidden"));
        }
        var per = one.fields().containsKey("per") ? number(one, "per", one.fields()) : BigDecimal.ONE;
        var standard = part(
                one,
                "standard",
                fields -> new Indicator.Standard(
                        number(one, "standard.value", fields), localized(one, "standard.source", fields)));
        var baseline = part(one, "baseline", fields -> yearValue(one, "baseline", fields));
        var target = part(one, "target", fields -> yearValue(one, "target", fields));
        if (faults.size() > before || numerator.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Indicator(
                one.code(),
                name,
                definition,
                goal,
                numerator.get(),
                denominator,
                per,
                unit,
                moreIsBetter,
                source,
                standard,
                baseline,
                target,
                monthly ? Indicator.Frequency.MONTH : Indicator.Frequency.YEAR,
                owner,
                text(one, "sdg"),
                text(one, "asean"),
                ofPeople));
    }

    private static boolean countsPeople(Optional<Formula> formula) {
        return formula.stream()
                .flatMap(each -> each.terms().stream())
                .anyMatch(term -> term.source().ofPeople());
    }

    private Optional<Formula> formula(Declared one, String part) {
        var itself = part + "(" + one.code() + ")";
        var text = formulas.get(itself);
        if (text == null) {
            return Optional.empty();
        }
        return switch (language.read(text, formulas, itself)) {
            case Formula formula -> Optional.of(formula);
            case Reading.Refused refused -> {
                fault(one, part, refused.message());
                yield Optional.empty();
            }
        };
    }

    private <T> Optional<T> part(Declared one, String field, Function<Map<?, ?>, T> reader) {
        var value = one.fields().get(field);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Map<?, ?> fields) {
            return Optional.of(reader.apply(fields));
        }
        fault(one, field, Message.of("results.indicator.parts"));
        return Optional.empty();
    }

    private Indicator.YearValue yearValue(Declared one, String field, Map<?, ?> fields) {
        var year = number(one, field + ".year", fields);
        var value = number(one, field + ".value", fields);
        if (year.scale() > 0 || !FiscalYear.isValid(year.intValue())) {
            fault(one, field + ".year", Message.of("results.indicator.year", FiscalYear.FIRST, FiscalYear.LAST));
            return new Indicator.YearValue(new FiscalYear(FiscalYear.FIRST), value);
        }
        return new Indicator.YearValue(new FiscalYear(year.intValueExact()), value);
    }

    private BigDecimal number(Declared one, String path, Map<?, ?> fields) {
        if (last(path, fields) instanceof Number number) {
            return new BigDecimal(number.toString());
        }
        fault(one, path, Message.of("results.indicator.number"));
        return BigDecimal.ZERO;
    }

    private Localized localized(Declared one, String path, Map<?, ?> fields) {
        var texts = new TreeMap<String, String>();
        if (last(path, fields) instanceof Map<?, ?> given) {
            given.forEach((language, text) -> {
                if (language instanceof String code && text instanceof String words && !words.isBlank()) {
                    texts.put(code, words.strip());
                } else if (!(text instanceof String)) {
                    fault(one, path, Message.of("results.indicator.language", String.valueOf(language)));
                }
            });
        }
        if (texts.containsKey("th") && texts.containsKey("en")) {
            return new Localized(texts);
        }
        fault(one, path, Message.of(path.equals("owner") ? "results.indicator.unowned" : "results.indicator.texts"));
        return Localized.thai("");
    }

    private String choice(Declared one, String field, Set<String> choices) {
        if (one.fields().get(field) instanceof String text && choices.contains(text)) {
            return text;
        }
        var list = String.join(", ", choices.stream().sorted().toList());
        fault(one, field, Message.of("results.indicator.choice", list));
        return "";
    }

    private boolean yesNo(Declared one, String field) {
        var value = one.fields().getOrDefault(field, false);
        if (value instanceof Boolean yes) {
            return yes;
        }
        fault(one, field, Message.of("results.indicator.yes-no"));
        return false;
    }

    private String text(Declared one, String field) {
        var value = one.fields().get(field);
        return value == null ? "" : value.toString();
    }

    private void fault(Declared one, String field, Message message) {
        faults.add(new Fault(one.file(), one.code(), field, message));
    }

    private static @Nullable Object last(String path, Map<?, ?> fields) {
        return fields.get(path.substring(path.lastIndexOf('.') + 1));
    }
}
