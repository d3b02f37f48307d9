package org.phatthana.registers.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.SheetCell;
import org.phatthana.registers.Flag;
import org.phatthana.registers.ObservationDraft;
import org.phatthana.registers.RecordingOutcome;
import org.phatthana.registers.Series;
import org.phatthana.registers.reading.PeriodReading;
import org.phatthana.registers.reading.ReadValue;
import org.phatthana.registers.reading.ValueReading;
import org.phatthana.values.Message;

/// What somebody has typed of a figure, and what is wrong with it.
///
/// @param texts by `day`, `value`, `method`, `source`, `flag`, `note`
/// @param problems by the same
public record TypedFigure(Map<String, String> texts, Map<String, Message> problems) implements Typed {

    private static final String DAY = "day";
    private static final String VALUE = "value";

    static TypedFigure of(Map<String, String> texts) {
        return new TypedFigure(Map.copyOf(texts), new LinkedHashMap<>());
    }

    @Override
    public String text(String field) {
        return texts.getOrDefault(field, "");
    }

    @Override
    public @Nullable Message problem(String field) {
        return problems.get(field);
    }

    void faults(List<RecordingOutcome.Fault> faults) {
        faults.forEach(fault -> problems.putIfAbsent(fault.field(), fault.message()));
    }

    /// The draft that was typed; what cannot be read becomes a problem.
    ///
    /// @param withdraws whether it says that there is no such figure
    Optional<ObservationDraft> draft(Series series, String subject, ValueReading reading, boolean withdraws) {
        var day = switch (PeriodReading.read(series.every(), new SheetCell.Text(0, text(DAY)))) {
            case ReadValue.Value(LocalDate first, var _) -> Optional.of(first);
            case ReadValue.Unreadable(var why) -> {
                problems.put(DAY, why);
                yield Optional.<LocalDate>empty();
            }
            case ReadValue.Value _, ReadValue.Nothing _ -> {
                problems.put(DAY, Message.of("registers.fault.required"));
                yield Optional.<LocalDate>empty();
            }
        };
        var value = withdraws ? Optional.<BigDecimal>empty() : value(series, reading);
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ObservationDraft(
                series.code(),
                subject,
                day.orElseThrow(),
                value,
                Optional.of(text("method")).filter(method -> !method.isEmpty()),
                CellText.clean(text("source")).strip(),
                flag(),
                CellText.clean(text("note")).strip(),
                seen()));
    }

    private Optional<BigDecimal> value(Series series, ValueReading reading) {
        return switch (reading.read(series.valueField(), text(VALUE))) {
            case ReadValue.Value(BigDecimal number, var _) -> Optional.of(number);
            case ReadValue.Unreadable(var why) -> {
                problems.put(VALUE, why);
                yield Optional.empty();
            }
            case ReadValue.Value _, ReadValue.Nothing _ -> {
                problems.put(VALUE, Message.of("registers.fault.required"));
                yield Optional.empty();
            }
        };
    }

    private Flag flag() {
        return List.of(Flag.ESTIMATED, Flag.PROVISIONAL, Flag.CHECKED).stream()
                .filter(flag -> flag.code().equals(text("flag").toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(Flag.OK);
    }

    private OptionalLong seen() {
        return text("seen").matches("[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(text("seen")))
                : OptionalLong.empty();
    }
}
