package org.phatthana.registers;

import java.util.List;
import java.util.Optional;
import org.phatthana.values.Localized;

/// A register, as the pack declares it in `registers/<code>.yaml`, or an office by a form.
///
/// @param code by which addresses and programs name it
/// @param title of all of it, in the plural: `โรงเรียน`, `Schools`
/// @param nameField the field whose text an entry is called by
/// @param codeField the field whose value no two open entries share, where there is one
/// @param placeRequired whether an entry stands in a place of the province or is not kept
/// @param keeper the department that keeps it
/// @param source where its content comes from
/// @param goals the ids of the strategy's goals that it serves
/// @param vocabulary the term of a standard for such a thing, for example `schema:School`
/// @param toVerify whether an official still has to check the declaration
/// @param form the id of the form that it was made of, where it was
/// @param positionNames what files of that form call the position
public record Register(
        String code,
        Localized title,
        Localized description,
        GeometryKind geometry,
        List<Field> fields,
        String nameField,
        Optional<String> codeField,
        boolean placeRequired,
        Localized keeper,
        Localized source,
        List<String> goals,
        Optional<String> vocabulary,
        boolean toVerify,
        Optional<String> form,
        List<String> positionNames) {

    public Register {
        fields = List.copyOf(fields);
        goals = List.copyOf(goals);
        positionNames = List.copyOf(positionNames);
    }

    public Optional<Field> field(String fieldCode) {
        return fields.stream().filter(field -> field.code().equals(fieldCode)).findFirst();
    }

    /// The fields that everyone may read.
    public List<Field> publicFields() {
        return fields.stream().filter(Field::isPublic).toList();
    }

    /// The fields by which lists are narrowed.
    public List<Field> filters() {
        return fields.stream().filter(Field::isFilter).toList();
    }

    /// The address of its page without a language.
    public String address() {
        return "/registers/" + code;
    }
}
