package org.phatthana.registers.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.FieldRow;
import org.phatthana.registers.Flag;
import org.phatthana.registers.Observation;
import org.phatthana.registers.ObservationDraft;
import org.phatthana.registers.Series;
import org.phatthana.values.Message;

/// One figure as a file has it.
///
/// @param at the field under which its value stands
/// @param day the first of what it stands for
/// @param method empty where the file does not say it
/// @param value empty where the file says that there is none after all
/// @param source empty where the file does not say it
/// @param flag empty where the file does not say it
record GivenFigure(
        FieldRow row,
        String at,
        Series series,
        FigureSubjects.Wanted subject,
        LocalDate day,
        Optional<BigDecimal> value,
        Optional<String> method,
        String source,
        Optional<Flag> flag,
        String note) {

    /// The draft of it.
    ///
    /// @param id of its subject
    ObservationDraft draft(String id) {
        return new ObservationDraft(
                series.code(), id, day, value, method, source, flag.orElse(Flag.OK), note, OptionalLong.empty());
    }

    /// The draft of it where the same value stands already: what the file does not say stays as it is.
    ObservationDraft draft(String id, Observation standing) {
        if (!isSame(Optional.of(standing.value()))) {
            return draft(id);
        }
        return new ObservationDraft(
                series.code(),
                id,
                day,
                value,
                method.or(standing::method),
                source.isEmpty() ? standing.source() : source,
                flag.orElseGet(() -> standing.flag().isWaiting() ? Flag.OK : standing.flag()),
                note,
                OptionalLong.empty());
    }

    /// Whether another one says the same.
    boolean isSame(Optional<BigDecimal> other) {
        return value.isPresent() == other.isPresent()
                && (value.isEmpty() || value.get().compareTo(other.orElseThrow()) == 0);
    }

    /// Something to say of it where one of its parts is written.
    ///
    /// @param part a field of [ObservationDraft]
    CellNote note(String part, Message message) {
        return row.note(
                switch (part) {
                    case "value", "" -> at;
                    case "day" -> row.has(FigureColumns.PERIOD) ? FigureColumns.PERIOD : at;
                    case "subject" -> FigureSubjects.column(row);
                    default -> part;
                },
                message);
    }
}
