package org.phatthana.works.contracts;

import java.util.List;
import org.phatthana.exchange.CellText;

/// The rows whose works are right though only their names say so, as an officer writes them: `5, 8`, or `all`.
record Confirmed(String stated) {

    boolean has(int row) {
        var latin = CellText.latinDigits(stated.strip());
        return latin.equals("all")
                || latin.equals("ทั้งหมด")
                || List.of(latin.split("[\\s,;]+")).contains(Integer.toString(row));
    }
}
