package org.phatthana.budget.register;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.phatthana.values.Money;

/// Checks what a register states of sums: rows of totals below, and headings with sums above what they sum.
final class RegisterTotals {

    private final RegisterFindings findings;
    private final List<Summed> sums = new ArrayList<>();
    private final List<RegisterRow> headings = new ArrayList<>();
    private final List<Map<Level, String>> places = new ArrayList<>();
    private final List<Integer> firsts = new ArrayList<>();
    private int afterTotal;

    /// A line and where it stands.
    private record Summed(RegisterLine line, Map<Level, String> context) {}

    RegisterTotals(RegisterFindings findings) {
        this.findings = findings;
    }

    void line(RegisterLine line, Map<Level, String> context) {
        sums.add(new Summed(line, copy(context)));
    }

    /// A heading with sums; what it sums comes below it.
    void heading(RegisterRow row, Map<Level, String> context) {
        headings.add(row);
        places.add(copy(context));
        firsts.add(sums.size());
    }

    /// A row of totals. It sums the rows since the last one, or all so far, or what stands under one of the
    /// headings that are open: whichever fits.
    void total(RegisterRow row, Map<Level, String> context) {
        var candidates = new ArrayList<List<Summed>>();
        for (var level : Level.values()) {
            if (context.containsKey(level)) {
                candidates.addFirst(sums.stream()
                        .filter(sum -> isUnder(sum.context, context, level))
                        .toList());
            }
        }
        candidates.add(List.copyOf(sums.subList(afterTotal, sums.size())));
        candidates.add(sums.stream()
                .filter(sum -> sum.line.row().sheet().equals(row.row().sheet()))
                .toList());
        candidates.add(List.copyOf(sums));
        var differing = candidates.stream().map(lines -> differing(row, lines)).toList();
        if (differing.stream().noneMatch(Map::isEmpty)) {
            tell(row, differing.getLast(), candidates.getLast());
        }
        afterTotal = sums.size();
    }

    /// To be called when all rows were told.
    void finish() {
        for (var i = 0; i < headings.size(); i++) {
            var row = headings.get(i);
            var place = places.get(i);
            var lines = sums.subList(firsts.get(i), sums.size()).stream()
                    .filter(sum -> isUnder(sum.context, place, row.level()))
                    .toList();
            tell(row, differing(row, lines), lines);
        }
    }

    private void tell(RegisterRow row, Map<String, Money> differing, List<Summed> lines) {
        differing.forEach((field, sum) -> findings.error(
                row.row(), field, "total-differs", row.row().firstText(), row.amount(field), sum, (long) lines.size()));
    }

    /// The columns of a row that are not the sums of lines, with what these sum to.
    private static Map<String, Money> differing(RegisterRow row, List<Summed> lines) {
        var differing = new HashMap<String, Money>();
        for (var field : row.amounts().keySet()) {
            if (row.row().isFilled(field)) {
                var sum = Money.sum(
                        lines.stream().map(one -> one.line.amount(field)).toList());
                if (!sum.equals(row.amount(field))) {
                    differing.put(field, sum);
                }
            }
        }
        return differing;
    }

    private static boolean isUnder(Map<Level, String> context, Map<Level, String> place, Level level) {
        for (var wider : Level.values()) {
            if (wider.compareTo(level) <= 0 && !context.getOrDefault(wider, "").equals(place.getOrDefault(wider, ""))) {
                return false;
            }
        }
        return true;
    }

    private static Map<Level, String> copy(Map<Level, String> context) {
        var copy = new EnumMap<Level, String>(Level.class);
        copy.putAll(context);
        return copy;
    }
}
