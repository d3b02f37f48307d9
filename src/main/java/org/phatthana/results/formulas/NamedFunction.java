package org.phatthana.results.formulas;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A function that formulas call by its name, for what the language cannot say: a bean of this type is known to
/// every formula. It must give the same answer for the same arguments, or figures could not be worked out again.
public interface NamedFunction {

    String name();

    /// What it takes, in order. An argument of the wrong kind is refused when the formula is read.
    List<Kind> parameters();

    Type result();

    /// Its answer; null if that is missing.
    ///
    /// @param arguments all of them there: where one is missing, so is the answer, and the function is not called
    @Nullable
    Object answer(List<Object> arguments);
}
