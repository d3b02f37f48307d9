package org.phatthana.registers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.PlaceCode;

/// A kind of dated figures, as the pack declares it in `observations/<code>.yaml`: the water level of a gauge, the
/// pupils of a school, the households of a tambon.
///
/// @param code by which addresses, formulas and programs name it
/// @param unit of its values; without one they are plain numbers
/// @param decimals digits after the point that a value may have, 0 to 6
/// @param of what is observed
/// @param every what a day stands for
/// @param kind how its values go together over time
/// @param least, most what is possible at all; anything else is kept and flagged
/// @param jump the largest believable difference from the figure before
/// @param methods how figures may be got
/// @param source where they come from
/// @param keeper the department that keeps them
/// @param goals the ids of the strategy's goals that it serves
/// @param ofPeople whether it counts people: then its figures are for the staff, and others see what indicators say
///   of them
/// @param vocabulary the term of a standard for such a figure
/// @param toVerify whether an official still has to check the declaration
public record Series(
        String code,
        Localized title,
        Localized description,
        Optional<Unit> unit,
        int decimals,
        Subject of,
        Every every,
        Kind kind,
        Optional<BigDecimal> least,
        Optional<BigDecimal> most,
        Optional<BigDecimal> jump,
        List<Method> methods,
        Localized source,
        Localized keeper,
        List<String> goals,
        boolean ofPeople,
        Optional<String> vocabulary,
        boolean toVerify) {

    public Series {
        methods = List.copyOf(methods);
        goals = List.copyOf(goals);
    }

    /// What is observed.
    public sealed interface Subject {}

    /// Places of a level.
    public record OfPlaces(PlaceCode.Level level) implements Subject {}

    /// Entries of a register.
    ///
    /// @param register its code
    public record OfEntries(String register) implements Subject {}

    /// What the day of a figure stands for.
    public enum Every {
        DAY,
        /// Written as its first day.
        MONTH,
        /// A fiscal year, written as its first day.
        YEAR;

        /// The day by which the figure of a day is written.
        public LocalDate first(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case MONTH -> day.withDayOfMonth(1);
                case YEAR -> FiscalYear.containing(day).firstDay();
            };
        }
    }

    /// How values go together over time.
    public enum Kind {
        /// They add up: visits, tonnes.
        COUNT,
        /// Each is a state of its own: a level, a share.
        LEVEL
    }

    /// A way in which figures are got.
    public record Method(String code, Localized title) {}

    /// The value as a field, by which texts are read as it.
    public Field valueField() {
        return new Field(
                "value",
                FieldType.NUMBER,
                title,
                Localized.thai(""),
                unit,
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ofPeople ? Privacy.STAFF : Privacy.PUBLIC,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public Optional<Method> method(String wanted) {
        return methods.stream().filter(method -> method.code.equals(wanted)).findFirst();
    }

    /// The address of its page without a language.
    public String address() {
        return "/observations/" + code;
    }
}
