package org.phatthana.files;

import java.io.IOException;
import java.util.stream.Stream;

/// The store has no room for more.
public final class StoreFull extends IOException {

    public StoreFull(String message) {
        super(message);
    }

    private StoreFull(IOException cause) {
        super(cause);
    }

    /// What went wrong, as a full store if that is what the disk says.
    public static IOException orOther(IOException e) {
        return Stream.<Throwable>iterate(e, one -> one != null, Throwable::getCause)
                        .map(one -> String.valueOf(one.getMessage()))
                        .anyMatch(message ->
                                message.contains("No space left on device") || message.contains("Disk quota exceeded"))
                ? new StoreFull(e)
                : e;
    }
}
