package org.phatthana.people.accounts;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One entry of the record of who did what.
///
/// @param account who did it, if an account did
/// @param name the name of the account, or the label of the token; empty where neither acted
/// @param byToken whether a token acted
/// @param capacity a role's code, `nobody` where nobody had signed in, `command` for the command line
/// @param kind what happened, for example `account.created`; its text is `people.act.<kind>`
/// @param subject the address of what it is about
/// @param about whom it is about, where that is an account
/// @param aboutName the name of that account, empty where there is none
/// @param details what else there is to know, never a password or a token
public record Act(
        long id,
        Instant at,
        @Nullable UUID account,
        String name,
        boolean byToken,
        String capacity,
        String kind,
        String subject,
        @Nullable UUID about,
        String aboutName,
        Map<String, String> details) {

    public Act {
        details = Map.copyOf(details);
    }
}
