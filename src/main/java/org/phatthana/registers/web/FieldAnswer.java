package org.phatthana.registers.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a phone is answered that sent something from the field.
///
/// @param state `recorded`; `refused`, when it must be mended; `overtaken`, when somebody else was quicker
/// @param address of the entry that was recorded, without a language
/// @param problems what stands against it, by field; `form` for all of it
/// @param now how the entry stands, where somebody else was quicker
record FieldAnswer(
        String state,
        @Nullable String address,
        List<Problem> problems,
        @Nullable Standing now) {

    /// @param label of the field, in the reader's language
    record Problem(String field, String label, String message) {}

    /// An entry as it stands, to be typed over.
    ///
    /// @param id its public identifier
    /// @param name by which it is called
    /// @param texts by the names of the form's inputs; what it says of persons is not among them
    /// @param shape its line or area to within a metre, as GeoJSON
    record Standing(
            String id,
            int version,
            String name,
            Map<String, String> texts,
            @Nullable String shape) {}

    FieldAnswer {
        problems = List.copyOf(problems);
    }

    static FieldAnswer recorded(String address) {
        return new FieldAnswer("recorded", address, List.of(), null);
    }

    static FieldAnswer refused(List<Problem> problems) {
        return new FieldAnswer("refused", null, problems, null);
    }

    static FieldAnswer overtaken(List<Problem> problems, Standing now) {
        return new FieldAnswer("overtaken", null, problems, now);
    }
}
