package org.phatthana.plan;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// One text of a draft that was saved.
///
/// @param account who saved it; empty where a token or the program did
public record DraftRevision(int number, Edition.Act act, ProjectContent content, Optional<UUID> account, Instant at) {}
