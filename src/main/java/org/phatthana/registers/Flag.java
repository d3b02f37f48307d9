package org.phatthana.registers;

import java.util.Locale;
import java.util.stream.Stream;

/// How sure a figure is.
public enum Flag {
    OK(0),
    /// Whoever recorded it says that it is an estimate.
    ESTIMATED(1),
    /// Whoever recorded it says that another will follow.
    PROVISIONAL(2),
    /// The program finds it far from what was known before: it waits for a person.
    UNLIKELY(3),
    /// The program finds it outside of what is possible: it waits for a person.
    IMPOSSIBLE(4),
    /// A person looked at it, and it stands.
    CHECKED(5);

    private final int number;

    Flag(int number) {
        this.number = number;
    }

    /// Whether a person is to look at it.
    public boolean isWaiting() {
        return this == UNLIKELY || this == IMPOSSIBLE;
    }

    /// As formulas and programs write it.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// As the tables keep it.
    short number() {
        return (short) number;
    }

    static Flag of(int number) {
        return Stream.of(values())
                .filter(flag -> flag.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no flag " + number));
    }
}
