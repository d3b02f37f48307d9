package org.phatthana.budget.register;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.phatthana.values.FiscalYear;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which registers were taken over, so that a file that is handed in again changes nothing, however the books have
/// moved on since.
@Component
class TakenRegisters {

    private final JdbcClient jdbc;
    private final Clock clock;

    TakenRegisters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// When a file was taken over into a year's books, if it was.
    ///
    /// @param digest the SHA-256 of its bytes, in hexadecimal
    Optional<Instant> when(FiscalYear year, String digest) {
        return jdbc.sql("select taken_at from budget.register_taken where fiscal_year = :year and digest = :digest")
                .param("year", year.buddhistEra())
                .param("digest", digest)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    void keep(FiscalYear year, String digest, String fileName, String capacity) {
        jdbc.sql("""
            insert into budget.register_taken (fiscal_year, digest, file_name, capacity, taken_at)
            values (:year, :digest, :fileName, :capacity, :now)
            """)
                .param("year", year.buddhistEra())
                .param("digest", digest)
                .param("fileName", fileName)
                .param("capacity", capacity)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
