package org.phatthana.duties.reckoning;

import java.time.Instant;
import java.util.Map;

/// What the clock keeps of an entry of the public log.
///
/// @param fields the texts and numbers of its content that a sign asks for
public record Fact(long position, Instant at, String kind, String subject, boolean sample, Map<String, String> fields) {

    public Fact {
        fields = Map.copyOf(fields);
    }
}
