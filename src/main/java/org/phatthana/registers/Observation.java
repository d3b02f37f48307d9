package org.phatthana.registers;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.phatthana.values.PlaceCode;

/// A figure of something on a day, as it was recorded. Another one of the same series, subject and day replaces it,
/// and both stay.
///
/// @param number larger than that of everything recorded before
/// @param series the code of its series
/// @param subject the code of a place or the id of an entry
/// @param place where it counts: the place itself, the tambon of the entry when it was recorded; the province where
///     nobody knows it
/// @param day the first of what it stands for
/// @param millionths the value in millionths of the unit
/// @param method how it was got, a code of the series
/// @param source who says so; may be empty where the series says it all
/// @param withdrawn whether there is no such figure after all
/// @param note why it was corrected or withdrawn; may be empty
/// @param sample whether it was invented
/// @param capacity the role in which it was recorded
/// @param replaces the number of the one that it replaces
public record Observation(
        long number,
        String series,
        String subject,
        PlaceCode place,
        LocalDate day,
        long millionths,
        Optional<String> method,
        String source,
        Flag flag,
        boolean withdrawn,
        String note,
        boolean sample,
        Instant recordedAt,
        String capacity,
        OptionalLong replaces)
        implements Observed {

    /// Digits after the point that values are kept with.
    public static final int SCALE = 6;

    /// The value in the unit of the series.
    public BigDecimal value() {
        return plain(millionths);
    }

    /// A number of millionths without needless zeros.
    static BigDecimal plain(long millionths) {
        var value = BigDecimal.valueOf(millionths, SCALE).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    /// The address of all figures of its subject, without a language.
    public String address() {
        return "/observations/" + series + "/" + subject;
    }
}
