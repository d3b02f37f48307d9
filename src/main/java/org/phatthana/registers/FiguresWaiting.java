package org.phatthana.registers;

import java.util.List;
import org.phatthana.notices.Waiting;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.phatthana.web.Texts;
import org.springframework.stereotype.Component;

/// Tells officers which figures the program found impossible or unlikely, so that a person looks at them.
@Component
class FiguresWaiting implements Waiting {

    private final Observations observations;
    private final SeriesCatalogue catalogue;
    private final Texts texts;

    FiguresWaiting(Observations observations, SeriesCatalogue catalogue, Texts texts) {
        this.observations = observations;
        this.catalogue = catalogue;
        this.texts = texts;
    }

    @Override
    public List<Item> waitingFor(Acting who) {
        return who.has(Role.OFFICER)
                ? observations.waiting(AT_MOST).stream().map(this::item).toList()
                : List.of();
    }

    private Item item(Observation figure) {
        return new Item(
                "registers.figure",
                texts.everywhere(Message.of("registers.figures.waiting")),
                texts.everywhere(Message.of(
                        "registers.figures.waiting-one",
                        catalogue.find(figure.series()).map(Series::title).orElse(Localized.thai(figure.series())),
                        figure.value().toPlainString(),
                        figure.day())),
                texts.everywhere(
                        Message.of("registers.figures.task." + figure.flag().code())),
                figure.address() + "?day=" + figure.day(),
                null,
                figure.recordedAt(),
                figure.sample());
    }
}
