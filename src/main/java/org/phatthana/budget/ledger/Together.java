package org.phatthana.budget.ledger;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.RowCallbackHandler;

/// Statements that go to the database in one message and come back in one answer, in their order: the way there and
/// back takes longer than a statement of few rows. Values stand for the question marks in theirs.
final class Together {

    private final JdbcOperations jdbc;
    private final List<Part> parts = new ArrayList<>();

    /// @param rows what is done with each row; null for a statement that answers none
    private record Part(String sql, @Nullable RowCallbackHandler rows, List<Object> values) {}

    Together(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    Together query(String sql, RowCallbackHandler rows, Object... values) {
        parts.add(new Part(sql, rows, Arrays.asList(values)));
        return this;
    }

    Together update(String sql, Object... values) {
        parts.add(new Part(sql, null, Arrays.asList(values)));
        return this;
    }

    /// @throws org.springframework.dao.DataAccessException if one of them fails; those after it were not tried
    void run() {
        jdbc.execute(
                parts.stream().map(Part::sql).collect(Collectors.joining(";\n")),
                (PreparedStatementCallback<Integer>) this::run);
    }

    private int run(PreparedStatement statement) throws SQLException {
        var position = 0;
        for (var part : parts) {
            for (var value : part.values) {
                position++;
                statement.setObject(position, value);
            }
        }
        statement.execute();
        for (var part : parts) {
            if (part.rows != null) {
                try (var found = statement.getResultSet()) {
                    while (found.next()) {
                        part.rows.processRow(found);
                    }
                }
            }
            statement.getMoreResults();
        }
        return position;
    }
}
