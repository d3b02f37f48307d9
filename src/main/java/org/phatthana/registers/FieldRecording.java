package org.phatthana.registers;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.phatthana.files.Filing;
import org.phatthana.files.KeptFiles;
import org.phatthana.files.ReadyFile;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.phatthana.web.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Records what is sent from the field, each exactly once: whoever sends it makes a key for it, and sends the same
/// key again when no answer came.
@Component
public class FieldRecording {

    private final EntryRecording recording;
    private final Entries entries;
    private final KeptFiles files;
    private final PublicLog log;
    private final Texts texts;
    private final JdbcClient jdbc;

    FieldRecording(
            EntryRecording recording, Entries entries, KeptFiles files, PublicLog log, Texts texts, JdbcClient jdbc) {
        this.recording = recording;
        this.entries = entries;
        this.files = files;
        this.log = log;
        this.texts = texts;
        this.jdbc = jdbc;
    }

    /// What a phone sends.
    ///
    /// @param key made by the phone for this and nothing else
    /// @param digest over all that the phone sent
    /// @param photographs read and found good
    /// @param isPublic whether everyone may see the photographs; otherwise the staff alone
    public record Sent(UUID key, String digest, EntryDraft draft, List<ReadyFile> photographs, boolean isPublic) {

        public Sent {
            photographs = List.copyOf(photographs);
        }
    }

    /// Records a draft with its photographs, or nothing. A key that was recorded before is answered as in
    /// [#earlier].
    ///
    /// @throws IllegalArgumentException if another account has used the key
    @Transactional
    public RecordingOutcome record(Register register, Sent sent, EntryRecording.By by) {
        log.lock();
        var earlier = earlier(sent.key(), sent.digest(), by.account());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        var outcome = recording.record(register, List.of(sent.draft()), by);
        if (outcome instanceof RecordingOutcome.Recorded(var recorded)) {
            var entry = recorded.getFirst();
            jdbc.sql("insert into registers.sent (key, digest, account, entry, version) values (:key, :digest,"
                            + " :account, :entry, :version)")
                    .param("key", sent.key())
                    .param("digest", sent.digest())
                    .param("account", by.account())
                    .param("entry", entry.id())
                    .param("version", entry.version())
                    .update();
            sent.photographs().forEach(photograph -> keep(register, entry, photograph, sent.isPublic()));
        }
        return outcome;
    }

    /// What a key has recorded: the version that it made where the same is sent again. Where something else is sent
    /// under it, since it was mended before the answer came, the sender was overtaken by themselves.
    ///
    /// @throws IllegalArgumentException if another account has used it
    public Optional<RecordingOutcome> earlier(UUID key, String digest, UUID account) {
        return jdbc.sql("select account, digest, entry, version from registers.sent where key = :key")
                .param("key", key)
                .<RecordingOutcome>query((row, _) -> {
                    if (!account.equals(row.getObject("account", UUID.class))) {
                        throw new IllegalArgumentException("Another account has used the key " + key);
                    }
                    var entry = row.getString("entry");
                    return row.getString("digest").equals(digest)
                            ? new RecordingOutcome.Recorded(List.of(version(entry, row.getInt("version"))))
                            : new RecordingOutcome.Overtaken(
                                    0, entries.find(entry).orElseThrow());
                })
                .optional();
    }

    private Entry version(String entry, int number) {
        return entries.history(entry).stream()
                .filter(one -> one.version() == number)
                .findFirst()
                .orElseThrow();
    }

    private void keep(Register register, Entry entry, ReadyFile photograph, boolean isPublic) {
        var name = Localized.thai(entry.text(register.nameField()).orElse(""));
        var title = texts.everywhere(Message.of("registers.field.photograph", register.title(), name));
        var kept = files.keep(photograph, isPublic ? Filing.forEveryone(title) : Filing.forTheStaff(title));
        jdbc.sql("insert into registers.photograph (entry, version, file) values (:entry, :version, :file)")
                .param("entry", entry.id())
                .param("version", entry.version())
                .param("file", kept.id())
                .update();
    }

    /// The ids of the photographs of an entry, the newest first.
    public List<String> photographs(String entry) {
        return jdbc.sql("select file from registers.photograph where entry = :entry order by number desc")
                .param("entry", entry)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
