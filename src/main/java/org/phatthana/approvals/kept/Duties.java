package org.phatthana.approvals.kept;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.phatthana.approvals.Decider;
import org.phatthana.approvals.Route;
import org.phatthana.approvals.Step;
import org.phatthana.approvals.rules.Asker;
import org.phatthana.approvals.rules.Duty;
import org.phatthana.people.Acting;
import org.phatthana.people.Directory;
import org.phatthana.people.Person;
import org.springframework.stereotype.Component;

/// As what somebody may decide on a day: by their roles, their seats, and what others have delegated to them. A
/// duty is delegated once: whoever has it from another cannot hand it on.
@Component
public class Duties {

    private final Seats seats;
    private final Delegations delegations;
    private final Directory directory;

    Duties(Seats seats, Delegations delegations, Directory directory) {
        this.seats = seats;
        this.delegations = delegations;
        this.directory = directory;
    }

    /// What somebody may decide on a day; nothing for a program that acts by a token.
    public List<Duty> of(Acting who, LocalDate day) {
        if (who.byToken() || who.mustChangePassword()) {
            return List.of();
        }
        var received = delegations.receivedBy(who.id(), day);
        var givers = directory.find(
                received.stream().map(Delegation::giver).distinct().toList());
        var holders = new ArrayList<>(givers.keySet());
        holders.add(who.id());
        var taken = seats.on(day, List.of(), holders);
        var duties = new ArrayList<Duty>();
        who.roles().stream().sorted().forEach(role -> duties.add(new Duty.InRole(role, who.id())));
        taken.stream()
                .filter(seat -> seat.account().equals(who.id()))
                .forEach(seat -> duties.add(new Duty.OnBody(seat.body(), seat.office(), who.id())));
        for (var delegation : received) {
            var giver = givers.get(delegation.giver());
            if (giver != null && giver.enabled()) {
                add(duties, delegation, giver, taken);
            }
        }
        return duties.stream().distinct().toList();
    }

    private static void add(List<Duty> duties, Delegation delegation, Person giver, List<Seat> taken) {
        giver.roles().stream()
                .sorted()
                .filter(role -> delegation.covers(Delegation.Scope.ROLE, role.code()))
                .forEach(role -> duties.add(new Duty.InRole(role, giver.id())));
        taken.stream()
                .filter(seat -> seat.account().equals(giver.id()))
                .filter(seat -> delegation.covers(Delegation.Scope.BODY, seat.body()))
                .forEach(seat -> duties.add(new Duty.OnBody(seat.body(), seat.office(), giver.id())));
    }

    /// Who asks about a matter on that route, and who sits on its bodies.
    public Asker asker(Acting who, Route route, LocalDate day) {
        return new Asker(who.id(), who.capacity(), of(who, day), seats(route, day));
    }

    /// The accounts that sit on the bodies of a route.
    public Map<String, List<UUID>> seats(Route route, LocalDate day) {
        var bodies = route.steps().stream()
                .map(Step::decider)
                .filter(Decider.ByVote.class::isInstance)
                .map(decider -> ((Decider.ByVote) decider).body())
                .distinct()
                .toList();
        var all = new HashMap<String, List<UUID>>();
        if (!bodies.isEmpty()) {
            seats.on(day, bodies, List.of())
                    .forEach(seat -> all.computeIfAbsent(seat.body(), _ -> new ArrayList<>())
                            .add(seat.account()));
        }
        return all;
    }
}
