package org.phatthana.people;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phatthana.people.accounts.Acts;
import org.springframework.stereotype.Component;

/// The record of who did what in the office, for the rooms above to append to. It is read by administrators and
/// auditors, and never changed.
@Component
public class WhoDidWhat {

    private final Acts acts;

    WhoDidWhat(Acts acts) {
        this.acts = acts;
    }

    /// Appends, in the transaction of what it tells of, what whoever acts now has done.
    ///
    /// @param kind for example `duty.member-added`; its text is `people.act.<kind>`
    /// @param subject the address of what it is about
    /// @param about whom it is about, where that is an account
    /// @param details what else there is to know; the text of each name is `people.detail.<name>`
    public void append(String kind, String subject, @Nullable UUID about, Map<String, String> details) {
        acts.append(kind, subject, about, details);
    }
}
