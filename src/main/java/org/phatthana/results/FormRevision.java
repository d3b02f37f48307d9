package org.phatthana.results;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What was saved of a form at one time.
///
/// @param account who saved it; empty for the empty form with which it began
public record FormRevision(int revision, Scores scores, Optional<UUID> account, Instant at) {}
