package org.phatthana.database;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// Why the database cannot be used, and what to do about it, for the person at the console: its message is whole
/// sentences in Thai and English.
public final class Refusal extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final String key;

    private Refusal(String key, @Nullable Throwable cause, Object... arguments) {
        super(Words.both("\n", "database.refusal." + key, arguments), cause);
        this.key = key;
    }

    static Refusal of(String key, Object... arguments) {
        return new Refusal(key, null, arguments);
    }

    static Refusal because(Throwable cause, String key, Object... arguments) {
        return new Refusal(key, cause, arguments);
    }

    /// Which refusal it is, for example `disk-full`.
    String key() {
        return key;
    }
}
