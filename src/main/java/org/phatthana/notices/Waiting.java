package org.phatthana.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phatthana.people.Acting;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;

/// Where something may wait for people. Rooms implement it as a bean; the desk and the digest ask all of them. What
/// waits is worked out from what the room keeps and is stored nowhere else.
public interface Waiting {

    /// A room tells of at most so many things.
    int AT_MOST = 200;

    /// What waits for somebody.
    ///
    /// @param kind by which the desk groups, for example `plan.project`
    /// @param kindName the heading of the group
    /// @param title what it is about
    /// @param task what is to be done
    /// @param address where it is done, without a language
    /// @param due by when, if there is a date
    /// @param since since when it waits
    record Item(
            String kind,
            Localized kindName,
            Localized title,
            Localized task,
            String address,
            @Nullable LocalDate due,
            Instant since) {}

    /// What somebody has sent to others.
    ///
    /// @param standing where it stands, for readers
    /// @param since since when it stands there
    /// @param ended whether nothing more is to come
    record Sent(Localized title, String address, Message standing, Instant since, boolean ended) {}

    /// What waits for somebody, at most [#AT_MOST], what is due first before the rest.
    List<Item> waitingFor(Acting who);

    /// What somebody has sent and where it stands, at most [#AT_MOST], the newest first.
    default List<Sent> sentBy(Acting who) {
        return List.of();
    }
}
