package org.phatthana.plan.forms;

import java.util.List;
import java.util.Map;

/// What an organization says of its forms, from the pack's `forms.yaml`.
///
/// @param titles what a form is called, by its code (`p02-1`); a form that is missing is called as it usually is
/// @param alignment the higher plans that the plan is aligned to (ก–จ), as lines above the tables
/// @param signers who signs, at most three
public record PackForms(Map<String, String> titles, List<Alignment> alignment, List<Sign> signers) {

    /// Lines above the tables of the strategies whose text has some words in it; without words, of all others.
    public record Alignment(String strategy, List<String> lines) {}

    /// A place for a signature.
    public record Sign(String name, String position) {}

    /// Of an organization that says nothing.
    public static final PackForms NONE = new PackForms(Map.of(), List.of(), List.of());

    public PackForms {
        titles = Map.copyOf(titles);
        alignment = List.copyOf(alignment);
        signers = List.copyOf(signers);
    }

    List<String> above(String strategy) {
        return alignment.stream()
                .filter(lines -> !lines.strategy().isEmpty() && strategy.contains(lines.strategy()))
                .findFirst()
                .or(() -> alignment.stream()
                        .filter(lines -> lines.strategy().isEmpty())
                        .findFirst())
                .map(Alignment::lines)
                .orElse(List.of());
    }
}
