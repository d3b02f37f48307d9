package org.phatthana.duties;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.phatthana.approvals.Approvals;
import org.phatthana.approvals.Body;
import org.phatthana.packs.Pack;
import org.phatthana.values.Localized;
import org.springframework.stereotype.Component;

/// The duties of the pack's `duties.yaml`; a pack may have none.
@Component
class Catalogue {

    /// @param sampleEnds the kind of act that takes sample data away: sample entries before it no longer count
    record File(List<Duty> duties, String sampleEnds) {}

    private final File file;
    private final Map<String, Localized> bodies;

    Catalogue(Pack pack, Approvals approvals) {
        file = pack.find("duties.yaml", File.class).orElse(new File(List.of(), ""));
        bodies = approvals.bodies().stream().collect(Collectors.toMap(Body::id, Body::name));
        check(file, bodies.keySet());
    }

    /// @throws IllegalStateException where a duty stands there twice, or is owed by a body that nobody knows
    static void check(File file, Set<String> bodies) {
        var seen = new HashSet<String>();
        for (var duty : file.duties) {
            if (!seen.add(duty.id())) {
                throw new IllegalStateException("duties.yaml: duty %s stands there twice".formatted(duty.id()));
            }
            if (duty.owes() instanceof Owner.ByBody(var body) && !bodies.contains(body)) {
                throw new IllegalStateException("duties.yaml: duty %s is owed by %s, which approvals.yaml does not name"
                        .formatted(duty.id(), body));
            }
        }
    }

    List<Duty> duties() {
        return file.duties;
    }

    String sampleEnds() {
        return file.sampleEnds;
    }

    Map<String, Localized> bodies() {
        return bodies;
    }

    /// The kinds of acts that the clock reads.
    Set<String> kinds() {
        return Stream.concat(signs().map(Sign::act), Stream.of(file.sampleEnds))
                .filter(kind -> !kind.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The fields of their content that it keeps.
    Set<String> fields() {
        return signs().flatMap(sign ->
                        Stream.concat(Stream.of(sign.key(), sign.until(), sign.day()), sign.where().keySet().stream()))
                .filter(field -> !field.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Those of the fields that name a year or a month.
    Set<String> keys() {
        return signs().map(Sign::key).collect(Collectors.toUnmodifiableSet());
    }

    private Stream<Sign> signs() {
        return file.duties.stream()
                .flatMap(duty -> Stream.concat(
                        duty.done().stream(),
                        duty.due() instanceof Deadline.After after ? after.after().stream() : Stream.<Sign>empty()));
    }
}
