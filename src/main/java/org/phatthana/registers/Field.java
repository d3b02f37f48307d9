package org.phatthana.registers;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.phatthana.values.Localized;

/// A field of a register.
///
/// @param code by which programs name it: small letters, digits and `_`
/// @param hint what to write in it; may be empty
/// @param unit of a number
/// @param codes of a field of codes
/// @param least, most the range of a number, a year included
/// @param pattern what a text as a whole must match, a regular expression without look-around (RE2)
/// @param vocabulary the term of a standard that it corresponds to, for example `schema:name` or `osm:amenity`
/// @param aliases what offices write over its column
/// @param onlyIf when it is asked; where there is nothing, always
/// @param under the field under whose code those stand that can be chosen
/// @param preset what the form of a new entry holds beforehand, as one types it; `today` for the day or year it is
public record Field(
        String code,
        FieldType type,
        Localized label,
        Localized hint,
        Optional<Unit> unit,
        Optional<CodeList> codes,
        boolean required,
        Optional<BigDecimal> least,
        Optional<BigDecimal> most,
        Optional<String> pattern,
        Privacy privacy,
        Optional<String> vocabulary,
        List<String> aliases,
        Optional<Condition> onlyIf,
        Optional<String> under,
        Optional<String> preset) {

    public Field {
        aliases = List.copyOf(aliases);
    }

    public boolean isPublic() {
        return privacy == Privacy.PUBLIC;
    }

    /// Whether lists can be narrowed by it.
    public boolean isFilter() {
        return isPublic() && (type.isCoded() || type == FieldType.YES_NO);
    }
}
