package org.phatthana.budget.transfers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.phatthana.approvals.Approvals;
import org.phatthana.budget.Balances;
import org.phatthana.budget.BookLine;
import org.phatthana.packs.Pack;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.Localized;
import org.springframework.stereotype.Component;

/// Who decides which transfer: the pack's `transfers.yaml`, whose first rule that fits decides.
@Component
public class TransferRules {

    static final String FILE = "transfers.yaml";

    /// When a rule fits: when one change of the transfer is all of this.
    ///
    /// @param types of which types of expenditure its line is; empty for any
    /// @param opensItem whether it brings money to a line that had none before
    /// @param changesSubstance whether it changes kind, quantity or quality
    public record When(List<String> types, boolean opensItem, boolean changesSubstance) {}

    /// A rule.
    ///
    /// @param authority who decides, as `ledger.yaml` names them
    /// @param route along which route of `approvals.yaml`
    /// @param clause the clause of the regulation
    /// @param because why, in words
    public record Rule(String id, When when, String authority, String route, Localized clause, Localized because) {}

    /// @param toVerify whether an official has still to check it
    record File(boolean toVerify, List<Rule> rules) {}

    /// What was found of a transfer.
    ///
    /// @param lines the lines because of which the rule fits; none where it fits every transfer
    public record Ruling(Rule rule, List<BookLine> lines, boolean toVerify) {

        public Ruling {
            lines = List.copyOf(lines);
        }
    }

    private final Strategy strategy;
    private final File file;

    TransferRules(Pack pack, Strategy strategy, Approvals approvals) {
        this.strategy = strategy;
        file = pack.find(FILE, File.class).orElse(new File(false, List.of()));
        var routes = approvals.routes().stream().map(route -> route.id()).toList();
        for (var rule : file.rules) {
            if (!routes.contains(rule.route)) {
                throw new IllegalStateException(
                        "%s: rule %s: approvals.yaml has no route «%s»".formatted(FILE, rule.id, rule.route));
            }
        }
    }

    /// The rule by which a transfer was sent.
    Optional<Rule> rule(String id) {
        return file.rules.stream().filter(rule -> rule.id.equals(id)).findFirst();
    }

    boolean isToVerify() {
        return file.toVerify;
    }

    /// Who decides a transfer; empty where the pack has no rule that fits.
    ///
    /// @param lines the lines of its changes by their ids, with what they have
    Optional<Ruling> of(Transfer transfer, Map<String, Map.Entry<BookLine, Balances>> lines) {
        for (var rule : file.rules) {
            var fitting = new ArrayList<BookLine>();
            for (var change : transfer.changes()) {
                var line = lines.get(change.line());
                if (line != null && fits(rule.when, change, line.getKey(), line.getValue())) {
                    fitting.add(line.getKey());
                }
            }
            var isForAll = rule.when.types.isEmpty() && !rule.when.opensItem && !rule.when.changesSubstance;
            if (!fitting.isEmpty()) {
                return Optional.of(new Ruling(rule, isForAll ? List.of() : fitting, file.toVerify));
            }
        }
        return Optional.empty();
    }

    private boolean fits(When when, Transfer.Change change, BookLine line, Balances balances) {
        var type = strategy.classification()
                .expenditureType(line.type())
                .map(known -> known.id())
                .orElse("");
        return (when.types.isEmpty() || when.types.contains(type))
                && (!when.opensItem
                        || (!change.decrease() && balances.authorised().isZero()))
                && (!when.changesSubstance || change.substance());
    }
}
