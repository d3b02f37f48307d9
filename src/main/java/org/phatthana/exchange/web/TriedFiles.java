package org.phatthana.exchange.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.exchange.Imports;
import org.phatthana.exchange.TableHead;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Files that somebody has tried on a page and not yet accepted: of each person one of a kind, seen by nobody else.
@Component
public class TriedFiles {

    private static final TypeReference<Map<String, String>> OPTIONS = new TypeReference<>() {};
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Imports imports;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;

    TriedFiles(JdbcClient jdbc, Imports imports, TransactionTemplate transaction, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.imports = imports;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /// A file that waits for its owner's word.
    public record Tried(
            String id, String owner, String kind, String fileName, Map<String, String> options, Instant expiresAt) {}

    /// Keeps a file in the place of the one of its kind that its owner tried before.
    ///
    /// @return its id
    String keep(String owner, String kind, ImportFile file) {
        var now = clock.instant();
        var id = UUID.randomUUID().toString();
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("delete from exchange.tried where expires_at < :now")
                    .param("now", Timestamp.from(now))
                    .update();
            jdbc.sql("""
                insert into exchange.tried (owner, kind, id, file_name, options, bytes, expires_at)
                values (:owner, :kind, :id, :name, :options::jsonb, :bytes, :expires)
                on conflict (owner, kind) do update set id = excluded.id, file_name = excluded.file_name,
                    options = excluded.options, bytes = excluded.bytes, expires_at = excluded.expires_at
                """)
                    .param("owner", owner)
                    .param("kind", kind)
                    .param("id", id)
                    .param("name", file.name())
                    .param("options", json.writeValueAsString(file.options()))
                    .param("bytes", bytes(file.path()))
                    .param("expires", Timestamp.from(now.plus(KEPT)))
                    .update();
        });
        return id;
    }

    /// The file of a kind that somebody has tried last.
    Optional<Tried> of(String owner, String kind) {
        return jdbc.sql("""
            select id, file_name, options, expires_at from exchange.tried
            where owner = :owner and kind = :kind and expires_at > :now
            """)
                .param("owner", owner)
                .param("kind", kind)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, _) -> new Tried(
                        row.getString("id"),
                        owner,
                        kind,
                        row.getString("file_name"),
                        Objects.requireNonNull(json.readValue(row.getString("options"), OPTIONS)),
                        row.getTimestamp("expires_at").toInstant()))
                .optional();
    }

    /// What would become of the file now.
    ///
    /// @return empty if the file is no longer there
    Optional<ImportOutcome> attempt(Tried tried, String capacity) {
        return jdbc.sql("select bytes from exchange.tried where id = :id")
                .param("id", tried.id())
                .query((row, _) -> row.getBytes("bytes"))
                .optional()
                .map(bytes -> run(tried, bytes, capacity, imports::attempt).orElseThrow());
    }

    /// The headings of the file's tables.
    List<TableHead> heads(Tried tried, String capacity) {
        return jdbc.sql("select bytes from exchange.tried where id = :id")
                .param("id", tried.id())
                .query((row, _) -> row.getBytes("bytes"))
                .optional()
                .map(bytes -> run(tried, bytes, capacity, imports::heads))
                .orElse(List.of());
    }

    /// Puts other options in the place of the file's. Its outcome is another one now, so it gets another id: what
    /// is accepted is what was looked at.
    ///
    /// @return the new id; the old one if the file is no longer there
    String restate(Tried tried, Map<String, String> options) {
        var id = UUID.randomUUID().toString();
        var changed = jdbc.sql("update exchange.tried set id = :id, options = :options::jsonb where id = :old")
                .param("id", id)
                .param("options", json.writeValueAsString(options))
                .param("old", tried.id())
                .update();
        return changed == 1 ? id : tried.id();
    }

    /// Takes in a file once, however often it is asked for. One that is refused after all stays.
    ///
    /// @return empty if the file is no longer there
    Optional<ImportOutcome> accept(Tried tried, String capacity) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var bytes = jdbc.sql("delete from exchange.tried where id = :id returning bytes")
                    .param("id", tried.id())
                    .query((row, _) -> row.getBytes("bytes"))
                    .optional();
            var outcome = bytes.map(
                    found -> run(tried, found, capacity, imports::take).orElseThrow());
            if (outcome.isPresent() && outcome.get() instanceof ImportOutcome.Refused) {
                status.setRollbackOnly();
            }
            return outcome;
        }));
    }

    void discard(Tried tried) {
        jdbc.sql("delete from exchange.tried where id = :id")
                .param("id", tried.id())
                .update();
    }

    private static <T> T run(Tried tried, byte[] bytes, String capacity, BiFunction<String, ImportFile, T> way) {
        try {
            var path = Files.createTempFile("phatthana-import", ".bin");
            try {
                Files.write(path, bytes);
                var file = new ImportFile(path, tried.fileName(), tried.options(), capacity);
                return way.apply(tried.kind(), file);
            } finally {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
