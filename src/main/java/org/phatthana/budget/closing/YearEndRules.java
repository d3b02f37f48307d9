package org.phatthana.budget.closing;

import java.util.List;
import java.util.Optional;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.Stage;
import org.phatthana.packs.Pack;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.Localized;
import org.springframework.stereotype.Component;

/// What becomes of money when the year ends: the pack's `year-end.yaml`. The first rule that fits a stage of a line
/// says that it may be carried over and who allows it; what no rule fits lapses.
@Component
public class YearEndRules {

    static final String FILE = "year-end.yaml";

    /// A rule.
    ///
    /// @param stages the stages that it is about, by their codes
    /// @param types the types of expenditure that it is about; empty for any
    /// @param asked whether it is carried over only if somebody says so, line by line
    /// @param authority who allows it, as `ledger.yaml` names them
    /// @param document on which kind of document it rests
    public record Rule(
            String id,
            List<String> stages,
            List<String> types,
            boolean asked,
            String authority,
            String document,
            Localized because) {}

    record File(boolean toVerify, List<Rule> rules) {}

    private final Strategy strategy;
    private final File file;

    YearEndRules(Pack pack, Strategy strategy) {
        this.strategy = strategy;
        file = pack.find(FILE, File.class).orElse(new File(false, List.of()));
        file.rules.forEach(rule -> rule.stages.forEach(stage -> {
            if (Stage.find(stage).filter(Closings.UNSETTLED::contains).isEmpty()) {
                throw new IllegalStateException(
                        "%s: rule %s: no money is carried over from «%s»".formatted(FILE, rule.id, stage));
            }
        }));
    }

    List<Rule> all() {
        return file.rules;
    }

    boolean isToVerify() {
        return file.toVerify;
    }

    Optional<Rule> of(BookLine line, Stage stage) {
        var type = strategy.classification()
                .expenditureType(line.type())
                .map(known -> known.id())
                .orElse("");
        return file.rules.stream()
                .filter(rule -> rule.stages.contains(stage.code()))
                .filter(rule -> rule.types.isEmpty() || rule.types.contains(type))
                .findFirst();
    }
}
