package org.phatthana.budget;

import java.util.Map;
import java.util.Optional;
import org.phatthana.budget.ledger.BookLines;
import org.phatthana.proof.PublicAct;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Message;
import org.phatthana.web.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The sample year of books: told by [Loaded] when it has been loaded, and removed for ever by one act.
@Component
public class SampleBooks {

    private final JdbcClient jdbc;
    private final BookLines lines;
    private final PublicLog log;
    private final Texts texts;

    SampleBooks(JdbcClient jdbc, BookLines lines, PublicLog log, Texts texts) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.log = log;
        this.texts = texts;
    }

    /// Tells that a sample year of books has been loaded, in the same transaction.
    ///
    /// @param projects the public ids of the sample plan's projects by their keys in the pack
    /// @param items the ids of the lines that pay for projects, by the same keys
    public record Loaded(FiscalYear year, Map<String, String> projects, Map<String, String> items) {

        public Loaded {
            projects = Map.copyOf(projects);
            items = Map.copyOf(items);
        }
    }

    /// The year of the sample books, if they are there.
    public Optional<FiscalYear> year() {
        return jdbc.sql("select fiscal_year from budget.book where sample order by fiscal_year limit 1")
                .query(Integer.class)
                .optional()
                .map(FiscalYear::new);
    }

    /// Removes all sample books with everything that was entered in them.
    ///
    /// @param capacity the role in which it is done
    @Transactional
    public void remove(String capacity) {
        log.lock();
        var removed = jdbc.sql("delete from budget.book where sample returning fiscal_year")
                .query(Integer.class)
                .list();
        lines.forget();
        removed.forEach(year -> log.append(new PublicAct(
                "budget.sample-removed",
                "/budget/" + year + "/books",
                capacity,
                texts.everywhere(Message.of("budget.books.sample-removed", new FiscalYear(year))),
                Map.of("year", year),
                true)));
    }
}
