package org.phatthana.works;

import java.util.List;
import java.util.Optional;
import org.phatthana.plan.Chapter;
import org.phatthana.plan.ProjectChapters;
import org.phatthana.values.Message;
import org.phatthana.values.Money;
import org.springframework.stereotype.Component;

/// What happened to the works of a project, for its line in time: all that was told and counts.
@Component
class WorkChapters implements ProjectChapters {

    private final Works works;

    WorkChapters(Works works) {
        this.works = works;
    }

    @Override
    public List<Chapter> of(String project) {
        return works.ofProject(project).stream()
                .flatMap(work -> work.valid().stream()
                        .filter(told -> !(told.fact() instanceof Fact.Owned))
                        .map(told -> chapter(work, told)))
                .toList();
    }

    private static Chapter chapter(Work work, Told<?> told) {
        return new Chapter(
                told.day(),
                Chapter.Phase.WORKS,
                Message.of("works.chapter", FactWords.title(told), work.name()),
                Optional.of(FactWords.said(told)),
                amount(told.fact()),
                work.address() + "#fact-" + told.number(),
                work.sample());
    }

    /// The money that a fact was about.
    private static Optional<Money> amount(Fact fact) {
        return switch (fact) {
            case Fact.Opened opened -> Optional.of(opened.amount());
            case Fact.Awarded awarded -> Optional.of(awarded.price());
            case Fact.Contracted contracted -> Optional.of(contracted.price());
            case Fact.Amended amended -> Optional.of(amended.price());
            case Fact.Inspected inspected -> Optional.of(inspected.amount()).filter(amount -> !amount.isZero());
            case Fact.Paid paid -> Optional.of(paid.amount());
            default -> Optional.empty();
        };
    }
}
