package org.phatthana.plan;

import java.io.IOException;
import java.nio.ByteBuffer;
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
    private final ByteBuffer waiting = ByteBuffer.allocate(PIECE);
    private final int columns;

    /// @param table the table's name
    /// @param columns the columns' names, in the order in which each row has them
    BinaryCopy(Connection connection, String table, List<String> columns) throws SQLException {
        this.columns = columns.size();
        this.copy = new PGCopyOutputStream(
                connection.unwrap(PGConnection.class),
                "copy %s (%s) from stdin (format binary)".formatted(table, String.join(", ", columns)),
                PIECE);
        waiting.put(SIGNATURE).putInt(0).putInt(0);
    }

    /// Begins a row; its columns follow.
    BinaryCopy row() throws IOException {
        space(Short.BYTES).putShort((short) columns);
        return this;
    }

    /// A text; the null character, which PostgreSQL does not hold, is left out.
    BinaryCopy text(@Nullable String text) throws IOException {
        if (text == null) {
            return none();
        }
        write(bytes(text));
        return this;
    }

    BinaryCopy integer(@Nullable Integer number) throws IOException {
        if (number == null) {
            return none();
        }
        space(2 * Integer.BYTES).putInt(Integer.BYTES).putInt(number);
        return this;
    }

    BinaryCopy bigint(long number) throws IOException {
        space(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(number);
        return this;
    }

    BinaryCopy flag(boolean flag) throws IOException {
        space(Integer.BYTES + 1).putInt(1).put((byte) (flag ? 1 : 0));
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
            write(each);
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
        space(6 * Integer.BYTES)
                .putInt((3 + 2 * dimensions + count) * Integer.BYTES + bytes)
                .putInt(dimensions)
                .putInt(hasNulls ? 1 : 0)
                .putInt(type);
        if (dimensions > 0) {
            waiting.putInt(count).putInt(1);
        }
    }

    private BinaryCopy none() throws IOException {
        space(Integer.BYTES).putInt(NULL);
        return this;
    }

    private void write(byte[] bytes) throws IOException {
        space(Integer.BYTES).putInt(bytes.length);
        if (bytes.length <= waiting.remaining()) {
            waiting.put(bytes);
        } else {
            send();
            copy.write(bytes);
        }
    }

    private ByteBuffer space(int bytes) throws IOException {
        if (waiting.remaining() < bytes) {
            send();
        }
        return waiting;
    }

    private void send() throws IOException {
        copy.write(waiting.array(), 0, waiting.position());
        waiting.clear();
    }

    private static byte[] bytes(String text) {
        return (text.indexOf('\0') < 0 ? text : text.replace("\0", "")).getBytes(StandardCharsets.UTF_8);
    }

    /// Stores what was written.
    void end() throws IOException, SQLException {
        space(Short.BYTES).putShort((short) END);
        send();
        copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
