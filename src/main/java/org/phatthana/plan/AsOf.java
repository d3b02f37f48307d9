package org.phatthana.plan;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/// When a plan is to be shown as it stood.
public sealed interface AsOf {

    /// As addresses write a day.
    Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /// As addresses write an edition.
    Pattern EDITION = Pattern.compile("edition-(\\d{1,4})");

    /// As it stands.
    record Today() implements AsOf {

        @Override
        public String code() {
            return "";
        }
    }

    /// At the end of a day.
    record Day(LocalDate date) implements AsOf {

        @Override
        public String code() {
            return date.toString();
        }
    }

    /// When an edition had come into force and no later one had.
    record Edition(int number) implements AsOf {

        @Override
        public String code() {
            return "edition-" + number;
        }
    }

    /// As addresses write it: `2024-05-01`, `edition-3`, or nothing for today.
    String code();

    /// What an address says.
    ///
    /// @return empty where it is no such time
    static Optional<AsOf> of(String code) {
        if (code.isEmpty()) {
            return Optional.of(new Today());
        }
        var edition = EDITION.matcher(code);
        if (edition.matches()) {
            return Optional.of(new Edition(Integer.parseInt(edition.group(1))));
        }
        try {
            return DAY.matcher(code).matches() ? Optional.of(new Day(LocalDate.parse(code))) : Optional.empty();
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
