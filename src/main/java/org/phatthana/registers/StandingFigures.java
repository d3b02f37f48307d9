package org.phatthana.registers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.phatthana.registers.ObservationRows.About;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What stands already where figures are to be recorded, read at once for many.
@Component
public class StandingFigures {

    private final SeriesCatalogue catalogue;
    private final ObservationRows rows;

    StandingFigures(SeriesCatalogue catalogue, ObservationRows rows) {
        this.catalogue = catalogue;
        this.rows = rows;
    }

    /// The figures that drafts would replace, in the order of the drafts; empty where there is none, or it is
    /// withdrawn. Only who holds the lock of the public log may rely on it for longer.
    ///
    /// @param drafts of series that there are
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Optional<Observation>> under(List<ObservationDraft> drafts) {
        var numbers = rows.numbers(drafts.stream().map(ObservationDraft::series).collect(Collectors.toSet()));
        var abouts = drafts.stream().map(this::about).toList();
        var standing = rows.standing(abouts, numbers);
        return abouts.stream()
                .map(about -> Optional.ofNullable(standing.get(about)).filter(one -> !one.withdrawn()))
                .toList();
    }

    private About about(ObservationDraft draft) {
        var series = catalogue.find(draft.series()).orElseThrow();
        return new About(series.code(), draft.subject(), series.every().first(draft.day()));
    }
}
