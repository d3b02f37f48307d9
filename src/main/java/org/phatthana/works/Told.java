package org.phatthana.works;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A fact with what is known of its telling.
///
/// @param number its place among the facts of its works, from 1
/// @param day on which it happened
/// @param at when it was told
/// @param capacity the role in which it was told
/// @param account who told it; never shown in public
/// @param approver who allowed it, where money moved: the id of an authority of the ledger; else empty
/// @param transactions the numbers of what the ledger entered for it
/// @param files the ids of its photographs and papers
public record Told<F extends Fact>(
        int number,
        LocalDate day,
        Instant at,
        String capacity,
        Optional<UUID> account,
        String approver,
        F fact,
        List<Long> transactions,
        List<String> files) {

    public Told {
        transactions = List.copyOf(transactions);
        files = List.copyOf(files);
    }

    public FactKind kind() {
        return FactKind.of(fact);
    }
}
