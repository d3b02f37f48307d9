package org.phatthana.registers.reading;

import java.util.Optional;
import org.phatthana.values.Message;

/// What a text was read as.
public sealed interface ReadValue {

    /// A value of the field's type.
    ///
    /// @param note how it was understood, where that is not plain to see
    record Value(Object value, Optional<Message> note) implements ReadValue {

        public Value(Object value) {
            this(value, Optional.empty());
        }
    }

    /// It says that there is none.
    record Nothing() implements ReadValue {}

    /// It cannot be read.
    record Unreadable(Message why) implements ReadValue {

        public Unreadable(String key, Object... arguments) {
            this(Message.of(key, arguments));
        }
    }
}
