package org.phatthana.values;

import java.util.List;

/// Something to tell a reader, not yet in a language: the key of a text in a room's messages and what fills its
/// places.
///
/// @param key for example `plan.import.missing-header`
/// @param arguments numbers, strings, [Money], [FiscalYear], [Localized] or dates, in the order of the places
public record Message(String key, List<Object> arguments) {

    public Message {
        arguments = List.copyOf(arguments);
    }

    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }
}
