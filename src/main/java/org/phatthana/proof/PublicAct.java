package org.phatthana.proof;

import java.util.Map;
import org.phatthana.values.Localized;

/// Something that the organization did in public, as it enters the log.
///
/// `content` is what the entry's canonical JSON (RFC 8785) carries: nested maps, lists, strings, booleans and whole
/// numbers below 2^53; money as decimal strings in baht, dates as ISO 8601. It holds no personal data: who acted
/// is named by the capacity in which they did.
///
/// @param kind the room and what happened, for example `budget.ordinance-imported`
/// @param subject the address of what it is about, without a language, for example `/budget/2566`
/// @param capacity in which capacity it was done: a role such as `planner`, or `pack` for what the program loads
/// itself
/// @param summary one line for readers
/// @param content the facts
/// @param sample whether the act concerns sample data
public record PublicAct(
        String kind, String subject, String capacity, Localized summary, Map<String, Object> content, boolean sample) {

    public PublicAct {
        if (!kind.matches("[a-z]+\\.[a-z-]+")) {
            throw new IllegalArgumentException(
                    "A public act has a kind such as room.what-happened, not «" + kind + "»");
        }
        if (!subject.startsWith("/")) {
            throw new IllegalArgumentException("A public act is about an address, not «" + subject + "»");
        }
        content = Map.copyOf(content);
    }
}
