package org.phatthana.results.formulas;

import java.util.Set;

/// What each row of a source may say.
///
/// @param name as formulas write it
/// @param codes the codes that it may have, if it is of that kind and they are known
public record Column(String name, Type type, Set<String> codes) {

    public Column {
        codes = Set.copyOf(codes);
    }

    public static Column of(String name, Type type) {
        return new Column(name, type, Set.of());
    }
}
