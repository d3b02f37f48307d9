package org.phatthana.works.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.phatthana.values.Message;
import org.phatthana.values.Money;
import org.phatthana.works.Bid;
import org.phatthana.works.Step;
import org.phatthana.works.Work;

/// A form of works: its fields, what stands in them, and what is wrong.
///
/// @param key by which it is known when it is sent again
/// @param fileProblems what stands against files, by field
public record WorkForm(
        String key,
        List<Field> fields,
        Map<String, String> values,
        Map<String, Message> problems,
        Map<String, List<Message>> fileProblems) {

    private static final int SPARE_ROWS = 3;
    private static final int FEWEST_ROWS = 4;

    public WorkForm {
        fields = List.copyOf(fields);
    }

    /// An empty form, or one with what was told before.
    static WorkForm fresh(String key, List<Field> fields, Map<String, String> values) {
        return new WorkForm(key, fields, values, Map.of(), Map.of());
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public boolean has(String field) {
        return problems.containsKey(field);
    }

    public List<Message> fileProblems(String field) {
        return fileProblems.getOrDefault(field, List.of());
    }

    /// Whether a field has a label of its own; those in rows are told by their place.
    public boolean labelled(String field) {
        return fields.stream().anyMatch(one -> one.name().equals(field));
    }

    /// Whether anything is wrong.
    public boolean isFaulty() {
        return !problems.isEmpty() || !fileProblems.isEmpty();
    }

    /// Whether files are sent with it.
    public boolean hasFiles() {
        return fields.stream().anyMatch(field -> field.type().isOfFiles());
    }

    /// The numbers of the rows of a table of fields: all that hold something, and some to add.
    ///
    /// @param prefix of the first column's fields, such as `bid-name-`
    public List<Integer> rows(String prefix, int most) {
        var last = IntStream.range(0, most)
                .filter(row -> !value(prefix + row).isBlank())
                .max()
                .orElse(-1);
        return IntStream.range(0, Math.min(most, Math.max(FEWEST_ROWS, last + 1 + SPARE_ROWS)))
                .boxed()
                .toList();
    }

    /// What stands in the form of a step before anything is typed.
    static Map<String, String> before(Step step, Work work, LocalDate today) {
        var values = new HashMap<String, String>();
        values.put("day", today.toString());
        switch (step) {
            case OFFERS -> {
                var bids = work.bids();
                for (var i = 0; i < bids.size(); i++) {
                    values.put("bid-name-" + i, bids.get(i).bidder());
                    values.put("bid-price-" + i, typed(bids.get(i).price()));
                }
            }
            case AWARD ->
                lowest(work).ifPresent(bid -> {
                    values.put("supplier", bid.bidder());
                    values.put("price", typed(bid.price()));
                });
            case CONTRACT ->
                work.award()
                        .ifPresent(
                                award -> values.put("price", typed(award.fact().price())));
            case AMENDMENT -> {
                work.price().ifPresent(price -> values.put("price", typed(price)));
                work.ends().ifPresent(ends -> values.put("ends", ends.toString()));
            }
            case SCHEDULE -> {
                var milestones = work.milestones();
                for (var i = 0; i < milestones.size(); i++) {
                    values.put("milestone-name-" + i, milestones.get(i).name());
                    values.put(
                            "milestone-weight-" + i, milestones.get(i).weight().toPlainString());
                    values.put("milestone-day-" + i, milestones.get(i).day().toString());
                }
            }
            case INSPECTION -> values.put("accepted", "true");
            case PAYMENT -> {
                var due = work.accepted().minus(work.paid());
                if (!due.isNegative() && !due.isZero()) {
                    values.put("amount", typed(due));
                }
            }
            default -> {
                // The others begin empty.
            }
        }
        return values;
    }

    private static Optional<Bid> lowest(Work work) {
        return work.bids().stream().min(Comparator.comparing(Bid::price));
    }

    static String typed(Money money) {
        return money.satang() % 100 == 0
                ? String.format(Locale.ROOT, "%,d", money.satang() / 100)
                : money.toPlainString();
    }
}
