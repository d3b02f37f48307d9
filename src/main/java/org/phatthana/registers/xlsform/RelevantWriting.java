package org.phatthana.registers.xlsform;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.phatthana.registers.Condition;
import org.phatthana.registers.FieldType;
import org.phatthana.registers.Register;

/// Writes when a field is asked as a form's `relevant` does.
final class RelevantWriting {

    private final Register register;

    RelevantWriting(Register register) {
        this.register = register;
    }

    String of(Condition condition) {
        return switch (condition) {
            case Condition.All(var of) -> joined(" and ", of);
            case Condition.Any(var of) -> joined(" or ", of);
            case Condition.Not(var of) -> "not(" + of(of) + ")";
            case Condition.Has(var field, var code) -> "selected(" + answer(field) + ", " + quoted(code) + ")";
            case Condition.Filled(var field, var isFilled) -> answer(field) + (isFilled ? " != ''" : " = ''");
            case Condition.Compared(var field, var sign, var value) ->
                answer(field) + " " + sign.written() + " " + written(field, value);
        };
    }

    private String joined(String sign, List<Condition> of) {
        return of.stream()
                .map(each -> each instanceof Condition.All || each instanceof Condition.Any
                        ? "(" + of(each) + ")"
                        : of(each))
                .collect(Collectors.joining(sign));
    }

    private static String answer(String field) {
        return "${" + field + "}";
    }

    private String written(String field, Object value) {
        var type = register.field(field).orElseThrow().type();
        return switch (value) {
            case Boolean yes -> yes ? "'yes'" : "'no'";
            case BigDecimal year when type == FieldType.YEAR -> "date('" + year.toPlainString() + "-01-01')";
            case BigDecimal number -> number.toPlainString();
            default -> type == FieldType.DATE ? "date('" + value + "')" : quoted(value.toString());
        };
    }

    private static String quoted(String text) {
        return text.contains("'") ? "\"" + text + "\"" : "'" + text + "'";
    }
}
