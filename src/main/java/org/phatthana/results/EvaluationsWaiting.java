package org.phatthana.results;

import java.util.List;
import org.phatthana.notices.Waiting;
import org.phatthana.people.Acting;
import org.phatthana.values.Message;
import org.phatthana.web.Texts;
import org.springframework.stereotype.Component;

/// Tells planners and the committee which evaluations are to be filled in and handed in.
@Component
class EvaluationsWaiting implements Waiting {

    private final Evaluations evaluations;
    private final Publishing publishing;
    private final Texts texts;

    EvaluationsWaiting(Evaluations evaluations, Publishing publishing, Texts texts) {
        this.evaluations = evaluations;
        this.publishing = publishing;
        this.texts = texts;
    }

    @Override
    public List<Item> waitingFor(Acting who) {
        return publishing.isExpected(who)
                ? evaluations.all().stream()
                        .filter(Evaluation::isOpen)
                        .limit(AT_MOST)
                        .map(this::item)
                        .toList()
                : List.of();
    }

    private Item item(Evaluation evaluation) {
        return new Item(
                Publishing.KIND,
                texts.everywhere(Message.of("results.title")),
                Evaluation.title(evaluation.year()),
                texts.everywhere(Message.of("results.task")),
                evaluation.work(),
                null,
                evaluation.openedAt(),
                evaluation.sample());
    }
}
