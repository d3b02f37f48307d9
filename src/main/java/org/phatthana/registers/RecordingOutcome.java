package org.phatthana.registers;

import java.util.List;
import org.phatthana.values.Message;

/// What became of drafts that were to be recorded: all of them or none.
public sealed interface RecordingOutcome {

    /// They stand.
    ///
    /// @param entries in the order of the drafts
    record Recorded(List<Entry> entries) implements RecordingOutcome {

        public Recorded {
            entries = List.copyOf(entries);
        }
    }

    /// Something stands against them.
    record Refused(List<Fault> faults) implements RecordingOutcome {

        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /// Somebody else has recorded something of an entry meanwhile.
    ///
    /// @param draft which of the drafts, counted from 0
    /// @param now how the entry stands
    record Overtaken(int draft, Entry now) implements RecordingOutcome {}

    /// What stands against a draft.
    ///
    /// @param draft which one, counted from 0
    /// @param field the code of the field, or `place`, `geometry`, `holds_from`, `ended`
    record Fault(int draft, String field, Message message) {}
}
