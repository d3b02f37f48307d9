package org.phatthana.registers.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.phatthana.places.Place;
import org.phatthana.places.Places;
import org.phatthana.registers.CodeList;
import org.phatthana.registers.Entry;
import org.phatthana.registers.Field;
import org.phatthana.registers.FieldType;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Language;
import org.phatthana.values.PlaceCode;
import org.phatthana.web.Page;

/// Values of entries as a page writes them.
public record Shown(Page page, Places places) {

    /// A value with its unit; empty where there is none.
    public String text(Field field, Entry entry) {
        var value = entry.values().get(field.code());
        return value == null ? "" : text(field, value);
    }

    public String text(Field field, Object value) {
        return switch (value) {
            case BigDecimal number -> withUnit(field, number(number));
            case Long number -> withUnit(field, page.number(number));
            case Integer year -> Integer.toString(isThai() ? year + FiscalYear.OFFSET : year);
            case LocalDate day -> page.date(day);
            case Boolean yes -> page.text(yes ? "registers.yes" : "registers.no");
            case PlaceCode place -> place(place);
            case List<?> codes ->
                codes.stream().map(code -> code(field, code.toString())).collect(Collectors.joining(", "));
            default -> field.type() == FieldType.CODE ? code(field, value.toString()) : value.toString();
        };
    }

    /// A code by its label.
    public String code(Field field, String code) {
        return field.codes()
                .flatMap(list -> list.find(code))
                .map(CodeList.Value::label)
                .map(page::text)
                .orElse(code);
    }

    /// A tambon with its amphoe, as a text.
    public String place(PlaceCode code) {
        var place = places.find(code);
        return place.filter(_ -> code.level() == PlaceCode.Level.TAMBON)
                .flatMap(_ -> code.parent())
                .flatMap(places::find)
                .map(parent -> page.text(
                        "registers.place",
                        place.orElseThrow().shortTitle(),
                        parent.shortTitle(),
                        place.orElseThrow().title(),
                        parent.title()))
                .or(() -> place.map(Place::title).map(page::text))
                .orElse(code.code());
    }

    /// A value as a form holds it, to be read again.
    static String typed(Object value) {
        return switch (value) {
            case BigDecimal number -> number.toPlainString();
            case List<?> codes -> codes.stream().map(Object::toString).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    private String withUnit(Field field, String number) {
        return field.unit().map(unit -> number + " " + page.text(unit.symbol())).orElse(number);
    }

    private String number(BigDecimal number) {
        var places = Math.max(0, number.stripTrailingZeros().scale());
        return String.format(java.util.Locale.ROOT, "%,." + places + "f", number);
    }

    private boolean isThai() {
        return page.language().equals(Language.THAI);
    }
}
