package org.phatthana.budget.ledger;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.phatthana.budget.AccountId;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.Refusal;
import org.phatthana.budget.Refusal.Reason;
import org.phatthana.budget.Stage;
import org.phatthana.budget.Transaction;
import org.phatthana.budget.TransactionKind;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Message;
import org.phatthana.values.Money;

/// What a transaction must be like by itself, whatever the balances are.
final class Rules {

    private final Function<String, @Nullable BookLine> lines;

    /// @param lines the lines of the books by their ids
    Rules(Function<String, @Nullable BookLine> lines) {
        this.lines = lines;
    }

    /// What is wrong with a transaction, if anything is.
    ///
    /// @param position where it stands in its posting, to be named in the refusal
    Optional<Refusal> refusal(Transaction transaction, int position) {
        return shape(transaction, position)
                .or(() -> accounts(transaction, position))
                .or(() -> moves(transaction, position))
                .or(() -> sums(transaction, position))
                .or(() -> years(transaction, position))
                .or(() -> items(transaction, position));
    }

    private static Optional<Refusal> shape(Transaction transaction, int position) {
        var entries = transaction.entries();
        if (entries.size() < 2) {
            return refuse(Reason.UNBALANCED, position, "entries", "too-few");
        }
        if (entries.size() > Transaction.MOST_ENTRIES) {
            return refuse(Reason.UNBALANCED, position, "entries", "too-many", (long) Transaction.MOST_ENTRIES);
        }
        var seen = new HashSet<AccountId>();
        for (var i = 0; i < entries.size(); i++) {
            var account = entries.get(i).account();
            if (!seen.add(account)) {
                return refuse(Reason.UNBALANCED, position, i, "account", "account-twice", account.toString());
            }
        }
        var isReversal = transaction.kind() == TransactionKind.REVERSAL;
        if (isReversal != transaction.reverses().isPresent()) {
            return refuse(Reason.NOT_REVERSIBLE, position, "reverses", isReversal ? "names-none" : "names-one");
        }
        return Optional.empty();
    }

    private Optional<Refusal> accounts(Transaction transaction, int position) {
        var entries = transaction.entries();
        for (var i = 0; i < entries.size(); i++) {
            var account = entries.get(i).account();
            if (lines.apply(account.line()) == null) {
                return refuse(Reason.UNKNOWN_ACCOUNT, position, i, "account", "no-line", account.line());
            }
        }
        var first = line(transaction, 0);
        for (var i = 1; i < entries.size(); i++) {
            if (line(transaction, i).sample() != first.sample()) {
                return refuse(Reason.NOT_ALLOWED, position, i, "account", "sample-and-real");
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> moves(Transaction transaction, int position) {
        var kind = transaction.kind();
        var entries = transaction.entries();
        for (var i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var stage = entry.account().stage();
            if (entry.amount().isNegative() && !kind.mayCredit(stage)) {
                return refuse(Reason.NOT_ALLOWED, position, i, "account", "not-credited", kind.code(), stage.code());
            }
            if (!entry.amount().isNegative() && !kind.mayDebit(stage)) {
                return refuse(Reason.NOT_ALLOWED, position, i, "account", "not-debited", kind.code(), stage.code());
            }
        }
        return Optional.empty();
    }

    /// Every line by itself sums to nothing, and so do the stages that the kind conserves.
    private static Optional<Refusal> sums(Transaction transaction, int position) {
        var ofLine = new HashMap<String, Money>();
        var ofStage = new EnumMap<Stage, Money>(Stage.class);
        try {
            for (var entry : transaction.entries()) {
                ofLine.merge(entry.account().line(), entry.amount(), Money::plus);
                ofStage.merge(entry.account().stage(), entry.amount(), Money::plus);
            }
            for (var sum : ofLine.entrySet()) {
                if (!sum.getValue().isZero()) {
                    return refuse(
                            Reason.UNBALANCED, position, "entries", "line-unbalanced", sum.getKey(), sum.getValue());
                }
            }
            var conserved = Money.sum(transaction.kind().conserved().stream()
                    .map(stage -> ofStage.getOrDefault(stage, Money.ZERO))
                    .toList());
            return conserved.isZero()
                    ? Optional.empty()
                    : refuse(Reason.UNBALANCED, position, "entries", "not-conserved", conserved);
        } catch (ArithmeticException _) {
            return refuse(Reason.UNBALANCED, position, "amount", "too-large");
        }
    }

    /// The day lies in the year of the lines; what is brought over goes from the day's year to the next.
    private Optional<Refusal> years(Transaction transaction, int position) {
        var year = transaction.year();
        var entries = transaction.entries();
        for (var i = 0; i < entries.size(); i++) {
            var lineYear = line(transaction, i).year();
            var fits = lineYear.equals(year)
                    || (transaction.kind().crossesYears() && lineYear.buddhistEra() == year.buddhistEra() + 1);
            if (!fits) {
                return refuse(Reason.CLOSED, position, i, "day", "other-year", transaction.day(), lineYear);
            }
        }
        return transaction.kind() == TransactionKind.CARRY_OVER
                ? carriedOver(transaction, position, year)
                : Optional.empty();
    }

    private Optional<Refusal> carriedOver(Transaction transaction, int position, FiscalYear year) {
        var entries = transaction.entries();
        for (var i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var leaves = line(transaction, i).year().equals(year);
            var stage = entry.account().stage();
            var fits = leaves
                    ? stage == Stage.CARRIED_OVER || (entry.amount().isNegative() && !stage.isSource())
                    : stage == Stage.CARRIED_IN || (!entry.amount().isNegative() && stage != Stage.CARRIED_OVER);
            if (!fits) {
                return refuse(Reason.NOT_ALLOWED, position, i, "account", "carried-wrongly", stage.code());
            }
        }
        return Optional.empty();
    }

    private Optional<Refusal> items(Transaction transaction, int position) {
        if (transaction.kind() != TransactionKind.ITEMIZATION) {
            return Optional.empty();
        }
        var first = line(transaction, 0);
        for (var i = 1; i < transaction.entries().size(); i++) {
            if (!line(transaction, i).sharesAppropriationWith(first)) {
                return refuse(Reason.NOT_ALLOWED, position, i, "account", "other-appropriation");
            }
        }
        return Optional.empty();
    }

    private BookLine line(Transaction transaction, int entry) {
        var id = transaction.entries().get(entry).account().line();
        var line = lines.apply(id);
        if (line == null) {
            throw new IllegalStateException("The lines of the books were asked for before: " + id);
        }
        return line;
    }

    static Optional<Refusal> refuse(Reason reason, int position, String field, String key, Object... arguments) {
        return Optional.of(new Refusal(reason, position, OptionalInt.empty(), field, message(key, arguments)));
    }

    static Optional<Refusal> refuse(
            Reason reason, int position, int entry, String field, String key, Object... arguments) {
        return Optional.of(new Refusal(reason, position, OptionalInt.of(entry), field, message(key, arguments)));
    }

    private static Message message(String key, Object... arguments) {
        return Message.of("budget.ledger." + key, arguments);
    }
}
