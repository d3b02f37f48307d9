package org.phatthana.budget.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.phatthana.values.Thailand;

/// Instants as readers write them: with an offset, in the time of Thailand, or as a day, whose end is meant.
final class Moments {

    private static final int LONGEST = 40;
    private static final int LAST_YEAR = 9999;

    private Moments() {}

    static Optional<Instant> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        // In an address a plus sign means a space.
        var written = text.strip().replace(' ', '+');
        try {
            return Optional.of(
                            written.length() == 10
                                    ? LocalDate.parse(written)
                                            .plusDays(1)
                                            .atStartOfDay(Thailand.ZONE)
                                            .toInstant()
                                            .minus(1, ChronoUnit.MICROS)
                                    : hasOffset(written)
                                            ? OffsetDateTime.parse(written).toInstant()
                                            : LocalDateTime.parse(written)
                                                    .atZone(Thailand.ZONE)
                                                    .toInstant())
                    .filter(Moments::isInRange);
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static boolean hasOffset(String written) {
        return written.endsWith("Z") || written.lastIndexOf('+') > 10 || written.lastIndexOf('-') > 10;
    }

    private static boolean isInRange(Instant instant) {
        var year = instant.atZone(Thailand.ZONE).getYear();
        return year >= 1 && year <= LAST_YEAR;
    }
}
