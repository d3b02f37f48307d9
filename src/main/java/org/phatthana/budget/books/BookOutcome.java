package org.phatthana.budget.books;

import java.util.Map;
import org.phatthana.values.Message;

/// What came of what an officer asked of the books.
public sealed interface BookOutcome {

    /// It is entered.
    ///
    /// @param number of its first transaction; 0 where there was nothing to post
    record Entered(String address, long number) implements BookOutcome {}

    /// Nothing was entered.
    ///
    /// @param why by field; the whole form is the field `form`
    record Refused(Map<String, Message> why) implements BookOutcome {

        static Refused because(String field, String key, Object... arguments) {
            return new Refused(Map.of(field, Message.of(key, arguments)));
        }
    }
}
