package org.phatthana.works.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.phatthana.exchange.CellText;
import org.phatthana.values.Message;
import org.phatthana.values.Money;
import org.phatthana.works.Bid;
import org.phatthana.works.Milestone;

/// What somebody typed into a form of works, read field by field; what cannot be read is told at its field.
final class Typed {

    static final int MOST_BIDS = 20;
    static final int MOST_MILESTONES = 24;
    static final int LONGEST_TEXT = 200;
    static final int LONGEST_LONG = 2_000;

    private static final BigDecimal MOST_BAHT = BigDecimal.TEN.pow(11);
    private static final int DECIMALS = 2;

    private final Map<String, String> values;
    private final Map<String, Message> faults = new LinkedHashMap<>();

    Typed(Map<String, String> sent) {
        values = new HashMap<>(sent);
        compact(MOST_BIDS, "bid-name-", "bid-price-");
        compact(MOST_MILESTONES, "milestone-name-", "milestone-weight-", "milestone-day-");
    }

    /// What was typed, rows that were left out in between being closed up.
    Map<String, String> values() {
        return values;
    }

    private void compact(int most, String... columns) {
        var next = 0;
        for (var row = 0; row < most; row++) {
            var number = row;
            var typed = Stream.of(columns).map(column -> value(column + number)).toList();
            Stream.of(columns).forEach(column -> values.remove(column + number));
            if (!String.join("", typed).isBlank()) {
                for (var i = 0; i < columns.length; i++) {
                    values.put(columns[i] + next, typed.get(i));
                }
                next++;
            }
        }
    }

    Map<String, Message> faults() {
        return faults;
    }

    void fault(String field, String key, Object... arguments) {
        faults.putIfAbsent(field, Message.of(key, arguments));
    }

    private String value(String field) {
        return values.getOrDefault(field, "");
    }

    /// A text on one line.
    String text(String field, boolean required) {
        return checked(field, CellText.oneLine(value(field)), LONGEST_TEXT, required);
    }

    /// A text of several lines.
    String lines(String field, boolean required) {
        return checked(field, CellText.clean(value(field)), LONGEST_LONG, required);
    }

    private String checked(String field, String text, int most, boolean required) {
        if (required && text.isEmpty()) {
            fault(field, "works.fault.required");
        } else if (text.length() > most) {
            fault(field, "works.fault.too-long", most);
        }
        return text;
    }

    boolean isChecked(String field) {
        return value(field).equals("true");
    }

    /// One of several values.
    String choice(String field, List<Field.Option> options) {
        var chosen = value(field);
        if (options.stream().noneMatch(option -> option.value().equals(chosen))) {
            fault(field, "works.fault.choice");
        }
        return chosen;
    }

    /// A day; any where nothing can be read, which is then told.
    LocalDate day(String field) {
        var typed = CellText.latinDigits(CellText.oneLine(value(field)));
        if (typed.isEmpty()) {
            fault(field, "works.fault.required");
            return LocalDate.EPOCH;
        }
        try {
            var day = LocalDate.parse(typed);
            if (day.getYear() < 1950 || day.getYear() > 2150) {
                fault(field, "works.fault.day");
            }
            return day;
        } catch (DateTimeParseException _) {
            fault(field, "works.fault.day");
            return LocalDate.EPOCH;
        }
    }

    Money money(String field) {
        return optionalMoney(field).orElseGet(() -> {
            fault(field, "works.fault.required");
            return Money.ZERO;
        });
    }

    Optional<Money> optionalMoney(String field) {
        var typed = CellText.oneLine(value(field));
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        var number = CellText.number(typed);
        if (number.isEmpty()
                || number.get().signum() < 0
                || number.get().compareTo(MOST_BAHT) > 0
                || number.get().stripTrailingZeros().scale() > DECIMALS) {
            fault(field, "works.fault.money");
            return Optional.of(Money.ZERO);
        }
        return Optional.of(Money.ofBaht(number.get()));
    }

    BigDecimal percent(String field) {
        var typed = CellText.oneLine(value(field)).replace("%", "");
        var number = CellText.number(typed);
        if (typed.isEmpty()) {
            fault(field, "works.fault.required");
        } else if (number.isEmpty()
                || number.get().signum() < 0
                || number.get().compareTo(BigDecimal.valueOf(100)) > 0
                || number.get().stripTrailingZeros().scale() > DECIMALS) {
            fault(field, "works.fault.percent");
        } else {
            var plain = number.get().stripTrailingZeros();
            return plain.scale() < 0 ? plain.setScale(0) : plain;
        }
        return BigDecimal.ZERO;
    }

    /// The rows in which something stands.
    List<Bid> bids() {
        var bids = new ArrayList<Bid>();
        for (var i = 0; i < MOST_BIDS; i++) {
            if (!(value("bid-name-" + i) + value("bid-price-" + i)).isBlank()) {
                bids.add(new Bid(text("bid-name-" + i, true), money("bid-price-" + i)));
            }
        }
        return bids;
    }

    List<Milestone> milestones() {
        var milestones = new ArrayList<Milestone>();
        for (var i = 0; i < MOST_MILESTONES; i++) {
            if (!(value("milestone-name-" + i) + value("milestone-weight-" + i) + value("milestone-day-" + i))
                    .isBlank()) {
                milestones.add(new Milestone(
                        text("milestone-name-" + i, true),
                        percent("milestone-weight-" + i),
                        day("milestone-day-" + i)));
            }
        }
        return milestones;
    }
}
