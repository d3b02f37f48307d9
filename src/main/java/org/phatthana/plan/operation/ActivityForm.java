package org.phatthana.plan.operation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.phatthana.exchange.Amount;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.SheetCell;
import org.phatthana.values.Message;
import org.phatthana.values.Money;

/// The form of an activity: what stands in its fields, and what is wrong with them.
public record ActivityForm(Map<String, String> values, Map<String, Message> problems) {

    static final List<String> FIELDS =
            List.of("name", "detail", "strategy", "programme", "budget", "place", "department", "months");

    static final ActivityForm EMPTY =
            new ActivityForm(Map.of("months", written(FiscalMonths.between(1, FiscalMonths.IN_A_YEAR))), Map.of());

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
        values.put("months", written(content.months()));
        return new ActivityForm(values, Map.of());
    }

    private static String written(List<Integer> months) {
        return months.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /// The form with what somebody typed; what was not sent stays. The chart sends the first and the last month,
    /// and where it has moved one, all between them are meant.
    ActivityForm typed(Map<String, String> sent) {
        var all = new HashMap<>(values);
        FIELDS.stream().filter(sent::containsKey).forEach(field -> all.put(field, sent.get(field)));
        var months = months();
        var first = sent.containsKey("first") ? month(sent.get("first")) : months.getFirst();
        var last = sent.containsKey("last") ? month(sent.get("last")) : months.getLast();
        if (first != months.getFirst() || last != months.getLast()) {
            all.put("months", written(FiscalMonths.between(first, last)));
        }
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
                months());
        content.faults().forEach(faults::putIfAbsent);
        return faults.isEmpty() ? new Read.Understood(content) : new Read.Faulty(faults);
    }

    /// The months that are ticked.
    public List<Integer> months() {
        return Stream.of(value("months").split(","))
                .map(ActivityForm::month)
                .filter(month -> month > 0)
                .toList();
    }

    private static int month(String text) {
        return text.matches("\\d{1,2}") ? Integer.parseInt(text) : 0;
    }
}
