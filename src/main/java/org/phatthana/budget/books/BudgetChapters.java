package org.phatthana.budget.books;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.Items;
import org.phatthana.budget.JournalQuery;
import org.phatthana.budget.Ledger;
import org.phatthana.budget.PostedTransaction;
import org.phatthana.budget.Stage;
import org.phatthana.plan.Chapter;
import org.phatthana.plan.ProjectChapters;
import org.phatthana.values.Message;
import org.phatthana.values.Money;
import org.springframework.stereotype.Component;

/// What the books know of a project: what its lines were given, and what was set aside, owed and paid. What rests
/// on a document that another room shows, such as a contract, is for that room to tell.
@Component
class BudgetChapters implements ProjectChapters {

    private final Ledger ledger;
    private final Items items;

    BudgetChapters(Ledger ledger, Items items) {
        this.ledger = ledger;
        this.items = items;
    }

    @Override
    public List<Chapter> of(String project) {
        var chapters = new ArrayList<Chapter>();
        items.ofProject(project)
                .keySet()
                .forEach(line -> ledger.transactions(
                                JournalQuery.newest(JournalQuery.MOST).ofLine(line.id()))
                        .reversed()
                        .forEach(posted -> chapter(line, posted).ifPresent(chapters::add)));
        return chapters;
    }

    private static Optional<Chapter> chapter(BookLine line, PostedTransaction posted) {
        var transaction = posted.transaction();
        var address = transaction.document().address();
        var isOurs = address.isEmpty() || address.startsWith("/budget/");
        var key = "budget.chapter." + transaction.kind().code();
        return isOurs
                ? Optional.of(new Chapter(
                        transaction.day(),
                        Chapter.Phase.BUDGET,
                        Message.of(key, line.year(), transaction.document().number()),
                        transaction.reason().isEmpty()
                                ? Optional.empty()
                                : Optional.of(Message.of("budget.chapter.because", transaction.reason())),
                        Optional.of(amount(line, posted)).filter(amount -> !amount.isZero()),
                        line.address(),
                        line.sample()))
                : Optional.empty();
    }

    /// What came to the line or moved within it; negative where it lost money to others.
    private static Money amount(BookLine line, PostedTransaction posted) {
        var ofLine = posted.transaction().entries().stream()
                .filter(entry -> entry.account().line().equals(line.id()))
                .toList();
        var fromOutside = ofLine.stream()
                .filter(entry -> entry.account().stage().isSource()
                        || entry.account().stage() == Stage.CARRIED_OVER
                        || entry.account().stage() == Stage.LAPSED)
                .map(entry -> entry.amount().negated())
                .toList();
        return fromOutside.isEmpty()
                ? Money.sum(ofLine.stream()
                        .map(entry -> entry.amount())
                        .filter(amount -> !amount.isNegative())
                        .toList())
                : Money.sum(fromOutside);
    }
}
