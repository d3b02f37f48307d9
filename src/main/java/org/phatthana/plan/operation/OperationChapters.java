package org.phatthana.plan.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.phatthana.plan.Chapter;
import org.phatthana.plan.ProjectChapters;
import org.phatthana.values.Message;
import org.phatthana.values.Money;
import org.phatthana.values.Thailand;
import org.springframework.stereotype.Component;

/// In which announced operation plans a project stands, and with how much money: once for each fiscal year, and
/// again where an amendment changed its money or took it out.
@Component
class OperationChapters implements ProjectChapters {

    private final Operations operations;

    OperationChapters(Operations operations) {
        this.operations = operations;
    }

    @Override
    public List<Chapter> of(String project) {
        var chapters = new ArrayList<Chapter>();
        Optional<Operation> before = Optional.empty();
        Optional<Money> stood = Optional.empty();
        for (var announced : operations.announcedWith(project)) {
            var operation = announced.operation();
            if (!before.map(Operation::year).equals(Optional.of(operation.year()))) {
                stood = Optional.empty();
            }
            if (!announced.money().equals(stood)) {
                chapters.add(chapter(announced, stood.isPresent()));
            }
            before = Optional.of(operation);
            stood = announced.money();
        }
        return chapters;
    }

    private static Chapter chapter(Operations.Announced announced, boolean wasThere) {
        var operation = announced.operation();
        var what = announced.money().isEmpty() ? "dropped" : wasThere ? "changed" : "funded";
        return new Chapter(
                Thailand.date(operation.announcedAt().orElseThrow()),
                Chapter.Phase.BUDGET,
                Message.of("plan.chapter.operation-" + what, operation.title()),
                operation.reason().isEmpty()
                        ? Optional.empty()
                        : Optional.of(Message.of("plan.chapter.because", operation.reason())),
                announced.money(),
                operation.address() + "?amendment=" + operation.amendment(),
                operation.sample());
    }
}
