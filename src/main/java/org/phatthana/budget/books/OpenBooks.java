package org.phatthana.budget.books;

import java.util.List;
import java.util.Optional;
import org.phatthana.values.FiscalYear;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which years have books.
@Component
public class OpenBooks {

    private final JdbcClient jdbc;

    OpenBooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The books of a year.
    public Optional<Book> find(FiscalYear year) {
        return all().stream().filter(book -> book.year().equals(year)).findFirst();
    }

    /// All books, the newest year first.
    public List<Book> all() {
        return jdbc.sql("select fiscal_year, sample, opened_at from budget.book order by fiscal_year desc")
                .query((row, _) -> new Book(
                        new FiscalYear(row.getInt("fiscal_year")),
                        row.getBoolean("sample"),
                        row.getTimestamp("opened_at").toInstant()))
                .list();
    }
}
