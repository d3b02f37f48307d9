package org.phatthana.approvals;

import java.util.Set;
import java.util.UUID;
import org.phatthana.values.Localized;

/// Something to be decided, as the room that owns it hands it in.
///
/// @param kind whose and what, for example `plan.project`
/// @param subject the owning room's own word for it
/// @param address where its page is, without a language
/// @param route the id of a route of the pack
/// @param authors the accounts of those who drafted it; none of them may decide it
/// @param isPublic whether anyone may see how it goes: then each move is a public act
/// @param sample whether it is sample data
public record NewMatter(
        String kind,
        String subject,
        Localized title,
        String address,
        String route,
        Set<UUID> authors,
        boolean isPublic,
        boolean sample) {

    static final int MAX_SUBJECT = 120;
    static final int MAX_AUTHORS = 100;

    public NewMatter {
        authors = Set.copyOf(authors);
        if (!kind.matches("[a-z]+\\.[a-z-]+")) {
            throw new IllegalArgumentException("A matter has a kind such as room.thing, not «" + kind + "»");
        }
        if (subject.isBlank() || subject.length() > MAX_SUBJECT) {
            throw new IllegalArgumentException("A matter's subject has 1 to %d characters".formatted(MAX_SUBJECT));
        }
        if (!address.startsWith("/") || address.startsWith("//")) {
            throw new IllegalArgumentException("A matter has an address of ours, not «" + address + "»");
        }
        if (authors.size() > MAX_AUTHORS) {
            throw new IllegalArgumentException("A matter has at most %d authors".formatted(MAX_AUTHORS));
        }
    }
}
