package org.phatthana.registers;

import java.util.List;
import java.util.Optional;
import org.phatthana.packs.Pack;
import org.phatthana.registers.declared.Declarations;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.PlaceCode;
import org.springframework.stereotype.Component;

/// The series of figures that the pack declares, in the order of their codes. A pack may have none; one that
/// declares something unsound does not start, and says in which file, where in it and why.
@Component
public class SeriesCatalogue {

    private final List<Series> all;

    SeriesCatalogue(Pack pack, Strategy strategy, Registers registers) {
        all = new Declarations(pack)
                .series(
                        goal -> strategy.goal(goal).isPresent(),
                        register -> registers.ofPack().stream()
                                .anyMatch(each -> each.code().equals(register)));
    }

    public List<Series> all() {
        return all;
    }

    public Optional<Series> find(String code) {
        return all.stream().filter(series -> series.code().equals(code)).findFirst();
    }

    /// The series of places of a level.
    public List<Series> ofPlaces(PlaceCode.Level level) {
        return all.stream()
                .filter(series -> series.of().equals(new Series.OfPlaces(level)))
                .toList();
    }

    /// The series of the entries of a register.
    public List<Series> ofEntries(String register) {
        return all.stream()
                .filter(series -> series.of().equals(new Series.OfEntries(register)))
                .toList();
    }
}
