package org.phatthana.registers.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.phatthana.exchange.CellText;
import org.phatthana.places.Place;
import org.phatthana.places.Places;
import org.phatthana.values.PlaceCode;

/// Which tambon a row says: by its code, or by its name with that of its amphoe. A name that several tambon bear is
/// not guessed.
final class WherePlaces {

    private final Places places;
    private final Map<String, Optional<PlaceCode>> known = new HashMap<>();

    WherePlaces(Places places) {
        this.places = places;
    }

    /// @param place empty where nothing is written, or nobody can tell which it is
    /// @param written what is written; empty for nothing
    record Said(Optional<PlaceCode> place, String written) {

        boolean isUnknown() {
            return place.isEmpty() && !written.isEmpty();
        }
    }

    Said of(GivenRow row) {
        var code = text(row, IntakeColumns.PLACE);
        if (!code.isEmpty()) {
            return new Said(known.computeIfAbsent(code, this::byCode), code);
        }
        var tambon = text(row, IntakeColumns.TAMBON).replaceFirst("^(ตำบล|ต\\.|แขวง|[Tt]ambon )\\s*", "");
        var amphoe = text(row, IntakeColumns.AMPHOE).replaceFirst("^(อำเภอ|อ\\.|เขต|[Aa]mphoe )\\s*", "");
        if (tambon.isEmpty()) {
            return new Said(Optional.empty(), amphoe.isEmpty() ? "" : "อ." + amphoe);
        }
        var written = "ต." + tambon + (amphoe.isEmpty() ? "" : " อ." + amphoe);
        return new Said(known.computeIfAbsent(written, this::byName), written);
    }

    private static String text(GivenRow row, String column) {
        var text = CellText.oneLine(row.text(column));
        return CellText.isNothing(text) ? "" : text;
    }

    private Optional<PlaceCode> byCode(String text) {
        return PlaceCode.parse(CellText.latinDigits(text))
                .filter(code -> code.level() == PlaceCode.Level.TAMBON)
                .flatMap(places::find)
                .map(Place::code)
                .or(() -> byName(text));
    }

    private Optional<PlaceCode> byName(String text) {
        return places.exactly(text, PlaceCode.Level.TAMBON).map(Place::code);
    }
}
