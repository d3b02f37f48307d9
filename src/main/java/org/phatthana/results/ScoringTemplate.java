package org.phatthana.results;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.phatthana.values.Localized;

/// A form of the evaluation committee before anybody has filled it in: criteria whose points sum to a hundred.
///
/// @param version grows when the criteria change; evaluations that are under way keep the older one
/// @param basis the guidance that it follows
/// @param toVerify whether an official still has to compare it with that guidance
public record ScoringTemplate(
        String id, int version, Localized title, Localized basis, boolean toVerify, List<Criterion> criteria) {

    /// What every form sums to.
    public static final int POINTS = 100;

    /// A criterion, or several under one heading.
    ///
    /// @param id its number on the form
    /// @param points that can be given
    /// @param facts the names of what the program knows about it
    /// @param suggestion the fact whose share suggests a score; empty where none does
    /// @param parts into which it is divided; points are given for these then
    public record Criterion(
            String id, Localized title, int points, List<String> facts, String suggestion, List<Criterion> parts) {

        public Criterion {
            facts = List.copyOf(facts);
            parts = List.copyOf(parts);
        }

        /// Whether points are given for its parts.
        public boolean isDivided() {
            return !parts.isEmpty();
        }

        Stream<Criterion> scored() {
            return isDivided() ? parts.stream().flatMap(Criterion::scored) : Stream.of(this);
        }

        /// Whether a score has a number of points that can be given.
        boolean allows(BigDecimal given) {
            return given.signum() >= 0 && given.compareTo(BigDecimal.valueOf(points)) <= 0;
        }
    }

    public ScoringTemplate {
        criteria = List.copyOf(criteria);
        check(id.matches("[a-z-]{1,40}"), id, "is not called in small letters and hyphens");
        sums(id, "the form", POINTS, criteria);
        var seen = new HashSet<String>();
        criteria.stream().flatMap(Criterion::scored).forEach(criterion -> {
            check(criterion.id().matches("[0-9.]{1,12}"), id, "has a criterion «" + criterion.id() + "»");
            check(seen.add(criterion.id()), id, "has criterion " + criterion.id() + " twice");
            check(
                    criterion.suggestion().isEmpty() || criterion.facts().contains(criterion.suggestion()),
                    id,
                    "suggests criterion " + criterion.id() + " by what it does not show");
        });
    }

    private static void sums(String id, String what, int points, List<Criterion> parts) {
        var sum = parts.stream().mapToInt(Criterion::points).sum();
        check(sum == points, id, "has criteria that sum to %d, where %s has %d points".formatted(sum, what, points));
        parts.stream()
                .filter(Criterion::isDivided)
                .forEach(part -> sums(id, "criterion " + part.id(), part.points(), part.parts()));
    }

    private static void check(boolean holds, String id, String what) {
        if (!holds) {
            throw new IllegalArgumentException("evaluation.yaml: the form «%s» %s".formatted(id, what));
        }
    }

    /// The criteria for which points are given, in their order.
    public List<Criterion> scored() {
        return criteria.stream().flatMap(Criterion::scored).toList();
    }

    /// The names of all facts that it shows.
    List<String> facts() {
        return scored().stream()
                .flatMap(criterion -> criterion.facts().stream())
                .distinct()
                .toList();
    }
}
