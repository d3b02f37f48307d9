package org.phatthana.files;

import java.time.Instant;

/// Something that was decided about a file after it was kept.
///
/// @param capacity in which somebody did it
/// @param reason why a file was withdrawn; empty where it was published
public record FileAct(Instant at, String capacity, String reason) {}
