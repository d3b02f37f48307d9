package org.phatthana.registers.declared;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Predicate;
import org.phatthana.exchange.CellText;
import org.phatthana.registers.FieldType;

/// What the form of a new entry may hold beforehand.
public final class Preset {

    /// The day, or the year, on which the form is filled in.
    public static final String TODAY = "today";

    private Preset() {}

    /// Whether a field can hold it.
    ///
    /// @param isCode whether the field's list has a code
    /// @param text as one would type it; several codes with a comma and a blank between
    public static boolean fits(FieldType type, Predicate<String> isCode, String text) {
        return switch (type) {
            case NUMBER -> CellText.number(text).isPresent();
            case INTEGER -> CellText.number(text).filter(Preset::isWhole).isPresent();
            case YEAR -> text.equals(TODAY) || text.matches("[12]\\d{3}");
            case DATE -> text.equals(TODAY) || isDay(text);
            case YES_NO -> text.equals("true") || text.equals("false");
            case CODE -> isCode.test(text);
            case CODES -> List.of(text.split(", ")).stream().allMatch(isCode);
            case TEXT, LINK, PLACE -> true;
        };
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException _) {
            return false;
        }
    }
}
