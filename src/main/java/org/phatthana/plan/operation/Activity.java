package org.phatthana.plan.operation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.phatthana.values.Message;
import org.phatthana.values.Money;

/// A row of an operation plan.
///
/// @param project the project of the plan that it carries out; none for what is done without one
/// @param revision how often it was saved; who saves names the one that they have read
public record Activity(UUID id, Optional<String> project, Content content, int revision, Instant changedAt) {

    public static final int LONGEST_NAME = 500;
    public static final int LONGEST_TEXT = 2_000;

    private static final Money MOST_MONEY = Money.ofBaht(100_000_000_000L);

    /// What is written of it.
    ///
    /// @param strategy strategy or development issue, as the plan writes it
    /// @param detail what is done (รายละเอียดของกิจกรรม)
    /// @param months those in which it is carried out, in their order: 1 is October, 12 is September
    public record Content(
            String strategy,
            String programme,
            String name,
            String detail,
            Money budget,
            String place,
            String department,
            List<Integer> months) {

        public Content {
            months = months.stream().distinct().sorted().toList();
        }

        /// What stands against keeping it, by field.
        Map<String, Message> faults() {
            var faults = new LinkedHashMap<String, Message>();
            if (name.isBlank()) {
                faults.put("name", Message.of("plan.operation.fault.name"));
            }
            var texts = new LinkedHashMap<String, String>();
            texts.put("strategy", strategy);
            texts.put("programme", programme);
            texts.put("name", name);
            texts.put("detail", detail);
            texts.put("place", place);
            texts.put("department", department);
            texts.forEach((field, text) -> {
                var most = field.equals("detail") ? LONGEST_TEXT : LONGEST_NAME;
                if (text.length() > most) {
                    faults.put(field, Message.of("plan.draft.fault.too-long", most));
                }
            });
            if (budget.isNegative() || budget.compareTo(MOST_MONEY) > 0) {
                faults.put("budget", Message.of("plan.draft.fault.not-money"));
            }
            if (months.isEmpty() || months.getFirst() < 1 || months.getLast() > FiscalMonths.IN_A_YEAR) {
                faults.put("months", Message.of("plan.operation.fault.months"));
            }
            return faults;
        }

        /// Whether it says all that the form asks for.
        public boolean isWhole() {
            return !programme.isBlank() && !department.isBlank() && !budget.isZero();
        }

        /// Whether it is carried out in a month of the fiscal year.
        public boolean isIn(int month) {
            return months.contains(month);
        }
    }
}
