package org.phatthana.budget.register;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.phatthana.budget.Balances;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.Ledger;
import org.phatthana.values.FiscalYear;

/// The lines of a year's books, found by what registers call them.
final class OurLines {

    private final Map<BookLine, Balances> balances;
    private final Map<String, List<BookLine>> byKey = new HashMap<>();
    private final Set<BookLine> listed = new HashSet<>();

    OurLines(Ledger ledger, FiscalYear year) {
        balances = ledger.lines(year);
        balances.keySet()
                .forEach(line -> byKey.computeIfAbsent(key(names(line), line.fundSource()), _ -> new ArrayList<>())
                        .add(line));
    }

    /// What a line's levels are called.
    static Map<Level, String> names(BookLine line) {
        var names = new EnumMap<Level, String>(Level.class);
        names.put(Level.AREA, line.area());
        names.put(Level.PROGRAMME, line.programme());
        names.put(Level.TASK, line.task());
        names.put(Level.TYPE, line.type());
        names.put(Level.CATEGORY, line.category());
        names.put(Level.KIND, line.kind());
        names.put(Level.ITEM, line.item());
        return names;
    }

    private static String key(Map<Level, String> names, String fundSource) {
        var key = new StringBuilder();
        for (var level : Level.values()) {
            key.append(level.bare(names.getOrDefault(level, ""))).append('|');
        }
        return key.append(fundSource).toString();
    }

    /// Our lines for what a row of a register is for; project and department tell them apart where the file has
    /// them.
    List<BookLine> of(RegisterLine line) {
        var all = byKey.getOrDefault(key(line.names(), line.fundSource()), List.of());
        return all.stream()
                .filter(ours -> !line.row().has(RegisterColumns.PROJECT) || same(ours.project(), line.project()))
                .filter(ours ->
                        !line.row().has(RegisterColumns.DEPARTMENT) || same(ours.department(), line.department()))
                .toList();
    }

    private static boolean same(String one, String other) {
        return Level.ITEM.bare(one).equals(Level.ITEM.bare(other));
    }

    /// Our words for a classification that a new line shares with one of ours, so that it is not spelt in two ways.
    Optional<BookLine> neighbour(RegisterLine line) {
        return balances.keySet().stream()
                .filter(ours ->
                        Level.PROGRAMME.bare(ours.programme()).equals(Level.PROGRAMME.bare(line.name(Level.PROGRAMME)))
                                && Level.TASK.bare(ours.task()).equals(Level.TASK.bare(line.name(Level.TASK))))
                .findFirst();
    }

    void list(BookLine line) {
        listed.add(line);
    }

    Balances balances(BookLine line) {
        return balances.getOrDefault(line, Balances.NONE);
    }

    /// Those that the register does not list.
    List<BookLine> unlisted() {
        return balances.keySet().stream().filter(line -> !listed.contains(line)).toList();
    }
}
