package org.phatthana.plan.operation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.phatthana.exchange.Amount;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.SheetCell;
import org.phatthana.values.Message;
import org.phatthana.values.Money;

/// The form of an activity: what stands in its fields, and what is wrong with them.
public record ActivityForm(Map<String, String> values, Map<String, Message> problems) {

    static final List<String> FIELDS =
            List.of("name", "detail", "strategy", "programme", "budget", "place", "department", "first", "last");

    static final ActivityForm EMPTY =
            new ActivityForm(Map.of("first", "1", "last", Integer.toString(FiscalMonths.IN_A_YEAR)), Map.of());

    /// What came of reading it.
    sealed interface Read {

        record Understood(Activity.Content content) implements Read {}

        record Faulty(Map<String, Message> faults) implements Read {}
    }

    static ActivityForm of(Activity.Content content) {
        var values = new HashMap<String, String>();
        values.put("name", content.name());
        values.put("detail", content.detail());
        values.put("strategy", content.strategy());
        values.put("programme", content.programme());
        values.put("budget", content.budget().isZero() ? "" : content.budget().toPlainString());
        values.put("place", content.place());
        values.put("department", content.department());
        values.put("first", Integer.toString(content.first()));
        values.put("last", Integer.toString(content.last()));
        return new ActivityForm(values, Map.of());
    }

    /// The form with what somebody typed; what was not sent stays.
    ActivityForm typed(Map<String, String> sent) {
        var all = new HashMap<>(values);
        FIELDS.stream().filter(sent::containsKey).forEach(field -> all.put(field, sent.get(field)));
        return new ActivityForm(all, Map.of());
    }

    ActivityForm with(Map<String, Message> faults) {
        return new ActivityForm(values, faults);
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public boolean has(String field) {
        return problems.containsKey(field);
    }

    Read read() {
        var faults = new LinkedHashMap<String, Message>();
        var money = switch (Amount.of(new SheetCell.Text(0, value("budget")))) {
            case Amount.Unreadable _, Amount.InError _ -> {
                faults.put("budget", Message.of("plan.draft.fault.not-money"));
                yield Money.ZERO;
            }
            case Amount amount -> amount.money();
        };
        var content = new Activity.Content(
                CellText.oneLine(value("strategy")),
                CellText.oneLine(value("programme")),
                CellText.oneLine(value("name")),
                CellText.clean(value("detail")),
                money,
                CellText.oneLine(value("place")),
                CellText.oneLine(value("department")),
                month("first"),
                month("last"));
        content.faults().forEach(faults::putIfAbsent);
        return faults.isEmpty() ? new Read.Understood(content) : new Read.Faulty(faults);
    }

    private int month(String field) {
        return value(field).matches("\\d{1,2}") ? Integer.parseInt(value(field)) : 0;
    }
}
