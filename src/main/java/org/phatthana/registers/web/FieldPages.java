package org.phatthana.registers.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import org.phatthana.files.Accepts;
import org.phatthana.files.Digest;
import org.phatthana.files.Intake;
import org.phatthana.files.Sender;
import org.phatthana.people.Acting;
import org.phatthana.places.Place;
import org.phatthana.places.Places;
import org.phatthana.registers.Entries;
import org.phatthana.registers.Entry;
import org.phatthana.registers.EntryQuery;
import org.phatthana.registers.EntryRecording;
import org.phatthana.registers.FieldRecording;
import org.phatthana.registers.RecordingOutcome;
import org.phatthana.registers.Register;
import org.phatthana.registers.Registers;
import org.phatthana.registers.SeriesCatalogue;
import org.phatthana.registers.kept.Digests;
import org.phatthana.registers.kept.GeometryText;
import org.phatthana.registers.reading.ValueReading;
import org.phatthana.values.Message;
import org.phatthana.values.PlaceCode;
import org.phatthana.values.Thailand;
import org.phatthana.web.Page;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import tools.jackson.databind.json.JsonMapper;

/// The form for the field (ADR 0023): a page that a phone keeps and that works without a signal, what it takes
/// along, and what it sends when there is a signal again. Answers to its script are JSON.
@Controller
class FieldPages {

    /// Entries that a phone takes along at once.
    private static final int MOST_TAKEN = 500;

    /// In degrees.
    private static final double A_METRE = 1e-5;

    private static final int MOST_PHOTOGRAPHS = 6;
    private static final String PHOTOGRAPHS = "photographs";

    /// What the page's script says, by the last part of its key.
    private static final List<String> WORDS = List.of(
            "accuracy",
            "away",
            "change",
            "crosses",
            "decide",
            "denied",
            "discard",
            "empty",
            "failed",
            "few-corners",
            "few-points",
            "figure",
            "full",
            "instead",
            "kept",
            "kilometres",
            "least",
            "locating",
            "mend",
            "metres",
            "mine",
            "more",
            "most",
            "needs",
            "new",
            "no-number",
            "no-photograph",
            "no-point",
            "no-position",
            "none",
            "none-along",
            "offline",
            "online",
            "open",
            "other",
            "photograph",
            "pick-new",
            "points",
            "queued",
            "rai",
            "reason",
            "required",
            "sending",
            "sent",
            "signed-out",
            "standing",
            "sure",
            "taken",
            "theirs",
            "unkept",
            "unknown",
            "waiting",
            "why");

    private final Registers registers;
    private final SeriesCatalogue catalogue;
    private final Entries entries;
    private final EntryTyping typing;
    private final FieldRecording recording;
    private final Intake intake;
    private final Places places;
    private final JsonMapper json;
    private final Clock clock;

    FieldPages(
            Registers registers,
            SeriesCatalogue catalogue,
            Entries entries,
            EntryTyping typing,
            FieldRecording recording,
            Intake intake,
            Places places,
            JsonMapper json,
            Clock clock) {
        this.registers = registers;
        this.catalogue = catalogue;
        this.entries = entries;
        this.typing = typing;
        this.recording = recording;
        this.intake = intake;
        this.places = places;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping("/registers/{code}/field")
    View form(Page page, @PathVariable String code) {
        var amphoe = new LinkedHashMap<Place, List<Place>>();
        places.amphoe().forEach(each -> amphoe.put(each, places.within(each.code())));
        var today = Thailand.date(clock.instant());
        return page.show(
                "registers/field",
                Map.of(
                        "register",
                        register(code),
                        "typed",
                        new TypedEntry(0, Map.of(TypedEntry.HOLDS_FROM, today.toString()), Map.of()),
                        "amphoe",
                        amphoe,
                        "today",
                        today,
                        "series",
                        catalogue.ofEntries(code),
                        "patterns",
                        patterns(register(code)),
                        "words",
                        words(page)));
    }

    /// In JSON, with `{0}`, `{1}` and `{2}` where the script has something to put in.
    private String words(Page page) {
        var words = new TreeMap<String, String>();
        WORDS.forEach(word -> words.put(word, page.text("registers.field.says." + word, "{0}", "{1}", "{2}")));
        words.put("pattern", page.text("registers.fault.pattern", "{0}"));
        return json.writeValueAsString(words);
    }

    /// What texts have to look like, in JSON: patterns by the codes of their fields, and the words for nothing.
    private String patterns(Register register) {
        var fields = new TreeMap<String, String>();
        register.fields().forEach(field -> field.pattern().ifPresent(pattern -> fields.put(field.code(), pattern)));
        return json.writeValueAsString(
                Map.of("fields", fields, "nothing", new TreeSet<>(ValueReading.wordsForNothing())));
    }

    /// Who is signed in, and the token that whatever they send carries.
    ///
    /// @param account the same for the same person, and says nothing else
    record Session(String account, String name, String csrf) {}

    @GetMapping("/registers/{code}/field/session")
    ResponseEntity<Session> session(Page page, @PathVariable String code) {
        register(code);
        var who = Acting.current().orElseThrow();
        return fresh(HttpStatus.OK, new Session(who.id().toString(), who.displayName(), page.csrfToken()));
    }

    /// @param more whether there are others that were left out
    record Taken(List<FieldAnswer.Standing> items, boolean more) {}

    @GetMapping("/registers/{code}/field/entries")
    ResponseEntity<Taken> taken(@PathVariable String code, @RequestParam String place) {
        var register = register(code);
        var within = PlaceCode.parse(place)
                .filter(known -> places.find(known).isPresent())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var found = entries.page(register, EntryQuery.first(MOST_TAKEN).in(within));
        return fresh(
                HttpStatus.OK,
                new Taken(
                        found.entries().stream()
                                .map(entry -> standing(register, entry))
                                .toList(),
                        found.next().isPresent()));
    }

    @PostMapping("/registers/{code}/field")
    ResponseEntity<FieldAnswer> send(
            Page page,
            @PathVariable String code,
            @RequestParam UUID key,
            @RequestParam(defaultValue = "") String entry,
            @RequestParam(defaultValue = "0") int seen,
            @RequestParam(defaultValue = "false") boolean showPhotographs,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = PHOTOGRAPHS, required = false) @Nullable List<MultipartFile> parts) {
        var register = register(code);
        var by = EntryFormPages.by();
        var photographs = parts == null ? List.<MultipartFile>of() : parts;
        var typed = TypedEntry.typed(seen, fields);
        var digest = digest(key, fields, photographs);
        var earlier = earlier(key, digest, by);
        if (earlier.isPresent()) {
            return answer(page, register, typed, earlier.get(), HttpStatus.OK);
        }
        var standing = entry.isEmpty() ? Optional.<Entry>empty() : Optional.of(entry(register, entry));
        standing.ifPresent(one -> typing.keepPersonal(register, one, entries.personal(one), typed));
        var draft = typing.draft(register, standing, typed);
        if (photographs.size() > MOST_PHOTOGRAPHS) {
            typed.fault(PHOTOGRAPHS, Message.of("registers.field.many", MOST_PHOTOGRAPHS));
            return refused(page, register, typed);
        }
        var handed = intake.readAll(
                photographs, Accepts.PHOTOGRAPHS, Sender.of(Acting.current().orElseThrow(), by.capacity()));
        handed.refusals().forEach(refusal -> typed.fault(PHOTOGRAPHS, refusal));
        if (!typed.problems().isEmpty()) {
            return refused(page, register, typed);
        }
        var sent = new FieldRecording.Sent(key, digest, draft, handed.files(), showPhotographs);
        return answer(page, register, typed, recording.record(register, sent, by), HttpStatus.CREATED);
    }

    /// Over all that was sent but the token of the session; salted, since it may tell of persons.
    static String digest(UUID key, MultiValueMap<String, String> fields, List<MultipartFile> photographs) {
        var counter = Digest.counter();
        var content = new TreeMap<String, Object>(fields);
        content.remove("_csrf");
        try {
            for (var photograph : photographs) {
                counter.update(photograph.getBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        content.put(PHOTOGRAPHS, Digest.of(counter).hex());
        return Digests.salted(key.toString(), content);
    }

    private Optional<RecordingOutcome> earlier(UUID key, String digest, EntryRecording.By by) {
        try {
            return recording.earlier(key, digest, by.account());
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, e.getMessage(), e);
        }
    }

    private ResponseEntity<FieldAnswer> answer(
            Page page, Register register, TypedEntry typed, RecordingOutcome outcome, HttpStatus recordedAs) {
        return switch (outcome) {
            case RecordingOutcome.Recorded(var recorded) ->
                fresh(recordedAs, FieldAnswer.recorded(recorded.getFirst().address()));
            case RecordingOutcome.Refused(var faults) -> {
                typed.faults(faults);
                yield refused(page, register, typed);
            }
            case RecordingOutcome.Overtaken(var _, var now) -> {
                typed.fault(TypedEntry.FORM, Message.of("registers.field.overtaken", now.version()));
                yield fresh(
                        HttpStatus.CONFLICT,
                        FieldAnswer.overtaken(problems(page, register, typed), standing(register, now)));
            }
        };
    }

    private static ResponseEntity<FieldAnswer> refused(Page page, Register register, TypedEntry typed) {
        return fresh(HttpStatus.UNPROCESSABLE_CONTENT, FieldAnswer.refused(problems(page, register, typed)));
    }

    private static List<FieldAnswer.Problem> problems(Page page, Register register, TypedEntry typed) {
        var problems = new ArrayList<FieldAnswer.Problem>();
        typed.problems()
                .forEach((field, message) -> problems.add(new FieldAnswer.Problem(
                        field,
                        register.field(field).map(one -> page.text(one.label())).orElse(""),
                        page.text(message))));
        return problems;
    }

    private static FieldAnswer.Standing standing(Register register, Entry entry) {
        return new FieldAnswer.Standing(
                entry.id(),
                entry.version(),
                entry.text(register.nameField()).orElse(""),
                TypedEntry.of(register, entry, Map.of()).texts(),
                entry.geometry()
                        .filter(geometry -> geometry.getDimension() > 0)
                        .map(geometry -> TopologyPreservingSimplifier.simplify(geometry, A_METRE))
                        .map(GeometryText::write)
                        .orElse(null));
    }

    private static <T> ResponseEntity<T> fresh(HttpStatus status, T body) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }

    private Register register(String code) {
        return registers.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Entry entry(Register register, String id) {
        return entries.find(id)
                .filter(entry -> entry.register().equals(register.code()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
