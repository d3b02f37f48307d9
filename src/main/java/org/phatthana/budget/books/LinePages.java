package org.phatthana.budget.books;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.Entry;
import org.phatthana.budget.JournalQuery;
import org.phatthana.budget.Ledger;
import org.phatthana.budget.Names;
import org.phatthana.budget.PostedTransaction;
import org.phatthana.budget.Stage;
import org.phatthana.budget.TransactionKind;
import org.phatthana.budget.ledger.Authorities;
import org.phatthana.plan.Plans;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;
import org.phatthana.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// A line of the books as anyone may read it: what it has, what happened to its money, what it pays for.
@Controller
public class LinePages {

    private static final int ON_A_PAGE = 50;

    private final Ledger ledger;
    private final Authorities authorities;
    private final Plans plans;
    private final Names names;
    private final Found found;

    LinePages(Ledger ledger, Authorities authorities, Plans plans, Names names, Found found) {
        this.ledger = ledger;
        this.authorities = authorities;
        this.plans = plans;
        this.names = names;
        this.found = found;
    }

    /// What a transaction did to one line.
    ///
    /// @param from the stages that it took money from
    /// @param to the stages that it brought money to
    /// @param amount how much
    /// @param reversedBy the number of the transaction that undid it
    public record Step(
            PostedTransaction posted,
            List<Stage> from,
            List<Stage> to,
            Money amount,
            Optional<Localized> authority,
            Optional<Localized> document,
            OptionalLong reversedBy) {

        public Step {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }

        /// Whether an officer may undo it.
        public boolean mayBeReversed() {
            return reversedBy.isEmpty() && posted.transaction().kind() != TransactionKind.REVERSAL;
        }
    }

    @GetMapping("/budget/lines/{id}")
    View line(
            Page page,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") long before,
            @RequestParam(defaultValue = "0") long entered) {
        var line = found.line(id);
        var query = JournalQuery.newest(ON_A_PAGE + 1).ofLine(line.id());
        var posted = ledger.transactions(before > 0 ? query.before(before) : query);
        var model = new HashMap<String, Object>();
        model.put("line", line);
        model.put("balances", ledger.balances(line.id()));
        var reversals = ledger.reversalsOf(
                posted.stream().map(PostedTransaction::number).toList());
        model.put(
                "steps",
                posted.stream()
                        .limit(ON_A_PAGE)
                        .map(one -> step(line, one, reversals))
                        .toList());
        model.put(
                "older",
                posted.size() > ON_A_PAGE
                        ? OptionalLong.of(posted.get(ON_A_PAGE - 1).number())
                        : OptionalLong.empty());
        model.put("project", plans.project(line.project()));
        model.put("names", names);
        model.put("isOfficer", Found.isOfficer());
        model.put("entered", entered);
        return page.show("budget/line", model);
    }

    private Step step(BookLine line, PostedTransaction posted, Map<Long, Long> reversals) {
        var from = new ArrayList<Stage>();
        var to = new ArrayList<Stage>();
        var amount = Money.ZERO;
        for (Entry entry : posted.transaction().entries()) {
            if (!entry.account().line().equals(line.id())) {
                continue;
            }
            if (entry.amount().isNegative()) {
                from.add(entry.account().stage());
            } else {
                to.add(entry.account().stage());
                amount = amount.plus(entry.amount());
            }
        }
        return new Step(
                posted,
                from,
                to,
                amount,
                authorities.authority(posted.transaction().authority()),
                authorities.document(posted.transaction().document().kind()),
                Optional.ofNullable(reversals.get(posted.number()))
                        .map(OptionalLong::of)
                        .orElseGet(OptionalLong::empty));
    }
}
