package org.phatthana.budget.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.phatthana.budget.AccountId;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.DocumentReference;
import org.phatthana.budget.Entry;
import org.phatthana.budget.Stage;
import org.phatthana.budget.Transaction;
import org.phatthana.budget.TransactionKind;
import org.phatthana.budget.ledger.Authorities;
import org.phatthana.values.Money;

/// Settles many lines: what appropriations are written out from one to another, and the transactions of all.
final class Settling {

    /// A transaction holds this many lines at most, so that it can still be read.
    private static final int MOST_LINES = 500;

    private final List<Settlement> listed;
    private final List<Settlement> spare;

    /// @param listed the lines of the register
    /// @param spare lines of our books that it does not list, for what is not written out
    Settling(List<Settlement> listed, List<Settlement> spare) {
        this.listed = listed;
        this.spare = spare;
    }

    /// Writes appropriations out among lines that share one, as far as one has too much and others have too little.
    ///
    /// @return the lines that would keep too much
    List<Settlement> writeOut() {
        var tooMuch = new ArrayList<Settlement>();
        for (var group : groups().values()) {
            var needed = 0L;
            for (var one : group) {
                needed += Math.max(0, one.missing(Stage.APPROPRIATED));
            }
            var givers = new ArrayList<Settlement>();
            group.stream().filter(one -> one.missing(Stage.APPROPRIATED) < 0).forEach(givers::add);
            var left = needed;
            for (var giver : givers) {
                var excess = -giver.missing(Stage.APPROPRIATED);
                var given = Math.min(excess, left);
                giver.writeOut(-given);
                left -= given;
                if (given < excess) {
                    tooMuch.add(giver);
                }
            }
            for (var giver : spare) {
                if (isSpareOf(giver.line(), group.getFirst().line())) {
                    var given = Math.min(giver.free(), left);
                    giver.writeOut(-given);
                    left -= given;
                }
            }
            receive(group, needed - left);
        }
        return tooMuch;
    }

    private static void receive(List<Settlement> group, long given) {
        var left = given;
        for (var one : group) {
            var taken = Math.min(Math.max(0, one.missing(Stage.APPROPRIATED)), left);
            one.writeOut(taken);
            left -= taken;
        }
    }

    private static boolean isSpareOf(BookLine line, BookLine other) {
        return line.sharesAppropriationWith(other)
                && line.category().isEmpty()
                && line.kind().isEmpty()
                && line.item().isEmpty();
    }

    private Map<List<String>, List<Settlement>> groups() {
        var groups = new LinkedHashMap<List<String>, List<Settlement>>();
        listed.forEach(one -> groups.computeIfAbsent(appropriation(one.line()), _ -> new ArrayList<>())
                .add(one));
        return groups;
    }

    private static List<String> appropriation(BookLine line) {
        return List.of(line.area(), line.programme(), line.task(), line.type(), line.fundSource());
    }

    /// The transactions that settle the lines, in the order in which they are to be entered.
    List<Transaction> transactions(LocalDate day, DocumentReference document, Authorities authorities) {
        var all = new ArrayList<Settlement>(listed);
        all.addAll(spare);
        var transactions = new ArrayList<Transaction>();
        for (var kind : Settlement.ORDER) {
            var moving = all.stream().filter(one -> !one.moves(kind).isEmpty()).toList();
            var authority =
                    authorities.of(kind).authorities().stream().findFirst().orElse("-");
            for (var together : together(kind, moving)) {
                var entries = together.stream()
                        .flatMap(one -> one.moves(kind).entrySet().stream()
                                .map(move -> new Entry(
                                        new AccountId(one.line().id(), move.getKey()), new Money(move.getValue()))))
                        .toList();
                transactions.add(new Transaction(kind, day, authority, document, "", OptionalLong.empty(), entries));
            }
        }
        return transactions;
    }

    /// What must or may stand in one transaction of a kind.
    private static List<List<Settlement>> together(TransactionKind kind, List<Settlement> moving) {
        if (moving.isEmpty()) {
            return List.of();
        }
        return switch (kind) {
            case TRANSFER -> List.of(moving);
            case ITEMIZATION -> {
                var groups = new LinkedHashMap<List<String>, List<Settlement>>();
                moving.forEach(one -> groups.computeIfAbsent(appropriation(one.line()), _ -> new ArrayList<>())
                        .add(one));
                yield List.copyOf(groups.values());
            }
            default -> {
                var parts = new ArrayList<List<Settlement>>();
                for (var first = 0; first < moving.size(); first += MOST_LINES) {
                    parts.add(moving.subList(first, Math.min(moving.size(), first + MOST_LINES)));
                }
                yield parts;
            }
        };
    }
}
