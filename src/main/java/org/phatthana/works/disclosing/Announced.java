package org.phatthana.works.disclosing;

import java.time.Instant;
import java.util.List;

/// That a month's procurement was announced.
///
/// @param contracts numbers and prices of the contracts that were in it
/// @param logEntry its position in the public log
public record Announced(Instant at, List<String> contracts, long logEntry) {

    public Announced {
        contracts = List.copyOf(contracts);
    }
}
