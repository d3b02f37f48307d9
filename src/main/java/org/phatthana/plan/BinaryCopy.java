package org.phatthana.plan;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/// Rows in the binary format of PostgreSQL's `COPY`, which the server takes in with half of the work that text asks
/// for. The format: <https://www.postgresql.org/docs/current/sql-copy.html#SQL-COPY-FILE-FORMATS>; numbers and
/// arrays stand as the types' own send functions write them. Nothing is stored unless [#end] was reached; closing
/// before takes everything back.
final class BinaryCopy implements AutoCloseable {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int PIECE = 1 << 16;
    private static final int END = -1;
    private static final int NULL = -1;

    // The types' numbers, as pg_type has them in every database.
    private static final int BOOL = 16;
    private static final int INT8 = 20;
    private static final int INT4 = 23;
    private static final int TEXT = 25;

    private final PGCopyOutputStream copy;
    private final DataOutputStream out;
    private final int columns;

    /// @param table the table's name
    /// @param columns the columns' names, in the order in which each row has them
    BinaryCopy(Connection connection, String table, List<String> columns) throws SQLException, IOException {
        this.columns = columns.size();
        this.copy = new PGCopyOutputStream(
                connection.unwrap(PGConnection.class),
                "copy %s (%s) from stdin (format binary)".formatted(table, String.join(", ", columns)),
                PIECE);
        this.out = new DataOutputStream(copy);
        out.write(SIGNATURE);
        out.writeInt(0);
        out.writeInt(0);
    }

    /// Begins a row; its columns follow.
    BinaryCopy row() throws IOException {
        out.writeShort(columns);
        return this;
    }

    /// A text; the null character, which PostgreSQL does not hold, is left out.
    BinaryCopy text(@Nullable String text) throws IOException {
        if (text == null) {
            return none();
        }
        var bytes = bytes(text);
        out.writeInt(bytes.length);
        out.write(bytes);
        return this;
    }

    BinaryCopy integer(@Nullable Integer number) throws IOException {
        if (number == null) {
            return none();
        }
        out.writeInt(Integer.BYTES);
        out.writeInt(number);
        return this;
    }

    BinaryCopy bigint(long number) throws IOException {
        out.writeInt(Long.BYTES);
        out.writeLong(number);
        return this;
    }

    BinaryCopy flag(boolean flag) throws IOException {
        out.writeInt(1);
        out.writeBoolean(flag);
        return this;
    }

    <T> BinaryCopy integers(Collection<T> items, ToIntFunction<T> number) throws IOException {
        array(INT4, items.size(), items.size() * Integer.BYTES, false);
        for (var item : items) {
            integer(number.applyAsInt(item));
        }
        return this;
    }

    <T> BinaryCopy bigints(Collection<T> items, ToLongFunction<T> number) throws IOException {
        array(INT8, items.size(), items.size() * Long.BYTES, false);
        for (var item : items) {
            bigint(number.applyAsLong(item));
        }
        return this;
    }

    /// Numbers of which some may be unknown.
    <T> BinaryCopy bigintsOrNulls(Collection<T> items, Function<T, @Nullable Long> number) throws IOException {
        var known =
                (int) items.stream().map(number).filter(each -> each != null).count();
        array(INT8, items.size(), known * Long.BYTES, known < items.size());
        for (var item : items) {
            var each = number.apply(item);
            if (each == null) {
                none();
            } else {
                bigint(each);
            }
        }
        return this;
    }

    <T> BinaryCopy texts(Collection<T> items, Function<T, String> text) throws IOException {
        var texts = items.stream().map(item -> bytes(text.apply(item))).toList();
        array(TEXT, items.size(), texts.stream().mapToInt(each -> each.length).sum(), false);
        for (var each : texts) {
            out.writeInt(each.length);
            out.write(each);
        }
        return this;
    }

    <T> BinaryCopy flags(Collection<T> items, Function<T, Boolean> flag) throws IOException {
        array(BOOL, items.size(), items.size(), false);
        for (var item : items) {
            flag(flag.apply(item));
        }
        return this;
    }

    /// What stands before the items of an array: its length in bytes, dimensions, whether some are null, their
    /// type, how many, and that they count from 1. Behind it, each has its length before it.
    private void array(int type, int count, int bytes, boolean hasNulls) throws IOException {
        var dimensions = count == 0 ? 0 : 1;
        out.writeInt((3 + 2 * dimensions + count) * Integer.BYTES + bytes);
        out.writeInt(dimensions);
        out.writeInt(hasNulls ? 1 : 0);
        out.writeInt(type);
        if (dimensions > 0) {
            out.writeInt(count);
            out.writeInt(1);
        }
    }

    private BinaryCopy none() throws IOException {
        out.writeInt(NULL);
        return this;
    }

    private static byte[] bytes(String text) {
        return (text.indexOf('\0') < 0 ? text : text.replace("\0", "")).getBytes(StandardCharsets.UTF_8);
    }

    /// Stores what was written.
    void end() throws IOException, SQLException {
        out.writeShort(END);
        out.flush();
        copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
