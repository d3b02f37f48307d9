package org.phatthana.budget;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.phatthana.values.FiscalYear;

/// What is asked of the journal. Everything that is given has to hold.
///
/// @param year transactions that count in this year
/// @param line that have an entry of this line
/// @param account that have an entry on this account
/// @param until that were entered at this instant or before
/// @param before that have a smaller number: the last one of the page before
/// @param limit at most so many, 1 to [#MOST]
public record JournalQuery(
        Optional<FiscalYear> year,
        Optional<String> line,
        Optional<AccountId> account,
        Optional<Instant> until,
        OptionalLong before,
        int limit) {

    public static final int MOST = 500;

    public JournalQuery {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("A page of the journal has 1 to " + MOST + " transactions");
        }
    }

    /// The newest transactions of all.
    public static JournalQuery newest(int limit) {
        return new JournalQuery(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), OptionalLong.empty(), limit);
    }

    public JournalQuery of(FiscalYear wanted) {
        return new JournalQuery(Optional.of(wanted), line, account, until, before, limit);
    }

    public JournalQuery ofLine(String wanted) {
        return new JournalQuery(year, Optional.of(wanted), account, until, before, limit);
    }

    public JournalQuery on(AccountId wanted) {
        return new JournalQuery(year, line, Optional.of(wanted), until, before, limit);
    }

    public JournalQuery until(Instant instant) {
        return new JournalQuery(year, line, account, Optional.of(instant), before, limit);
    }

    public JournalQuery before(long number) {
        return new JournalQuery(year, line, account, until, OptionalLong.of(number), limit);
    }
}
