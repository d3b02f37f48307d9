package org.phatthana.approvals.rules;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Who wants to do something, and who sits on the bodies that day.
///
/// @param account theirs
/// @param capacity the weightiest role that they have
/// @param duties as what they may decide
/// @param seats the accounts that sit on each body
public record Asker(UUID account, String capacity, List<Duty> duties, Map<String, List<UUID>> seats) {

    public Asker {
        duties = List.copyOf(duties);
        seats = Map.copyOf(seats);
    }

    List<UUID> seatsOn(String body) {
        return seats.getOrDefault(body, List.of());
    }
}
