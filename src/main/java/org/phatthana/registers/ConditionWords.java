package org.phatthana.registers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Message;

/// When a field is asked, in words.
public final class ConditionWords {

    private final Register register;

    public ConditionWords(Register register) {
        this.register = register;
    }

    public Message of(Condition condition) {
        return switch (condition) {
            case Condition.All(var of) -> joined("registers.if.all", of);
            case Condition.Any(var of) -> joined("registers.if.any", of);
            case Condition.Not(var of) -> Message.of("registers.if.not", of(of));
            case Condition.Has(var field, var code) -> Message.of("registers.if.has", called(field), said(field, code));
            case Condition.Filled(var field, var isFilled) ->
                Message.of(isFilled ? "registers.if.filled" : "registers.if.empty", called(field));
            case Condition.Compared(var field, var sign, var value) ->
                Message.of(
                        switch (sign) {
                            case EQUAL -> "registers.if.equal";
                            case OTHER -> "registers.if.other";
                            case LESS -> "registers.if.less";
                            case AT_MOST -> "registers.if.at-most";
                            case MORE -> "registers.if.more";
                            case AT_LEAST -> "registers.if.at-least";
                        },
                        called(field),
                        said(field, value));
        };
    }

    private Message joined(String key, List<Condition> of) {
        return of.stream()
                .map(each -> of.size() > 1 && (each instanceof Condition.All || each instanceof Condition.Any)
                        ? Message.of("registers.if.within", of(each))
                        : of(each))
                .reduce((one, other) -> Message.of(key, one, other))
                .orElseThrow();
    }

    private Object called(String field) {
        return register.field(field).<Object>map(Field::label).orElse(field);
    }

    private Object said(String code, Object value) {
        var field = register.field(code);
        return switch (value) {
            case Boolean yes -> Message.of(yes ? "registers.yes" : "registers.no");
            case BigDecimal year
            when field.filter(each -> each.type() == FieldType.YEAR).isPresent() ->
                Message.of(
                        "registers.if.year",
                        Integer.toString(year.intValue() + FiscalYear.OFFSET),
                        year.toPlainString());
            case BigDecimal number -> number.toPlainString();
            case String text
            when field.filter(each -> each.type() == FieldType.DATE).isPresent() -> LocalDate.parse(text);
            default ->
                field.flatMap(Field::codes)
                        .flatMap(list -> list.find(value.toString()))
                        .<Object>map(CodeList.Value::label)
                        .orElse(value);
        };
    }
}
