package org.phatthana.people.passkeys;

import java.time.Instant;

/// A passkey as its owner sees it.
///
/// @param id its credential id in base64url
/// @param label what its owner calls it
public record Passkey(String id, String label, Instant createdAt, Instant lastUsedAt) {}
