package org.phatthana.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phatthana.values.Localized;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads the records of files.
@Component
class KeptFileRows {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    KeptFileRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Sized(String file, Photograph.Size size) {}

    private record Acted(String file, String kind, FileAct act) {}

    /// Those of some files that there are, by id.
    Map<String, KeptFile> find(Collection<String> ids) {
        var some = ids.toArray(String[]::new);
        var sizes = new HashMap<String, List<Photograph.Size>>();
        jdbc.sql("select * from files.size where file = any(:ids) order by file, width")
                .param("ids", some)
                .query((row, _) -> new Sized(row.getString("file"), size(row)))
                .list()
                .forEach(sized -> sizes.computeIfAbsent(sized.file(), _ -> new ArrayList<>())
                        .add(sized.size()));
        var acts = new HashMap<String, FileAct>();
        jdbc.sql("select * from files.act where file = any(:ids)")
                .param("ids", some)
                .query((row, _) -> new Acted(row.getString("file"), row.getString("kind"), act(row)))
                .list()
                .forEach(acted -> acts.put(acted.kind() + " " + acted.file(), acted.act()));
        var files = new HashMap<String, KeptFile>();
        jdbc.sql("select * from files.file where id = any(:ids)")
                .param("ids", some)
                .query((row, _) -> file(row, sizes, acts))
                .list()
                .forEach(file -> files.put(file.id(), file));
        return files;
    }

    private KeptFile file(ResultSet row, Map<String, List<Photograph.Size>> sizes, Map<String, FileAct> acts)
            throws SQLException {
        var id = row.getString("id");
        var type = type(row);
        return new KeptFile(
                id,
                new Digest(row.getString("sha256")),
                type,
                row.getLong("bytes"),
                row.getString("name"),
                Optional.ofNullable(row.getString("title")).map(title -> new Localized(json.readValue(title, TEXTS))),
                new Sender(
                        Optional.ofNullable(row.getObject("account", UUID.class)),
                        row.getString("capacity"),
                        row.getBoolean("of_staff")),
                row.getTimestamp("at").toInstant(),
                row.getBoolean("is_sample"),
                type.isImage() ? Optional.of(photograph(row, sizes.getOrDefault(id, List.of()))) : Optional.empty(),
                Optional.ofNullable(acts.get("published " + id)),
                Optional.ofNullable(acts.get("withdrawn " + id)));
    }

    private static Photograph photograph(ResultSet row, List<Photograph.Size> sizes) throws SQLException {
        var latitude = row.getObject("latitude", Double.class);
        var longitude = row.getObject("longitude", Double.class);
        return new Photograph(
                row.getInt("width"),
                row.getInt("height"),
                Optional.ofNullable(instant(row.getTimestamp("taken_at"))),
                latitude == null || longitude == null
                        ? Optional.empty()
                        : Optional.of(new Position(latitude, longitude)),
                sizes);
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static Photograph.Size size(ResultSet row) throws SQLException {
        return new Photograph.Size(
                row.getInt("width"),
                row.getInt("height"),
                type(row),
                new Digest(row.getString("sha256")),
                row.getLong("bytes"));
    }

    private static FileAct act(ResultSet row) throws SQLException {
        return new FileAct(row.getTimestamp("at").toInstant(), row.getString("capacity"), row.getString("reason"));
    }

    private static FileType type(ResultSet row) throws SQLException {
        return FileType.of(row.getString("media_type")).orElseThrow();
    }
}
