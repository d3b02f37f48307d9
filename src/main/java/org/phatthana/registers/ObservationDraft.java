package org.phatthana.registers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/// A figure that somebody wants to record.
///
/// @param series the code of its series
/// @param subject the code of a place or the id of an entry
/// @param day any day of what it stands for
/// @param value in the unit of the series; empty to withdraw the figure that stands there
/// @param flag what whoever records it says: not [Flag#UNLIKELY] or [Flag#IMPOSSIBLE], which the program finds
/// @param seen the number of the figure that it corrects, if that must still stand
public record ObservationDraft(
        String series,
        String subject,
        LocalDate day,
        Optional<BigDecimal> value,
        Optional<String> method,
        String source,
        Flag flag,
        String note,
        OptionalLong seen) {

    /// The same of another subject.
    public ObservationDraft about(String other) {
        return new ObservationDraft(series, other, day, value, method, source, flag, note, seen);
    }

    /// A figure of which nothing more is said.
    public static ObservationDraft of(String series, String subject, LocalDate day, BigDecimal value) {
        return new ObservationDraft(
                series, subject, day, Optional.of(value), Optional.empty(), "", Flag.OK, "", OptionalLong.empty());
    }
}
