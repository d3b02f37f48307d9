package org.phatthana.exchange;

import java.util.List;
import java.util.Map;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;

/// What became of a file that was handed in.
public sealed interface ImportOutcome {

    /// It was stored.
    ///
    /// @param subject the address of what it became, without a language
    /// @param counts how many of what, in reading order: a short English word such as `projects` to a number
    /// @param sums exact sums of what was stored, in reading order: a short English word such as `total` to money
    /// @param notes what was odd and how it was understood, cell by cell
    /// @param changes what the file changes of what we had, row by row
    record Stored(
            String subject,
            Map<String, Long> counts,
            Map<String, Money> sums,
            List<CellNote> notes,
            List<Change> changes)
            implements ImportOutcome {

        public Stored {
            notes = List.copyOf(notes);
            changes = List.copyOf(changes);
        }

        /// A file that changes nothing that was there before.
        public Stored(String subject, Map<String, Long> counts, Map<String, Money> sums, List<CellNote> notes) {
            this(subject, counts, sums, notes, List.of());
        }
    }

    /// Something that a row of a file says otherwise than we had it.
    ///
    /// @param sheet, row, field where it stands, as in [CellNote]
    /// @param about what the row is about, for people
    /// @param before what we had: [Money], a date, a [org.phatthana.values.Message] or text; empty text for nothing
    /// @param after what the file says
    record Change(String sheet, int row, Localized about, String field, Object before, Object after) {

        /// A change of what is called the same in every language.
        public Change(String sheet, int row, String about, String field, Object before, Object after) {
            this(sheet, row, Localized.thai(about), field, before, after);
        }
    }

    /// It was not stored, and neither was any part of it.
    ///
    /// @param errors what is wrong and where, never empty
    record Refused(List<CellNote> errors) implements ImportOutcome {

        public Refused {
            if (errors.isEmpty()) {
                throw new IllegalArgumentException("A refusal says what is wrong");
            }
            errors = List.copyOf(errors);
        }
    }
}
