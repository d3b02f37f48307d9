package org.phatthana.strategy;

import java.util.List;
import java.util.Optional;
import org.phatthana.values.Localized;

/// The powers and duties that the law gives the organization, which of them words point to, and what usually
/// belongs to others.
///
/// @param powers in the order of the law
/// @param suggestions which powers words point to
/// @param elsewhere what is usually somebody else's
public record Powers(List<Power> powers, List<Suggestion> suggestions, List<Elsewhere> elsewhere) {

    static final Powers NONE = new Powers(List.of(), List.of(), List.of());

    /// If one of the words stands in a text, the powers with these numbers.
    public record Suggestion(List<String> words, List<Integer> powers) {}

    /// What usually belongs to others.
    ///
    /// @param words one of them names it
    /// @param unless words that make it the organization's all the same
    /// @param local whether it is the matter of the local body of the place
    /// @param body whose matter it is
    /// @param law by which law
    /// @param toVerify whether an official has still to check it
    public record Elsewhere(
            List<String> words, List<String> unless, boolean local, Localized body, Localized law, boolean toVerify) {

        boolean isMeant(String text) {
            return words.stream().anyMatch(text::contains) && unless.stream().noneMatch(text::contains);
        }
    }

    public Powers {
        powers = List.copyOf(powers);
        suggestions = List.copyOf(suggestions);
        elsewhere = List.copyOf(elsewhere);
    }

    public Optional<Power> find(int number) {
        return powers.stream().filter(power -> power.number() == number).findFirst();
    }

    /// The powers that a text points to, in the order of the law.
    public List<Power> suggestedBy(String text) {
        var numbers = suggestions.stream()
                .filter(suggestion -> suggestion.words.stream().anyMatch(text::contains))
                .flatMap(suggestion -> suggestion.powers.stream())
                .toList();
        return powers.stream().filter(power -> numbers.contains(power.number())).toList();
    }

    /// Whose matter a text is, where it usually is somebody else's.
    public List<Elsewhere> elsewhere(String text) {
        return elsewhere.stream().filter(rule -> rule.isMeant(text)).toList();
    }
}
