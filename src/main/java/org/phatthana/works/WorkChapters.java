package org.phatthana.works;

import java.util.List;
import java.util.Optional;
import org.phatthana.plan.Chapter;
import org.phatthana.plan.PlanProject;
import org.phatthana.plan.Plans;
import org.phatthana.plan.ProjectChapters;
import org.phatthana.values.Message;
import org.phatthana.values.Money;
import org.springframework.stereotype.Component;

/// What happened to the works of a project, for its line in time: all that was told and counts.
@Component
class WorkChapters implements ProjectChapters {

    private final Works works;
    private final Plans plans;

    WorkChapters(Works works, Plans plans) {
        this.works = works;
        this.plans = plans;
    }

    @Override
    public List<Chapter> of(String project) {
        var name = plans.project(project).map(PlanProject::name);
        return works.ofProject(project).stream()
                .flatMap(work -> work.valid().stream()
                        .filter(told -> !(told.fact() instanceof Fact.Owned))
                        .map(told -> chapter(
                                work, told, name.filter(work.name()::equals).isPresent())))
                .toList();
    }

    /// @param bare whether the works are called as their project is, so that their name says nothing more
    private static Chapter chapter(Work work, Told<?> told, boolean bare) {
        return new Chapter(
                told.day(),
                Chapter.Phase.WORKS,
                bare ? FactWords.title(told) : Message.of("works.chapter", FactWords.title(told), work.name()),
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
