package org.phatthana.approvals;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing that somebody did about a matter. Acts are appended and never change.
///
/// @param number its place in the matter's history, from 1 without gaps
/// @param step the step at which the matter stood
/// @param account who did it; null where the program itself opened the matter
/// @param behalf in whose name, where that was somebody who had delegated it
/// @param capacity in which capacity: a role's code, `committee` for what was done on a body, `pack`,
/// `command`
/// @param body the body that they sat on; empty for none
/// @param office what they were there
/// @param text the comment, the reason; may be empty
/// @param authors of a submission: whose draft it is
/// @param minutes of a record: what it says
/// @param count of the closing of a vote: how it went
public record Act(
        int number,
        Instant at,
        Kind kind,
        String step,
        @Nullable UUID account,
        @Nullable UUID behalf,
        String capacity,
        String body,
        @Nullable Office office,
        String text,
        Set<UUID> authors,
        @Nullable Minutes minutes,
        @Nullable Count count) {

    /// The capacity of what is done on a body.
    public static final String COMMITTEE = "committee";

    public static final int MAX_TEXT = 4_000;

    public Act {
        authors = Set.copyOf(authors);
    }

    /// Whose vote or decision it is: the one in whose name it was done.
    public @Nullable UUID holder() {
        return behalf == null ? account : behalf;
    }

    /// What can be done. At a step that is decided by vote, the first three are votes.
    public enum Kind {
        APPROVE,
        RETURN,
        REJECT,
        SUBMIT,
        COMMENT,
        RECORD,
        WITHDRAW,
        CLOSE_VOTE;

        /// Whether it decides a step, or is a vote.
        public boolean isDecision() {
            return this == APPROVE || this == RETURN || this == REJECT;
        }

        /// As forms and tables write it: `close-vote`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// The kind of a code.
        ///
        /// @throws IllegalArgumentException if there is none
        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
