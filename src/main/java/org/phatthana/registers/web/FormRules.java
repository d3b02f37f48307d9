package org.phatthana.registers.web;

import java.util.Locale;
import org.phatthana.registers.Register;
import org.phatthana.registers.declared.ConditionText;
import org.phatthana.registers.reading.ValueReading;
import tools.jackson.databind.json.JsonMapper;

/// What the script of an entry's form goes by (`field/asking.ts`): when fields are asked, under which others their
/// choices stand, and what they hold beforehand.
public final class FormRules {

    private static final JsonMapper JSON = new JsonMapper();

    private FormRules() {}

    /// @return JSON; empty for a register whose fields are all asked alike
    public static String of(Register register) {
        var rules = JSON.createObjectNode();
        var fields = rules.putObject("fields");
        for (var field : register.fields()) {
            var rule = fields.putObject(field.code())
                    .put("type", field.type().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            field.onlyIf().ifPresent(condition -> rule.set("onlyIf", ConditionText.write(condition)));
            field.under().ifPresent(above -> rule.put("under", above));
            field.preset().ifPresent(preset -> rule.put("preset", preset));
        }
        ValueReading.wordsForNothing().stream().sorted().forEach(rules.putArray("nothing")::add);
        return fields.values().stream().allMatch(rule -> rule.size() == 1) ? "" : rules.toString();
    }
}
