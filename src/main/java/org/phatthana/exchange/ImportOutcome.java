package org.phatthana.exchange;

import java.util.List;
import java.util.Map;
import org.phatthana.values.Money;

/// What became of a file that was handed in.
public sealed interface ImportOutcome {

    /// It was stored.
    ///
    /// @param subject the address of what it became, without a language
    /// @param counts how many of what, in reading order: a short English word such as `projects` to a number
    /// @param sums exact sums of what was stored, in reading order: a short English word such as `total` to money
    /// @param notes what was odd and how it was understood, cell by cell
    record Stored(String subject, Map<String, Long> counts, Map<String, Money> sums, List<CellNote> notes)
            implements ImportOutcome {

        public Stored {
            notes = List.copyOf(notes);
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
