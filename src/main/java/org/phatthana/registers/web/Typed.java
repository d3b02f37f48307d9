package org.phatthana.registers.web;

import org.jspecify.annotations.Nullable;
import org.phatthana.values.Message;

/// What somebody has typed into a form, by the names of its inputs, and what is wrong with it.
public interface Typed {

    /// @return empty where nothing was typed
    String text(String field);

    /// @return null where nothing is wrong
    @Nullable
    Message problem(String field);
}
