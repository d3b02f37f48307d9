package org.phatthana.registers;

import java.util.List;
import org.phatthana.registers.RecordingOutcome.Fault;

/// What became of figures that were to be recorded: all of them or none.
public sealed interface ObservationOutcome {

    /// They stand.
    ///
    /// @param observations what is new, in the order of the drafts
    /// @param unchanged how many drafts said what was recorded already
    record Recorded(List<Observation> observations, int unchanged) implements ObservationOutcome {

        public Recorded {
            observations = List.copyOf(observations);
        }
    }

    /// Something stands against them: each fault names `series`, `subject`, `day`, `value`, `method`, `source`,
    /// `flag` or `note`.
    record Refused(List<Fault> faults) implements ObservationOutcome {

        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
