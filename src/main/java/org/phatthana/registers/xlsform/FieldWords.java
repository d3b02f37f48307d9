package org.phatthana.registers.xlsform;

import java.util.ArrayList;
import org.phatthana.registers.ConditionWords;
import org.phatthana.registers.Field;
import org.phatthana.registers.Register;
import org.phatthana.values.Message;

/// What a field is, in one line for a reader.
final class FieldWords {

    private FieldWords() {}

    static Message of(Register register, Field field) {
        var said = new ArrayList<Message>();
        said.add(Message.of("registers.xlsform.type." + FieldDrawing.word(field.type())));
        if (field.required()) {
            said.add(Message.of("registers.xlsform.is.required"));
        }
        field.onlyIf()
                .ifPresent(condition ->
                        said.add(Message.of("registers.if.only", new ConditionWords(register).of(condition))));
        field.under()
                .flatMap(register::field)
                .ifPresent(above -> said.add(Message.of("registers.xlsform.is.under", above.label())));
        field.preset().ifPresent(preset -> said.add(Message.of("registers.xlsform.is.preset", preset)));
        if (field.least().isPresent() && field.most().isPresent()) {
            said.add(Message.of(
                    "registers.xlsform.is.between",
                    field.least().get().toPlainString(),
                    field.most().get().toPlainString()));
        } else {
            field.least().ifPresent(least -> said.add(Message.of("registers.xlsform.is.least", least.toPlainString())));
            field.most().ifPresent(most -> said.add(Message.of("registers.xlsform.is.most", most.toPlainString())));
        }
        field.pattern().ifPresent(pattern -> said.add(Message.of("registers.xlsform.is.pattern", pattern)));
        field.codes()
                .ifPresent(list -> said.add(Message.of(
                        "registers.xlsform.is.list", (long) list.values().size())));
        said.add(Message.of(
                switch (field.privacy()) {
                    case PUBLIC -> "registers.xlsform.is.public";
                    case STAFF -> "registers.privacy.staff";
                    case PERSONAL -> "registers.privacy.personal";
                }));
        return said.stream()
                .reduce((one, other) -> Message.of("registers.xlsform.is.and", one, other))
                .orElseThrow();
    }
}
