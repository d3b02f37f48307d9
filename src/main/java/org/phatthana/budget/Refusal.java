package org.phatthana.budget;

import java.util.Locale;
import java.util.OptionalInt;
import org.phatthana.values.Message;

/// Why something was not entered in the ledger.
///
/// @param transaction which of the transactions of its posting, counted from 0
/// @param entry which of that transaction's entries, counted from 0, where one is to blame
/// @param field what to look at: `account`, `amount`, `day`, `document`, `authority`, `reverses`, `entries`, `key`
public record Refusal(Reason reason, int transaction, OptionalInt entry, String field, Message message) {

    /// The kinds of refusal, by which programs tell them apart.
    public enum Reason {
        /// An account or line that is not in the books.
        UNKNOWN_ACCOUNT,
        /// Debits are not credits, or an account stands twice, or there are too few entries.
        UNBALANCED,
        /// The kind of transaction does not move money so.
        NOT_ALLOWED,
        /// More than there is.
        OVERDRAWN,
        /// The month or year is closed, or the day lies in another year than the lines.
        CLOSED,
        /// What is to be undone is not there, is a reversal itself, or was undone already.
        NOT_REVERSIBLE,
        /// Who allowed it, or the document that it names, is not what the pack asks of its kind.
        NOT_AUTHORISED,
        /// The key was used before for something else.
        KEY_REUSED;

        /// As programs read it: `not-allowed`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
