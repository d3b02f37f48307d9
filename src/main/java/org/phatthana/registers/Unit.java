package org.phatthana.registers;

import java.math.BigDecimal;
import java.util.List;
import org.phatthana.values.Localized;

/// A unit of measure.
///
/// @param code by which packs name it, for example `km`
/// @param symbol as figures carry it
/// @param dimension what it measures: `length`, `area`, …; only units of one dimension are converted
/// @param factor how many of the dimension's base unit it is
/// @param spellings how else people write it
public record Unit(String code, Localized symbol, String dimension, BigDecimal factor, List<String> spellings) {

    public Unit {
        spellings = List.copyOf(spellings);
    }
}
