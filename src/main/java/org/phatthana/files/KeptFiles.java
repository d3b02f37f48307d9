package org.phatthana.files;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.phatthana.people.Acting;
import org.phatthana.proof.PublicAct;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.Message;
import org.phatthana.values.PublicIds;
import org.phatthana.web.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The files of this house. Rooms above keep a file's id beside their own facts, and decide who may publish and
/// withdraw what; they call these in the transaction of those facts.
@Component
public class KeptFiles {

    private final JdbcClient jdbc;
    private final KeptFileRows rows;
    private final Store store;
    private final PublicIds ids;
    private final PublicLog log;
    private final Texts texts;
    private final Clock clock;
    private final JsonMapper json;

    KeptFiles(
            JdbcClient jdbc,
            KeptFileRows rows,
            Store store,
            PublicIds ids,
            PublicLog log,
            Texts texts,
            Clock clock,
            JsonMapper json) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.store = store;
        this.ids = ids;
        this.log = log;
        this.texts = texts;
        this.clock = clock;
        this.json = json;
    }

    public Optional<KeptFile> find(String id) {
        return find(List.of(id)).stream().findFirst();
    }

    /// Those of some files that there are, in the order of the ids.
    public List<KeptFile> find(Collection<String> ids) {
        var found = rows.find(ids);
        return ids.stream().distinct().map(found::get).filter(Objects::nonNull).toList();
    }

    /// Those of some files that a reader may know of, in the order of the ids: for a page, whose galleries and
    /// lists show nothing else.
    ///
    /// @param reader empty for everyone
    public List<KeptFile> findFor(Optional<Acting> reader, Collection<String> ids) {
        return find(ids).stream().filter(file -> file.isKnownTo(reader)).toList();
    }

    /// Opens the bytes of a file, for a room that prints it for example; not asked whether it is withdrawn.
    ///
    /// @throws DamagedBytes as [Store#open] does
    public InputStream open(KeptFile file) throws IOException {
        return store.open(file.digest());
    }

    /// Writes the record of a file whose bytes are kept. One that is for everyone enters the public log.
    @Transactional
    public KeptFile keep(ReadyFile ready, Filing filing) {
        var id = ids.next();
        var photograph = ready.photograph();
        var position = photograph.flatMap(Photograph::position);
        jdbc.sql("""
            insert into files.file (id, sha256, media_type, bytes, name, title, account, capacity, of_staff, at,
                                    is_sample, width, height, taken_at, latitude, longitude)
            values (:id, :sha256, :type, :bytes, :name, :title::jsonb, :account, :capacity, :ofStaff, :at,
                    :sample, :width, :height, :takenAt, :latitude, :longitude)
            """)
                .param("id", id)
                .param("sha256", ready.digest().hex())
                .param("type", ready.type().mediaType())
                .param("bytes", ready.bytes())
                .param("name", ready.name())
                .param(
                        "title",
                        filing.title()
                                .map(title -> json.writeValueAsString(title.sorted()))
                                .orElse(null),
                        Types.VARCHAR)
                .param("account", ready.sender().account().orElse(null), Types.OTHER)
                .param("capacity", ready.sender().capacity())
                .param("ofStaff", ready.sender().isOfStaff())
                .param("at", now())
                .param("sample", filing.sample())
                .param("width", photograph.map(Photograph::width).orElse(null), Types.INTEGER)
                .param("height", photograph.map(Photograph::height).orElse(null), Types.INTEGER)
                .param(
                        "takenAt",
                        photograph
                                .flatMap(Photograph::takenAt)
                                .map(Timestamp::from)
                                .orElse(null),
                        Types.TIMESTAMP)
                .param("latitude", position.map(Position::latitude).orElse(null), Types.DOUBLE)
                .param("longitude", position.map(Position::longitude).orElse(null), Types.DOUBLE)
                .update();
        photograph.ifPresent(picture -> picture.sizes().forEach(size -> keep(id, size)));
        if (filing.isPublic()) {
            publish(id, ready.sender());
        }
        return known(id);
    }

    private void keep(String id, Photograph.Size size) {
        jdbc.sql("""
            insert into files.size (file, width, height, media_type, sha256, bytes)
            values (:file, :width, :height, :type, :sha256, :bytes)
            """)
                .param("file", id)
                .param("width", size.width())
                .param("height", size.height())
                .param("type", size.type().mediaType())
                .param("sha256", size.digest().hex())
                .param("bytes", size.bytes())
                .update();
    }

    /// Opens a file that was for the staff to everyone; nothing if it is open already.
    ///
    /// @throws IllegalArgumentException if there is no such file, or it was withdrawn
    @Transactional
    public KeptFile publish(String id, Sender who) {
        log.lock();
        var file = known(id);
        if (file.withdrawn().isPresent()) {
            throw new IllegalArgumentException("The file " + id + " was withdrawn");
        }
        if (!append(id, "published", who, "")) {
            return file;
        }
        var content = new LinkedHashMap<String, Object>();
        content.put("file", id);
        content.put("sha256", file.digest().hex());
        content.put("mediaType", file.type().mediaType());
        content.put("bytes", file.bytes());
        file.title().ifPresent(title -> content.put("title", title.sorted()));
        append(file, "files.kept", who, content);
        return known(id);
    }

    /// Closes the bytes of a file to everyone, for good. That it was there, its digest, who closed it, when and why
    /// stay known to those who knew of it.
    ///
    /// @param reason for everyone who asks, and for the public log if the file was public: without personal data; 1
    ///   to
    ///   1,000 signs
    /// @throws IllegalArgumentException if there is no such file, or no reason
    @Transactional
    public KeptFile withdraw(String id, Sender who, String reason) {
        log.lock();
        var file = known(id);
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A file is withdrawn for a reason");
        }
        if (append(id, "withdrawn", who, reason.strip()) && file.published().isPresent()) {
            append(
                    file,
                    "files.withdrawn",
                    who,
                    Map.of("file", id, "sha256", file.digest().hex(), "reason", reason.strip()));
        }
        return known(id);
    }

    /// Forgets the records of sample files; others of the ids stay.
    ///
    /// @return how many there were
    @Transactional
    public int removeSample(Collection<String> ids) {
        return jdbc.sql("delete from files.file where id = any(:ids) and is_sample")
                .param("ids", ids.toArray(String[]::new))
                .update();
    }

    private boolean append(String id, String kind, Sender who, String reason) {
        return jdbc.sql("""
            insert into files.act (file, kind, at, account, capacity, reason)
            values (:file, :kind, :at, :account, :capacity, :reason) on conflict do nothing
            """)
                        .param("file", id)
                        .param("kind", kind)
                        .param("at", now())
                        .param("account", who.account().orElse(null), Types.OTHER)
                        .param("capacity", who.capacity())
                        .param("reason", reason)
                        .update()
                == 1;
    }

    private void append(KeptFile file, String kind, Sender who, Map<String, Object> content) {
        var type = Message.of("files.type." + file.type().ending());
        var summary = file.title()
                .map(title -> Message.of("files.act." + kind.substring("files.".length()), title, type))
                .orElseGet(() -> Message.of("files.act.untitled-" + kind.substring("files.".length()), type));
        log.append(
                new PublicAct(kind, file.about(), who.capacity(), texts.everywhere(summary), content, file.sample()));
    }

    private KeptFile known(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("There is no file " + id));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
