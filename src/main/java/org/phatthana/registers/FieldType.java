package org.phatthana.registers;

/// What the values of a field are, and how an [Entry] holds them.
public enum FieldType {
    /// Words: a `String`.
    TEXT,
    /// A decimal in the unit of the field: a `BigDecimal`.
    NUMBER,
    /// A whole number in the unit of the field: a `Long`.
    INTEGER,
    /// A day: a `LocalDate`.
    DATE,
    /// A year of the Common Era: an `Integer`. It is written and shown in the reader's era.
    YEAR,
    /// Yes or no: a `Boolean`.
    YES_NO,
    /// A code of the field's list: a `String`.
    CODE,
    /// Some codes of the field's list, in its order: a `List<String>`.
    CODES,
    /// A place of the province: a [org.phatthana.values.PlaceCode].
    PLACE,
    /// An address on the web: a `String`.
    LINK;

    /// Whether values are numbers that have a unit and can be compared.
    public boolean isNumeric() {
        return this == NUMBER || this == INTEGER;
    }

    /// Whether values come from a code list.
    public boolean isCoded() {
        return this == CODE || this == CODES;
    }
}
