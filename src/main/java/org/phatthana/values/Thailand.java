package org.phatthana.values;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// Where this program's days begin.
public final class Thailand {

    public static final ZoneId ZONE = ZoneId.of("Asia/Bangkok");

    private Thailand() {}

    /// The day in Thailand at an instant.
    public static LocalDate date(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }
}
