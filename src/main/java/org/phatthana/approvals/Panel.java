package org.phatthana.approvals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;

/// What the template `approvals/panel.jte` shows of a matter: as much of it as its reader may see.
///
/// @param stages the steps, and what became of each
/// @param may what the reader may do
/// @param records the records that the route asks for
/// @param history the acts that the reader may see, the oldest first; empty for the public
/// @param names of those who act in the history
/// @param bodies by id
/// @param votes how the present step's vote stands; null where none is open or the reader may not know
/// @param daysLeft until the present step is due, negative when it is overdue; null where no date is
/// @param problem what was refused just now; null for nothing
/// @param typed what the reader had typed when it was refused
public record Panel(
        Matter matter,
        List<Stage> stages,
        List<Possibility> may,
        List<RecordKind> records,
        List<Act> history,
        Map<UUID, String> names,
        Map<String, Body> bodies,
        @Nullable Votes votes,
        @Nullable Integer daysLeft,
        @Nullable Message problem,
        Map<String, String> typed) {

    /// A step as the stepper shows it.
    ///
    /// @param who who decides it
    /// @param state done, now or next; or how the matter ended here
    /// @param on when it was decided; null where it is not
    /// @param due by when, for the present one
    /// @param count how the body voted; null where it did not
    public record Stage(
            Localized name,
            Message who,
            String state,
            @Nullable LocalDate on,
            @Nullable LocalDate due,
            @Nullable Count count) {}

    /// A vote that is open.
    ///
    /// @param needed how many must have voted
    public record Votes(int cast, int members, int needed) {}
}
