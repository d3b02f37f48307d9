package org.phatthana.plan;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who writes a draft: an account, or nobody in particular where a token or the program does.
public record Writer(Optional<UUID> account) {

    public static final Writer PROGRAM = new Writer(Optional.empty());

    public static Writer of(UUID account) {
        return new Writer(Optional.of(account));
    }

    @Nullable
    UUID id() {
        return account.orElse(null);
    }
}
