package org.phatthana.approvals;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;
import org.phatthana.people.Role;

/// Who decides a step.
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
    @JsonSubTypes.Type(Decider.ByRole.class),
    @JsonSubTypes.Type(Decider.ByVote.class),
    @JsonSubTypes.Type(Decider.ByOffice.class)
})
public sealed interface Decider {

    /// Anybody with a role.
    record ByRole(Role role) implements Decider {}

    /// A body, by the majority of the votes cast; its chair breaks a tie.
    ///
    /// @param quorum how many of its members must have voted
    record ByVote(String body, Quorum quorum) implements Decider {}

    /// One office-holder of a body.
    record ByOffice(String body, Set<Office> oneOf) implements Decider {

        public ByOffice {
            oneOf = Set.copyOf(oneOf);
        }
    }

    /// The body that decides, or whose office-holder does; empty where a role does.
    default String body() {
        return "";
    }

    /// How many of a body's members must have voted.
    enum Quorum {
        /// Not less than half.
        HALF,
        /// Not less than two thirds.
        TWO_THIRDS;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @JsonCreator
        public static Quorum of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        /// How many of so many members must have voted.
        public int needed(int members) {
            return Math.max(1, this == HALF ? (members + 1) / 2 : (2 * members + 2) / 3);
        }

        /// Whether so many votes of so many members are enough.
        public boolean isReached(int votes, int members) {
            return votes >= needed(members);
        }
    }
}
