package org.phatthana.registers;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.phatthana.proof.PublicAct;
import org.phatthana.proof.PublicLog;
import org.phatthana.registers.RecordingOutcome.Fault;
import org.phatthana.registers.kept.Digests;
import org.phatthana.registers.kept.GeometryText;
import org.phatthana.registers.kept.ValueText;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.phatthana.values.PlaceCode;
import org.phatthana.values.PublicIds;
import org.phatthana.values.Thailand;
import org.phatthana.web.Texts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Records versions of entries: each lands with its entry in the public log and with what is worked out of it
/// ([EntriesChanged]), or nothing does.
@Component
public class EntryRecording {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;

    /// Who records.
    ///
    /// @param account known to the staff alone
    /// @param capacity the role in which it is done, as the public log writes it
    public record By(UUID account, String capacity) {}

    private final Entries entries;
    private final EntryRows rows;
    private final DraftCheck check;
    private final PublicLog log;
    private final PublicIds ids;
    private final Texts texts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EntryRecording(
            Entries entries,
            EntryRows rows,
            DraftCheck check,
            PublicLog log,
            PublicIds ids,
            Texts texts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.entries = entries;
        this.rows = rows;
        this.check = check;
        this.log = log;
        this.ids = ids;
        this.texts = texts;
        this.events = events;
        this.clock = clock;
    }

    /// A version about to be written, with what is not for everyone.
    record Written(Entry entry, Map<String, Object> personal, String salt, String personalSalt) {}

    /// Records drafts of a register, all or none, in one transaction, the caller's where there is one.
    @Transactional
    public RecordingOutcome record(Register register, List<EntryDraft> drafts, By by) {
        return record(register, drafts, by, false);
    }

    /// Records sample entries, or real ones.
    @Transactional
    public RecordingOutcome record(Register register, List<EntryDraft> drafts, By by, boolean sample) {
        log.lock();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var before = new HashMap<String, Entry>();
        for (var i = 0; i < drafts.size(); i++) {
            var draft = drafts.get(i);
            if (draft.id().isPresent()) {
                var standing = entries.find(draft.id().get())
                        .filter(entry -> entry.register().equals(register.code()))
                        .orElseThrow(() -> new IllegalArgumentException(
                                "There is no entry " + draft.id().get()));
                if (standing.version() != draft.seen()) {
                    return new RecordingOutcome.Overtaken(i, standing);
                }
                before.put(standing.id(), standing);
            }
        }
        var faults = faults(register, drafts);
        if (!faults.isEmpty()) {
            return new RecordingOutcome.Refused(faults);
        }
        var written = drafts.stream()
                .map(draft -> written(
                        register,
                        draft,
                        Optional.ofNullable(before.get(draft.id().orElse(""))),
                        by,
                        now,
                        sample))
                .toList();
        rows.write(register, written, by.account());
        var after = written.stream().map(Written::entry).toList();
        log.append(act(register, after, by));
        if (!after.isEmpty()) {
            events.publishEvent(new EntriesChanged(
                    register.code(),
                    after.stream()
                            .map(entry -> new EntriesChanged.Change(
                                    entry.id(), Optional.ofNullable(before.get(entry.id())), Optional.of(entry)))
                            .toList()));
        }
        return new RecordingOutcome.Recorded(after);
    }

    /// What stands against drafts, without recording them.
    public List<Fault> faults(Register register, List<EntryDraft> drafts) {
        var today = Thailand.date(clock.instant());
        var faults = new ArrayList<Fault>();
        for (var i = 0; i < drafts.size(); i++) {
            faults.addAll(check.faults(register, drafts.get(i), i, today));
        }
        faults.addAll(sameCodes(register, drafts));
        return faults;
    }

    private List<Fault> sameCodes(Register register, List<EntryDraft> drafts) {
        var faults = new ArrayList<Fault>();
        if (register.codeField().isEmpty()) {
            return faults;
        }
        var field = register.codeField().get();
        var seen = new HashMap<String, Integer>();
        for (var i = 0; i < drafts.size(); i++) {
            var draft = drafts.get(i);
            if (!(draft.values().get(field) instanceof String code)
                    || draft.ended().isPresent()) {
                continue;
            }
            var twice = seen.putIfAbsent(code, i) != null;
            if (twice
                    || entries.byCode(register, code)
                            .filter(other -> !Optional.of(other.id()).equals(draft.id()))
                            .isPresent()) {
                faults.add(new Fault(i, field, Message.of("registers.fault.same-code", code)));
            }
        }
        return faults;
    }

    private Written written(
            Register register, EntryDraft draft, Optional<Entry> before, By by, Instant now, boolean sample) {
        var id = before.map(Entry::id).orElseGet(ids::next);
        var version = before.map(Entry::version).orElse(0) + 1;
        var open = some(register, draft, field -> field.privacy() != Privacy.PERSONAL);
        var personal = some(register, draft, field -> field.privacy() == Privacy.PERSONAL);
        var staff = some(register, draft, field -> field.privacy() == Privacy.STAFF);
        var place = check.place(draft);
        var salt = staff.isEmpty() ? "" : salt();
        var personalSalt = personal.isEmpty() ? "" : salt();
        var content = content(register, id, version, draft, place);
        if (!staff.isEmpty()) {
            content.put("staff", Digests.salted(salt, ValueText.canonical(staff)));
        }
        if (!personal.isEmpty()) {
            content.put("personal", Digests.salted(personalSalt, ValueText.canonical(personal)));
        }
        var entry = new Entry(
                id,
                register.code(),
                version,
                open,
                draft.geometry(),
                place,
                place.isPresent() ? "" : draft.placeSaid(),
                draft.holdsFrom(),
                draft.ended(),
                draft.note(),
                Digests.of(content),
                now,
                by.capacity(),
                before.map(Entry::sample).orElse(sample));
        return new Written(entry, personal, salt, personalSalt);
    }

    /// What everyone may read of a version, as its digest covers it.
    private static Map<String, Object> content(
            Register register, String id, int version, EntryDraft draft, Optional<PlaceCode> place) {
        var content = new LinkedHashMap<String, Object>();
        content.put("register", register.code());
        content.put("entry", id);
        content.put("version", version);
        content.put("holdsFrom", draft.holdsFrom().toString());
        draft.ended().ifPresent(day -> content.put("ended", day.toString()));
        place.ifPresent(code -> content.put("place", code.code()));
        draft.geometry().ifPresent(geometry -> content.put("geometry", GeometryText.write(geometry)));
        content.put("values", ValueText.canonical(some(register, draft, Field::isPublic)));
        return content;
    }

    private static Map<String, Object> some(Register register, EntryDraft draft, Predicate<Field> which) {
        var some = new LinkedHashMap<String, Object>();
        register.fields().stream().filter(which).forEach(field -> {
            var value = draft.values().get(field.code());
            if (value != null) {
                some.put(field.code(), value);
            }
        });
        return some;
    }

    /// What makes a digest of few possible values impossible to guess.
    static String salt() {
        var bytes = new byte[SALT_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// One entry is told with its digest and name; of many, how many and the digest over theirs.
    private List<PublicAct> act(Register register, List<Entry> after, By by) {
        if (after.isEmpty()) {
            return List.of();
        }
        var first = after.getFirst();
        if (after.size() == 1) {
            var name = Localized.thai(first.text(register.nameField()).orElse(""));
            return List.of(new PublicAct(
                    "registers.entry-recorded",
                    first.address(),
                    by.capacity(),
                    texts.everywhere(Message.of(
                            first.ended().isPresent()
                                    ? "registers.act.ended"
                                    : first.version() == 1 ? "registers.act.added" : "registers.act.changed",
                            register.title(),
                            name)),
                    Map.of("register", register.code(), "version", first.version(), "digest", first.digest()),
                    first.sample()));
        }
        return List.of(new PublicAct(
                "registers.entries-recorded",
                register.address(),
                by.capacity(),
                texts.everywhere(Message.of("registers.act.many", register.title(), after.size())),
                Map.of(
                        "register",
                        register.code(),
                        "entries",
                        after.size(),
                        "first",
                        first.id(),
                        "digest",
                        Digests.over(after.stream().map(Entry::digest).toList())),
                first.sample()));
    }
}
