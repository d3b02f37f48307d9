package org.phatthana.packs;

import java.io.Serial;

/// That a pack cannot be used, with every fault that was found, each on a line of its own that begins with its
/// file: for whoever edits the pack.
public final class UnsoundPack extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1;

    public UnsoundPack(String faults) {
        super(faults);
    }

    UnsoundPack(String faults, Exception cause) {
        super(faults, cause);
    }

    /// What is wrong, a line for each fault.
    public String faults() {
        return String.valueOf(getMessage());
    }
}
