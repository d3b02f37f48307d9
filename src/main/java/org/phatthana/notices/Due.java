package org.phatthana.notices;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.phatthana.values.Message;

/// How soon something is due, in words.
public final class Due {

    private Due() {}

    /// For example that something is three days overdue.
    public static Message words(LocalDate due, LocalDate today) {
        return words((int) ChronoUnit.DAYS.between(today, due));
    }

    /// The same by the number of days that are left, negative when it is overdue.
    public static Message words(int days) {
        return switch (days) {
            case 0 -> Message.of("notices.due.today");
            case 1 -> Message.of("notices.due.tomorrow");
            default -> days < 0 ? Message.of("notices.due.overdue", -days) : Message.of("notices.due.in-days", days);
        };
    }
}
