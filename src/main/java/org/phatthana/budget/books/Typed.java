package org.phatthana.budget.books;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.phatthana.budget.DocumentReference;
import org.phatthana.exchange.Amount;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.SheetCell;
import org.phatthana.values.Message;
import org.phatthana.values.Money;

/// What somebody typed into a form, and what is wrong with it, by field. Reading a field notes what is wrong.
public final class Typed {

    static final int LONGEST = 300;

    private static final Money MOST = Money.ofBaht(1_000_000_000_000L);

    private final Map<String, String> values;
    private final Map<String, Message> problems = new LinkedHashMap<>();

    public Typed(Map<String, String> values) {
        this.values = new HashMap<>(values);
    }

    /// A form that nobody has filled in.
    ///
    /// @param values fields and what stands in them by turns
    public static Typed begun(String... values) {
        var all = new HashMap<String, String>();
        for (var i = 0; i < values.length; i += 2) {
            all.put(values[i], values[i + 1]);
        }
        return new Typed(all);
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public boolean has(String field) {
        return problems.containsKey(field);
    }

    public Map<String, Message> problems() {
        return Collections.unmodifiableMap(problems);
    }

    public boolean isSound() {
        return problems.isEmpty();
    }

    /// Notes what is wrong with a field; of several faults the first one stays.
    public void fault(String field, Message why) {
        problems.putIfAbsent(field, why);
    }

    public void fault(String field, String key, Object... arguments) {
        fault(field, Message.of(key, arguments));
    }

    /// Puts a value into a field, as the form is shown again.
    public void put(String field, String value) {
        values.put(field, value);
    }

    /// One line of text that may be empty.
    public String line(String field) {
        return line(field, LONGEST);
    }

    /// One line of text that may be empty, of at most so many letters.
    public String line(String field, int most) {
        var text = CellText.oneLine(value(field));
        if (text.length() > most) {
            fault(field, "budget.form.too-long", most);
        }
        return text;
    }

    /// One line of text.
    public String needed(String field) {
        var text = line(field);
        if (text.isEmpty()) {
            fault(field, "budget.form.needed");
        }
        return text;
    }

    /// Text of several lines, of at most so many letters; may be empty.
    public String lines(String field, int most) {
        var text = CellText.clean(value(field));
        if (text.length() > most) {
            fault(field, "budget.form.too-long", most);
        }
        return text;
    }

    /// More baht than nothing; nothing at all where it cannot be read.
    public Money money(String field) {
        var amount = anyMoney(field);
        if (amount.isZero() || amount.isNegative()) {
            fault(field, "budget.form.no-money");
        }
        return amount;
    }

    /// Baht; nothing where nothing is written or it cannot be read.
    public Money anyMoney(String field) {
        var amount = Amount.of(new SheetCell.Text(0, value(field)));
        if (amount instanceof Amount.Unreadable || amount instanceof Amount.InError) {
            fault(field, "budget.form.not-money", value(field));
        } else if (amount.money().compareTo(MOST) > 0) {
            fault(field, "budget.form.too-much-money");
        }
        return amount.money();
    }

    /// A day that has to be there.
    ///
    /// @param otherwise what stands for it where it cannot be read, which is a fault
    public LocalDate day(String field, LocalDate otherwise) {
        return anyDay(field).orElseGet(() -> {
            fault(field, "budget.form.no-day");
            return otherwise;
        });
    }

    /// A day that may be missing.
    public Optional<LocalDate> anyDay(String field) {
        var text = CellText.latinDigits(CellText.oneLine(value(field)));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException _) {
            fault(field, "budget.form.no-day");
            return Optional.empty();
        }
    }

    /// The document that is named by the fields `document`, `number` and `date`.
    ///
    /// @param address where the program shows it; empty where it does not
    public DocumentReference document(String address) {
        var number = needed("number");
        if (number.length() > DocumentReference.LONGEST_NUMBER) {
            fault("number", "budget.form.too-long", DocumentReference.LONGEST_NUMBER);
        }
        var kind = needed("document");
        var readable = isSound() ? number : "-";
        return new DocumentReference(kind, readable, anyDay("date"), address);
    }
}
