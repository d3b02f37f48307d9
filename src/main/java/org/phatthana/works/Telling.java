package org.phatthana.works;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.phatthana.files.ReadyFile;
import org.phatthana.values.Localized;

/// A fact that somebody wants to tell.
///
/// @param key by which the same form is known when it is sent again
/// @param account who tells it, or the token that does
/// @param capacity the role in which they do
/// @param day on which it happened
/// @param approver who allowed it, where money moves; else empty
/// @param attached its photographs and papers
public record Telling(
        String key, UUID account, String capacity, LocalDate day, String approver, Fact fact, List<Attached> attached) {

    public static final int LONGEST_KEY = 120;

    public Telling {
        attached = List.copyOf(attached);
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("A key has 1 to " + LONGEST_KEY + " letters");
        }
    }

    /// What the same form tells besides.
    Telling with(Fact other) {
        return new Telling(key + "/" + FactKind.of(other).code(), account, capacity, day, "", other, List.of());
    }

    Telling on(LocalDate other) {
        return new Telling(key, account, capacity, other, approver, fact, attached);
    }

    /// A photograph or paper with its title for readers.
    public record Attached(ReadyFile file, Localized title) {}
}
