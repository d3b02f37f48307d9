package org.phatthana.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.ImportOutcome;

/// What tests expect of a file that was taken in.
public final class Outcomes {

    private Outcomes() {}

    /// It was stored.
    public static ImportOutcome.Stored stored(ImportOutcome outcome) {
        assertThat(outcome).isInstanceOf(ImportOutcome.Stored.class);
        return (ImportOutcome.Stored) outcome;
    }

    /// It was refused.
    ///
    /// @return why
    public static List<CellNote> refused(ImportOutcome outcome) {
        assertThat(outcome).isInstanceOf(ImportOutcome.Refused.class);
        return ((ImportOutcome.Refused) outcome).errors();
    }

    /// The keys of what is said.
    public static List<String> keys(List<CellNote> notes) {
        return notes.stream().map(note -> note.message().key()).toList();
    }
}
