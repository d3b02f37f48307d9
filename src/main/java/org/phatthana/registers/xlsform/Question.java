package org.phatthana.registers.xlsform;

import java.util.Optional;
import org.phatthana.values.Localized;

/// A question of a form that becomes a field.
///
/// @param name as its form writes it
/// @param path of the groups around it and of itself, with `/` between them, as files of answers head their columns
/// @param type an [QuestionType.Answer] or [QuestionType.Choice]
/// @param group what the group around it is called
/// @param conditional whether it is not asked always
record Question(
        FormSheet.Row row,
        String name,
        String path,
        QuestionType type,
        Localized label,
        Optional<Localized> hint,
        Optional<Localized> group,
        boolean conditional) {}
