package org.phatthana.budget.reading;

import java.util.Optional;
import java.util.regex.Pattern;
import org.phatthana.exchange.CellText;
import org.phatthana.values.FiscalYear;

/// What a file's name says: `2566_pao-น่าน.json`, `2566_nation-wide.json`, `2566 อบจ.น่าน.xlsx`.
///
/// @param organization empty where the name says none
public record FileName(Optional<FiscalYear> year, String organization) {

    private static final Pattern SHAPE =
            Pattern.compile("(2[45]\\d\\d)(?:[\\s_-]+(.*?))?(?:\\s*\\(\\d+\\))?(?:\\.[A-Za-z]{3,5})?");

    public static FileName of(String name) {
        var base = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var match = SHAPE.matcher(CellText.latinDigits(CellText.oneLine(base)));
        if (!match.matches()) {
            return new FileName(Optional.empty(), "");
        }
        var year = Integer.parseInt(match.group(1));
        var organization = match.group(2);
        return new FileName(
                FiscalYear.isValid(year) ? Optional.of(new FiscalYear(year)) : Optional.empty(),
                organization == null ? "" : organization.strip());
    }
}
