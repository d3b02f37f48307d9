package org.phatthana.notices.mail;

import java.util.Locale;
import java.util.UUID;
import org.phatthana.values.Language;

/// How somebody wants to hear of what waits for them.
///
/// @param email the address that they have verified; empty for none
/// @param pending an address that they have not verified yet; empty for none
public record Preference(UUID account, Frequency frequency, Language language, String email, String pending) {

    /// How often.
    public enum Frequency {
        NONE,
        DAILY,
        WEEKLY;

        /// As forms and the table write it.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
