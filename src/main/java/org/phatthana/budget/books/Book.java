package org.phatthana.budget.books;

import java.time.Instant;
import java.util.Map;
import org.phatthana.values.FiscalYear;
import org.springframework.web.util.UriComponentsBuilder;

/// The books of a year.
public record Book(FiscalYear year, boolean sample, Instant openedAt) {

    /// The page that shows them, without a language.
    public String address() {
        return address(year);
    }

    /// The page of a year's books, whether or not they are open.
    public static String address(FiscalYear year) {
        return "/budget/" + year + "/books";
    }

    /// The page of those lines of a year's books that fit; what is empty does not restrict.
    ///
    /// @param stage the code of a stage in which they have money
    public static String address(FiscalYear year, String programme, String type, String stage) {
        var query = UriComponentsBuilder.newInstance();
        if (!programme.isEmpty()) {
            query.queryParam("programme", "{programme}");
        }
        if (!type.isEmpty()) {
            query.queryParam("type", "{type}");
        }
        if (!stage.isEmpty()) {
            query.queryParam("stage", stage);
        }
        return address(year)
                + query.encode()
                        .buildAndExpand(Map.of("programme", programme, "type", type))
                        .toUriString();
    }
}
