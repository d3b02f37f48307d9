package org.phatthana.results.indicators;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.phatthana.results.formulas.Term;
import org.phatthana.values.PlaceCode;

/// Which figures of people are not shown, so that nobody can be made out: those that count fewer than `k` people
/// (k-anonymity; Sweeney, 2002), and as many others as it takes that those cannot be worked out from totals
/// (complementary suppression; Willenborg and de Waal, Elements of Statistical Disclosure Control, 2001, ch. 6).
///
/// In a tree of places every total that is shown tells the sum of what is hidden below it and not below a nearer
/// total that is shown. So what is hidden below each such total must be two places at least, and not count fewer
/// than `k` together.
public final class Suppression {

    /// The end of a code that no place has.
    private static final String REMAINDER = "00";

    private final Map<PlaceCode, Tally> tallies;
    private final long least;

    /// Whether numerators are a part of denominators; then those who are not in it may be few as well.
    private final boolean isShare;

    private final Set<PlaceCode> hidden = new HashSet<>();
    private final Set<PlaceCode> parents = new HashSet<>();

    /// @param given what is hidden already
    private Suppression(Map<PlaceCode, Tally> tallies, int k, Set<PlaceCode> given) {
        this.tallies = new TreeMap<>(tallies);
        tallies.keySet().forEach(this::addRemainder);
        this.least = Math.multiplyExact(k, Term.ONE);
        this.isShare = tallies.values().stream()
                .allMatch(tally -> tally.numerator() >= 0 && tally.numerator() <= tally.denominator());
        this.tallies.keySet().forEach(place -> place.parent().ifPresent(parents::add));
        given.stream()
                .filter(place -> tallies.getOrDefault(place, Tally.NONE).known() > 0)
                .forEach(hidden::add);
    }

    /// The places whose figures are not shown.
    ///
    /// @param tallies of all places of one period that are to be shown, rolled up by [RollUp]
    /// @param k the fewest people that a figure may count; none at all may be said
    public static Set<PlaceCode> of(Map<PlaceCode, Tally> tallies, int k) {
        return new Suppression(tallies, k, Set.of()).hidden();
    }

    /// The places whose figures are shown in none of several tables that tell of the same people: what one hides,
    /// no other may give away.
    ///
    /// @param tables always in the same order, so that each of them hides the same
    public static Set<PlaceCode> of(List<Map<PlaceCode, Tally>> tables, int k) {
        var hidden = new HashSet<PlaceCode>();
        tables.forEach(table -> hidden.addAll(of(table, k)));
        for (var before = 0; before < hidden.size(); ) {
            before = hidden.size();
            tables.forEach(table -> hidden.addAll(new Suppression(table, k, Set.copyOf(hidden)).hidden()));
        }
        return hidden;
    }

    private Set<PlaceCode> hidden() {
        tallies.forEach((place, tally) -> {
            if (isSmall(tally)) {
                hidden.add(place);
            }
        });
        for (var weak = weakest(); weak.isPresent(); weak = weakest()) {
            hidden.add(candidate(weak.get()).orElse(weak.get()));
        }
        return hidden.stream()
                .filter(place -> !place.code().endsWith(REMAINDER))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whoever takes the parts from a total has what is known of it alone and of none of its parts: one part more,
    /// which nobody shows.
    private void addRemainder(PlaceCode total) {
        var parts = Tally.sum(tallies.entrySet().stream()
                .filter(each -> each.getKey().isPartOf(total))
                .map(Map.Entry::getValue)
                .toList());
        var whole = tallies.getOrDefault(total, Tally.NONE);
        if (parts.known() > 0
                && (whole.numerator() != parts.numerator() || whole.denominator() != parts.denominator())) {
            tallies.put(
                    new PlaceCode(total.code() + REMAINDER),
                    Tally.known(whole.numerator() - parts.numerator(), whole.denominator() - parts.denominator()));
        }
    }

    private boolean isSmall(Tally tally) {
        return isSmall(tally.numerator())
                || isSmall(tally.denominator())
                || (isShare && isSmall(tally.denominator() - tally.numerator()));
    }

    private boolean isSmall(long people) {
        return people > 0 && people < least;
    }

    /// A total that is shown and would give away what is hidden below it; the lowest and first of them.
    private Optional<PlaceCode> weakest() {
        var below = new HashMap<PlaceCode, List<Tally>>();
        for (var place : hidden) {
            if (!parents.contains(place)) {
                shownAbove(place)
                        .ifPresent(total -> below.computeIfAbsent(total, _ -> new ArrayList<>())
                                .add(tallies.getOrDefault(place, Tally.NONE)));
            }
        }
        return below.entrySet().stream()
                .filter(group -> givesAway(group.getValue()))
                .map(Map.Entry::getKey)
                .min(Comparator.comparing(PlaceCode::level).reversed().thenComparing(Comparator.naturalOrder()));
    }

    private boolean givesAway(Collection<Tally> group) {
        return group.size() < 2 || isSmall(Tally.sum(group));
    }

    private Optional<PlaceCode> shownAbove(PlaceCode place) {
        var at = place.parent();
        while (at.isPresent() && (hidden.contains(at.get()) || !tallies.containsKey(at.get()))) {
            at = at.get().parent();
        }
        return at;
    }

    /// What is hidden next below a total: a place without parts before one that has them, one that has people
    /// before one that has none, the fewest first. What has another total that is shown above it would not help
    /// before that one is hidden.
    private Optional<PlaceCode> candidate(PlaceCode total) {
        return tallies.keySet().stream()
                .filter(place -> !hidden.contains(place))
                .filter(place -> shownAbove(place).filter(total::equals).isPresent())
                .min(Comparator.<PlaceCode, Boolean>comparing(parents::contains)
                        .thenComparing(place -> people(place) == 0)
                        .thenComparingLong(this::people)
                        .thenComparing(Comparator.naturalOrder()));
    }

    private long people(PlaceCode place) {
        var tally = tallies.getOrDefault(place, Tally.NONE);
        return Math.max(tally.numerator(), tally.denominator());
    }
}
