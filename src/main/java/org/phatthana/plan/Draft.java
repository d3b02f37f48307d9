package org.phatthana.plan;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// What an edition that is still being written will decide of a project.
///
/// @param project the project that it is about; a new project has its public id from the beginning
/// @param fromEdition the edition whose version of the project it goes on from; empty for a new project
/// @param mergedInto the project that this one becomes a part of
/// @param splitFrom the project that this one was a part of
/// @param revision how often it was saved; who saves names the one that they have read
/// @param author who began it; empty where a token or the program did
public record Draft(
        String id,
        String plan,
        int edition,
        String project,
        Edition.Act act,
        Optional<Integer> fromEdition,
        ProjectContent content,
        Optional<String> mergedInto,
        Optional<String> splitFrom,
        State state,
        int revision,
        Optional<UUID> author,
        Instant createdAt,
        Instant changedAt,
        boolean sample) {

    /// How far it has come.
    public enum State {
        DRAFT,
        WAITING_CHECK,
        WAITING_APPROVAL,
        APPROVED,
        /// Sent back to be revised.
        RETURNED,
        /// Beyond the organization's capacity (เกินศักยภาพ).
        REJECTED;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static State of(String code) {
            return Arrays.stream(values())
                    .filter(state -> state.code().equals(code))
                    .findFirst()
                    .orElseThrow();
        }

        /// Whether it is still being written.
        public boolean isOpen() {
            return this == DRAFT || this == RETURNED;
        }
    }
}
