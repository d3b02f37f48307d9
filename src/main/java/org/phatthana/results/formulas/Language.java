package org.phatthana.results.formulas;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// All that formulas may speak of: the sources, the functions, and the formulas that others refer to.
///
/// @param sources by name
/// @param functions by name
public record Language(Map<String, Source> sources, Map<String, NamedFunction> functions) {

    public Language {
        sources = Map.copyOf(sources);
        functions = Map.copyOf(functions);
    }

    public static Language of(Collection<Source> sources, Collection<NamedFunction> functions) {
        var bySource = new TreeMap<String, Source>();
        sources.forEach(source -> bySource.put(source.name(), source));
        var byFunction = new TreeMap<String, NamedFunction>();
        functions.forEach(function -> byFunction.put(function.name(), function));
        return new Language(bySource, byFunction);
    }

    /// Reads one formula.
    ///
    /// @param others the texts of the formulas that it may refer to, by how it does: `numerator(G2-01)`
    /// @param itself how others refer to it
    public Reading read(String formula, Map<String, String> others, String itself) {
        try {
            return new Reader(this, others, List.of(itself)).read(formula);
        } catch (Refusal refusal) {
            return refusal.refused();
        }
    }
}
