package org.phatthana.approvals;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;

/// What the template `approvals/panel.jte` shows of a matter: as much of it as its reader may see.
///
/// @param stages the steps, and what became of each
/// @param may what the reader may do
/// @param hint why the reader cannot approve although it would be their turn; null for nothing
/// @param missing the records that the route asks for, that are not there, and that the reader may write
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
        @Nullable Message hint,
        List<RecordKind> missing,
        List<Act> history,
        Map<UUID, String> names,
        Map<String, Body> bodies,
        @Nullable Votes votes,
        @Nullable Integer daysLeft,
        @Nullable Message problem,
        Map<String, String> typed) {

    /// The same, with what was refused and what had been typed.
    public Panel refused(Message why, Map<String, String> values) {
        return new Panel(
                matter, stages, may, hint, missing, history, names, bodies, votes, daysLeft, why, Map.copyOf(values));
    }

    /// The acts that are remarks or reasons, for the thread.
    public List<Act> comments() {
        return history.stream().filter(act -> !act.text().isEmpty()).toList();
    }

    /// Who did an act, by name; empty where that is not known.
    public String name(@Nullable UUID account) {
        return account == null ? "" : names.getOrDefault(account, "");
    }

    /// What somebody may do in one name, as one form.
    ///
    /// @param behalf in whose name; null for their own
    public record Turn(@Nullable UUID behalf, String name, List<Possibility> may) {

        /// Tells the fields of several forms apart.
        public String key() {
            return behalf == null ? "own" : behalf.toString();
        }

        /// Whether it is theirs to decide the present step.
        public boolean decides() {
            return may.stream().anyMatch(one -> one.kind().isDecision());
        }

        public boolean votes() {
            return may.stream().anyMatch(Possibility::isVote);
        }

        public boolean needsReason() {
            return may.stream().anyMatch(one -> one.needsReason() && one.kind() != Act.Kind.COMMENT);
        }
    }

    /// What the reader may do, by the name in which they do it, their own first.
    public List<Turn> turns() {
        return may.stream()
                .map(one -> Optional.ofNullable(one.behalf()))
                .distinct()
                .map(behalf -> {
                    var those = may.stream()
                            .filter(one -> Optional.ofNullable(one.behalf()).equals(behalf))
                            .toList();
                    return new Turn(behalf.orElse(null), those.getFirst().behalfName(), those);
                })
                .sorted(Comparator.comparing(turn -> turn.behalf() != null))
                .toList();
    }

    /// What had been typed into a field when it was refused; empty otherwise.
    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    /// The same of the form that somebody had filled in in one name.
    public String typed(String field, @Nullable UUID behalf) {
        var name = behalf == null ? "" : behalf.toString();
        return typed("behalf").equals(name) ? typed(field) : "";
    }

    public boolean isRefused() {
        return problem != null;
    }

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
