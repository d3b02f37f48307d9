package org.phatthana.registers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.phatthana.values.Localized;

/// The values that a field may take, from the pack's `code-lists.yaml`.
///
/// @param ordered whether the codes are steps of one ladder, so that `primary–lower-secondary` is all between
/// @param combinations words that stand for several codes at once
public record CodeList(
        String code, Localized title, boolean ordered, List<Value> values, Map<String, List<String>> combinations) {

    /// A value of a list.
    ///
    /// @param aliases how else people write it
    /// @param under the code of another field under which it stands; where there is nothing, under all
    public record Value(String code, Localized label, List<String> aliases, Optional<String> under) {

        public Value {
            aliases = List.copyOf(aliases);
        }

        /// Whether it can be chosen where another field has a code.
        public boolean isUnder(Object parent) {
            return under.filter(code -> !code.equals(parent)).isEmpty();
        }
    }

    public CodeList {
        values = List.copyOf(values);
        combinations = Map.copyOf(combinations);
    }

    public Optional<Value> find(String valueCode) {
        return values.stream().filter(value -> value.code.equals(valueCode)).findFirst();
    }
}
