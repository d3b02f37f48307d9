package org.phatthana.registers;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an office declared of registers by its own forms: appended only, a changed form is another version.
@Component
public class FormDeclarations {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    FormDeclarations(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /// A version of a declaration.
    ///
    /// @param code of the register
    /// @param form the id of the form that it was made of
    /// @param content as a file of a pack would declare it
    /// @param lists as its `code-lists.yaml` would
    public record Declaration(String code, int version, String form, JsonNode content, JsonNode lists) {}

    /// The newest version of each declaration, in the order of their codes.
    public List<Declaration> newest() {
        return jdbc.sql("""
            select distinct on (code) code, version, form, content, lists from registers.declaration
            order by code, version desc
            """).query(row()).list();
    }

    /// The newest version of a declaration.
    public Optional<Declaration> newest(String code) {
        return newest().stream().filter(each -> each.code.equals(code)).findFirst();
    }

    /// How many versions there are in all.
    long count() {
        return jdbc.sql("select count(*) from registers.declaration")
                .query(Long.class)
                .single();
    }

    /// Keeps a version, in the caller's transaction.
    ///
    /// @param fileName what its owner calls the file of the form
    /// @param digest over all that it declares
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Declaration declaration, String fileName, String digest, EntryRecording.By by) {
        jdbc.sql("""
            insert into registers.declaration
                (code, version, form, content, lists, file_name, digest, account, capacity, recorded_at)
            values (:code, :version, :form, :content::jsonb, :lists::jsonb, :fileName, :digest, :account, :capacity, :now)
            """)
                .param("code", declaration.code)
                .param("version", declaration.version)
                .param("form", declaration.form)
                .param("content", json.writeValueAsString(declaration.content))
                .param("lists", json.writeValueAsString(declaration.lists))
                .param("fileName", fileName)
                .param("digest", digest)
                .param("account", by.account())
                .param("capacity", by.capacity())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private RowMapper<Declaration> row() {
        return (row, _) -> new Declaration(
                row.getString("code"),
                row.getInt("version"),
                row.getString("form"),
                json.readTree(row.getString("content")),
                json.readTree(row.getString("lists")));
    }
}
