package org.phatthana.approvals;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody wants to do about a matter.
///
/// @param text the comment or the reason; may be empty where none is asked for
/// @param behalf in whose name; null for one's own
/// @param authors of a submission: who has worked on the draft beside those who are known
/// @param minutes of a record: what it says
/// @param seen how many acts the matter had when they last looked; a comment may be written on an old page
public record Ask(
        Act.Kind kind,
        String text,
        @Nullable UUID behalf,
        Set<UUID> authors,
        @Nullable Minutes minutes,
        int seen) {

    public Ask {
        text = text.strip();
        authors = Set.copyOf(authors);
    }

    public static Ask of(Act.Kind kind, String text, int seen) {
        return new Ask(kind, text, null, Set.of(), null, seen);
    }

    public static Ask inTheNameOf(UUID behalf, Act.Kind kind, String text, int seen) {
        return new Ask(kind, text, behalf, Set.of(), null, seen);
    }

    public static Ask record(Minutes minutes, int seen) {
        return new Ask(Act.Kind.RECORD, "", null, Set.of(), minutes, seen);
    }
}
