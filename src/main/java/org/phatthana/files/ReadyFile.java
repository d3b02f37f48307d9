package org.phatthana.files;

import java.util.Optional;

/// A file that was read and found good, and whose bytes are kept durably. It becomes a file of this house once
/// [KeptFiles#keep] writes its record.
///
/// @param digest of the bytes as they are kept: a photograph's are those that were made anew
/// @param name cleaned, with the ending of its type
public record ReadyFile(
        Digest digest, FileType type, long bytes, String name, Sender sender, Optional<Photograph> photograph) {}
