package org.phatthana.plan;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phatthana.people.Acting;

/// Who writes a draft: an account, or nobody in particular where a token or the program does.
public record Writer(Optional<UUID> account) {

    public static final Writer PROGRAM = new Writer(Optional.empty());

    public static Writer of(UUID account) {
        return new Writer(Optional.of(account));
    }

    /// Whoever acts in this request or command.
    public static Writer acting() {
        return Acting.current()
                .filter(one -> !one.byToken())
                .map(one -> of(one.id()))
                .orElse(PROGRAM);
    }

    @Nullable
    UUID id() {
        return account.orElse(null);
    }
}
