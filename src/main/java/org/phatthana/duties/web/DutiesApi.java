package org.phatthana.duties.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phatthana.duties.Obligation;
import org.phatthana.duties.StatutoryClock;
import org.phatthana.values.FiscalYear;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The statutory clock for programs. Years are fiscal years of the Buddhist Era.
@RestController
class DutiesApi {

    /// What is due in a year.
    ///
    /// @param asOf the day on which it is so
    /// @param since the day on which the log begins
    record Duties(
            int year,
            LocalDate asOf,
            LocalDate since,
            List<Item> items,
            @Nullable String next) {}

    /// @param period what it is about: a year of the Buddhist Era, or a month such as `2026-11`
    /// @param owedBy the role or committee
    /// @param state overdue, soon, later, not-begun, in-time, late, on-record or not-known
    record Item(
            String id,
            Map<String, String> name,
            String period,
            Map<String, String> basis,
            boolean toVerify,
            String owedBy,
            Map<String, String> owedByName,
            @Nullable Proof start,
            @Nullable LocalDate due,
            String state,
            @Nullable Proof done,
            boolean sample) {}

    /// @param day the day that counts
    /// @param dayIsTold whether the act itself tells the day
    /// @param publishedAt the time of the entry
    record Proof(LocalDate day, boolean dayIsTold, long position, Instant publishedAt, String href) {}

    private final StatutoryClock clock;

    DutiesApi(StatutoryClock clock) {
        this.clock = clock;
    }

    /// What is due in a fiscal year; in the one that runs now, what is overdue from earlier ones too.
    ///
    /// @param year of the Buddhist Era; without it the one that runs now
    @GetMapping("/api/v1/duties")
    Duties duties(@RequestParam(required = false) @Nullable Integer year) {
        var now = FiscalYear.containing(clock.today());
        var chosen = year == null
                ? now
                : clock.years().stream()
                        .filter(known -> known.buddhistEra() == year)
                        .findFirst()
                        .orElseThrow(() -> new ErrorResponseException(
                                HttpStatus.NOT_FOUND,
                                ProblemDetail.forStatusAndDetail(
                                        HttpStatus.NOT_FOUND, "Nothing is known of duties in %d".formatted(year)),
                                null));
        return new Duties(
                chosen.buddhistEra(),
                clock.today(),
                clock.began(),
                clock.in(chosen).stream().map(this::item).toList(),
                null);
    }

    private Item item(Obligation obligation) {
        var duty = obligation.duty();
        return new Item(
                duty.id(),
                duty.name().sorted(),
                obligation.period().key(),
                duty.basis().sorted(),
                duty.toVerify(),
                duty.owes().code(),
                clock.owner(duty.owes()).sorted(),
                proof(obligation.start()),
                obligation.due().orElse(null),
                obligation.state().code(),
                proof(obligation.done()),
                obligation.sample());
    }

    private static @Nullable Proof proof(Optional<Obligation.Evidence> evidence) {
        return evidence.map(found -> new Proof(
                        found.day(),
                        found.isTold(),
                        found.position(),
                        found.at(),
                        "/proof/entries/" + found.position()))
                .orElse(null);
    }
}
