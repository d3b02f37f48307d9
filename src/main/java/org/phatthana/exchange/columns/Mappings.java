package org.phatthana.exchange.columns;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What was said of the columns of files that were accepted, for later files with the same headings.
@Component
public class Mappings {

    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};
    private static final TypeReference<List<String>> LABELS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Mappings(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /// What is remembered of files with certain headings.
    ///
    /// @param labels the headings in the order of the first such file
    /// @param fields the label of each field's column; a field that no column is stands with an empty one
    /// @param fileName the last file of which it was said
    public record Remembered(
            String id, List<String> labels, Map<String, String> fields, String fileName, String capacity, Instant at) {}

    /// What is remembered of a kind, the newest first.
    public List<Remembered> of(String kind) {
        return jdbc.sql("""
            select id, labels, fields, file_name, capacity, remembered_at from exchange.column_mapping
            where kind = :kind order by remembered_at desc, id
            """)
                .param("kind", kind)
                .query((row, _) -> new Remembered(
                        row.getString("id"),
                        Objects.requireNonNull(json.readValue(row.getString("labels"), LABELS)),
                        Objects.requireNonNull(json.readValue(row.getString("fields"), FIELDS)),
                        row.getString("file_name"),
                        row.getString("capacity"),
                        row.getTimestamp("remembered_at").toInstant()))
                .list();
    }

    /// The fields of a kind's remembered headings, by [HeadRows#key].
    public Map<String, Map<String, String>> byKey(String kind) {
        var fields = new HashMap<String, Map<String, String>>();
        of(kind).forEach(one -> fields.put(HeadRows.key(one.labels), one.fields));
        return fields;
    }

    /// Remembers, in the place of what was remembered of the same headings.
    public void remember(
            String kind, List<String> labels, Map<String, String> fields, String fileName, String capacity) {
        jdbc.sql("""
            insert into exchange.column_mapping (kind, id, labels, fields, file_name, capacity, remembered_at)
            values (:kind, :id, :labels::jsonb, :fields::jsonb, :fileName, :capacity, :now)
            on conflict (kind, id) do update set labels = excluded.labels, fields = excluded.fields,
                file_name = excluded.file_name, capacity = excluded.capacity, remembered_at = excluded.remembered_at
            """)
                .param("kind", kind)
                .param("id", id(HeadRows.key(labels)))
                .param("labels", json.writeValueAsString(labels))
                .param("fields", json.writeValueAsString(fields))
                .param("fileName", fileName)
                .param("capacity", capacity)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /// Forgets what was remembered.
    ///
    /// @return whether there was such a thing
    public boolean forget(String kind, String id) {
        return jdbc.sql("delete from exchange.column_mapping where kind = :kind and id = :id")
                        .param("kind", kind)
                        .param("id", id)
                        .update()
                == 1;
    }

    private static String id(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)))
                    .substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
