package org.phatthana.duties;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.phatthana.people.Role;

/// Who owes a duty.
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({@JsonSubTypes.Type(Owner.ByRole.class), @JsonSubTypes.Type(Owner.ByBody.class)})
public sealed interface Owner {

    /// Everybody with a role.
    record ByRole(Role role) implements Owner {}

    /// The members of a committee.
    record ByBody(String body) implements Owner {}

    /// The role or the committee as the pack writes it.
    default String code() {
        return switch (this) {
            case ByRole(var role) -> role.code();
            case ByBody(var body) -> body;
        };
    }
}
