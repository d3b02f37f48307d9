package org.phatthana.results.indicators;

import java.util.List;
import org.phatthana.results.formulas.Source;

/// Brings what formulas count over: a bean of this type makes its source known to every formula.
public interface FigureSource {

    Source source();

    /// All rows as they are now.
    List<Figures.PlacedRow> rows();
}
