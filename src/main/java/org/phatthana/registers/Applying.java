package org.phatthana.registers;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which fields of a register apply to an entry. A field that does not apply has no value for the others, whatever
/// stands in it.
public final class Applying {

    private final Register register;
    private final Map<String, Object> values;
    private final Map<String, Boolean> found = new HashMap<>();

    /// @param values by field code, typed as [FieldType] says
    public Applying(Register register, Map<String, Object> values) {
        this.register = register;
        this.values = values;
    }

    public boolean applies(Field field) {
        var known = found.get(field.code());
        if (known == null) {
            known = field.onlyIf()
                    .map(condition -> condition.holds(this::value))
                    .orElse(true);
            found.put(field.code(), known);
        }
        return known;
    }

    /// The value of a field that applies.
    public @Nullable Object value(String code) {
        return register.field(code)
                .filter(this::applies)
                .map(_ -> values.get(code))
                .orElse(null);
    }
}
