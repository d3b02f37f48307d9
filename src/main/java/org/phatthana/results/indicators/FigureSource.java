package org.phatthana.results.indicators;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.phatthana.results.formulas.Source;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;

/// Brings what formulas count over: a bean of this type makes its source known to every formula.
public interface FigureSource {

    /// What a row came from, as people call it and find it.
    ///
    /// @param address of the page that shows it, without a language
    /// @param told the address under which the public log tells of it, where that is another one
    record Origin(Localized name, String address, String told) {}

    Source source();

    /// What a row of it is called.
    default Message title() {
        return Message.of("results.source." + source().name());
    }

    /// All rows as they are now.
    List<Figures.PlacedRow> rows();

    /// All rows as they were at an instant.
    ///
    /// @return empty where nobody kept how they were
    default Optional<List<Figures.PlacedRow>> rows(Instant at) {
        return Optional.empty();
    }

    /// What a row of that id came from; empty where nothing more is known of it.
    default Optional<Origin> origin(String id) {
        return Optional.empty();
    }
}
