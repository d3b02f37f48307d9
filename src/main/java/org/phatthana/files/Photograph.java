package org.phatthana.files;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What an image has besides what every file has.
///
/// @param width of the kept image, in pixels, the right way up
/// @param takenAt when, as the camera knew it; only of the staff's photographs
/// @param position where, as the camera knew it; only of the staff's photographs
/// @param sizes smaller ones that were made of it, the narrowest first
public record Photograph(
        int width, int height, Optional<Instant> takenAt, Optional<Position> position, List<Size> sizes) {

    /// A smaller copy.
    ///
    /// @param width in pixels
    public record Size(int width, int height, FileType type, Digest digest, long bytes) {}

    public Photograph {
        sizes = List.copyOf(sizes);
    }
}
