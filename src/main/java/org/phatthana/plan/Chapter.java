package org.phatthana.plan;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.phatthana.values.Message;
import org.phatthana.values.Money;

/// Something that happened to a project, as its line in time tells it.
///
/// @param day when it happened
/// @param phase in which part of the cycle
/// @param title what happened, in one line
/// @param text more about it, such as a reason
/// @param amount the money that it was about
/// @param address the page that shows it, without a language: where its money can be followed
/// @param sample whether it is sample data
public record Chapter(
        LocalDate day,
        Phase phase,
        Message title,
        Optional<Message> text,
        Optional<Money> amount,
        String address,
        boolean sample) {

    public Chapter {
        if (!address.startsWith("/") || address.startsWith("//")) {
            throw new IllegalArgumentException("A chapter has an address of ours, not «" + address + "»");
        }
    }

    /// A part of the cycle from a need to what changed, in its order.
    public enum Phase {
        NEED,
        PLAN,
        BUDGET,
        WORKS,
        RESULTS;

        /// As messages and the interface write it.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
