package org.phatthana.proof;

import java.time.Instant;
import org.phatthana.values.Localized;

/// One entry of the public log.
///
/// @param position its place in the order, from 0 without gaps
/// @param at when it was appended
/// @param canonical the entry's bytes as text: RFC 8785 canonical JSON
public record LogEntry(
        long position,
        Instant at,
        String kind,
        String subject,
        String capacity,
        Localized summary,
        boolean sample,
        String canonical) {}
