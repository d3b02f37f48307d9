package org.phatthana.site.whatif;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.phatthana.exchange.Amount;
import org.phatthana.exchange.SheetCell;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Message;
import org.phatthana.values.Money;
import org.springframework.util.MultiValueMap;

/// What an address of the sandbox says: all of it stands there, so that it can be sent to somebody else.
///
/// @param moves what was moved so far, at most [Move#MOST]
/// @param from, to, amount another move as it was typed; empty where nothing was
/// @param asks whether another move is asked for, even if nothing was typed
/// @param find words by which lines and projects are looked for
public record WhatIf(
        FiscalYear year, List<Move> moves, boolean asks, String from, String to, String amount, String find) {

    private static final int LONGEST = 200;

    public WhatIf {
        moves = List.copyOf(moves);
    }

    static WhatIf of(FiscalYear year, MultiValueMap<String, String> parameters) {
        var moves = parameters.getOrDefault("move", List.of()).stream()
                .limit(Move.MOST)
                .flatMap(code -> Move.parse(code).stream())
                .toList();
        return new WhatIf(
                year,
                moves,
                Stream.of("from", "to", "amount").anyMatch(parameters::containsKey),
                typed(parameters, "from"),
                typed(parameters, "to"),
                typed(parameters, "amount"),
                typed(parameters, "find"));
    }

    private static String typed(MultiValueMap<String, String> parameters, String name) {
        var text = Optional.ofNullable(parameters.getFirst(name)).orElse("").strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /// The ends of all moves.
    List<String> ends() {
        return Stream.concat(moves.stream().flatMap(move -> Stream.of(move.from(), move.to())), Stream.of(from, to))
                .filter(end -> !end.isEmpty())
                .distinct()
                .toList();
    }

    /// The move that was typed, or what is wrong with it by field.
    sealed interface Typed {

        record Sound(Move move) implements Typed {}

        record Faulty(Map<String, Message> faults) implements Typed {}
    }

    Typed typed(Ground ground, Consequences sofar) {
        var faults = new LinkedHashMap<String, Message>();
        if (from.isEmpty() || !ground.knows(from)) {
            faults.put("from", Message.of("site.whatif.fault.from"));
        }
        if (to.isEmpty() || !ground.knows(to)) {
            faults.put("to", Message.of("site.whatif.fault.to"));
        } else if (to.equals(from)) {
            faults.put("to", Message.of("site.whatif.fault.same"));
        }
        if (moves.size() >= Move.MOST) {
            faults.put("amount", Message.of("site.whatif.fault.too-many", (long) Move.MOST));
        }
        var money = Amount.of(new SheetCell.Text(0, amount)).money();
        if (money.isZero() || money.isNegative()) {
            faults.putIfAbsent("amount", Message.of("site.whatif.fault.amount"));
        } else if (!faults.containsKey("from")) {
            free(ground, sofar)
                    .filter(free -> money.compareTo(free) > 0)
                    .ifPresent(free -> faults.putIfAbsent("amount", Message.of("site.whatif.fault.too-much", free)));
        }
        return faults.isEmpty() ? new Typed.Sound(new Move(from, to, money)) : new Typed.Faulty(faults);
    }

    /// What could be taken from where the typed move takes it; nothing where there is no end to it.
    private Optional<Money> free(Ground ground, Consequences sofar) {
        if (from.equals(Move.OUTSIDE)) {
            return Optional.empty();
        }
        var line = ground.lines().get(from);
        if (line != null) {
            return Optional.of(sofar.lines().stream()
                    .filter(changed -> changed.line().equals(line))
                    .map(Consequences.OfLine::freeAfter)
                    .findFirst()
                    .orElse(line.free()));
        }
        return Optional.of(Money.sum(Stream.concat(
                        moves.stream().filter(move -> move.to().equals(from)).map(Move::amount),
                        moves.stream()
                                .filter(move -> move.from().equals(from))
                                .map(move -> move.amount().negated()))
                .toList()));
    }

    /// The address of these moves and no others.
    public String address() {
        return address("", moves);
    }

    /// The address of these moves and one more.
    String with(Move another) {
        var more = new ArrayList<>(moves);
        more.add(another);
        return address("", more);
    }

    /// The address without one of the moves.
    ///
    /// @param index counted from 0
    public String without(int index) {
        var fewer = new ArrayList<>(moves);
        fewer.remove(index);
        return address("", fewer);
    }

    /// Where a table of the consequences is taken away.
    public String file(String format) {
        return address("." + format, moves);
    }

    private String address(String ending, List<Move> all) {
        var query = all.stream().map(move -> "move=" + move.code()).toList();
        return "/budget/" + year + "/what-if" + ending + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }
}
