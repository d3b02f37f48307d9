package org.phatthana.registers.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.places.Place;
import org.phatthana.places.Places;
import org.phatthana.registers.Entries;
import org.phatthana.registers.Entry;
import org.phatthana.registers.EntryRecording;
import org.phatthana.registers.RecordingOutcome;
import org.phatthana.registers.Register;
import org.phatthana.registers.Registers;
import org.phatthana.values.Message;
import org.phatthana.values.Thailand;
import org.phatthana.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// The form of an entry, new or as its next version. What cannot be recorded comes back as it was typed; whoever
/// was overtaken sees what stands now and decides again.
@Controller
class EntryFormPages {

    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;

    private final Registers registers;
    private final Entries entries;
    private final EntryRecording recording;
    private final EntryTyping typing;
    private final Places places;
    private final Clock clock;

    EntryFormPages(
            Registers registers,
            Entries entries,
            EntryRecording recording,
            EntryTyping typing,
            Places places,
            Clock clock) {
        this.registers = registers;
        this.entries = entries;
        this.recording = recording;
        this.typing = typing;
        this.places = places;
        this.clock = clock;
    }

    @GetMapping("/registers/{code}/new")
    View blank(Page page, @PathVariable String code) {
        var register = register(code);
        return form(page, 200, register, Optional.empty(), typing.blank(register));
    }

    @PostMapping("/registers/{code}/new")
    View add(Page page, @PathVariable String code, @RequestParam MultiValueMap<String, String> fields) {
        return record(page, register(code), Optional.empty(), TypedEntry.typed(0, fields));
    }

    @GetMapping("/registers/{code}/{id}/edit")
    View edit(Page page, @PathVariable String code, @PathVariable String id) {
        var register = register(code);
        var entry = entry(register, id);
        var typed = TypedEntry.of(register, entry, entries.personal(entry));
        typed.texts().put(TypedEntry.HOLDS_FROM, today().toString());
        return form(page, 200, register, Optional.of(entry), typed);
    }

    @PostMapping("/registers/{code}/{id}/edit")
    View change(
            Page page,
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int seen,
            @RequestParam MultiValueMap<String, String> fields) {
        var register = register(code);
        return record(page, register, Optional.of(entry(register, id)), TypedEntry.typed(seen, fields));
    }

    private View record(Page page, Register register, Optional<Entry> entry, TypedEntry typed) {
        var draft = typing.draft(register, entry, typed);
        if (!typed.problems().isEmpty()) {
            return form(page, UNPROCESSABLE, register, entry, typed);
        }
        return switch (recording.record(register, List.of(draft), by())) {
            case RecordingOutcome.Recorded(var recorded) ->
                page.redirect(recorded.getFirst().address());
            case RecordingOutcome.Refused(var faults) -> {
                typed.faults(faults);
                yield form(page, UNPROCESSABLE, register, entry, typed);
            }
            case RecordingOutcome.Overtaken(var _, var now) -> {
                typed.fault(TypedEntry.FORM, Message.of("registers.form.overtaken", now.version()));
                yield form(
                        page,
                        CONFLICT,
                        register,
                        Optional.of(now),
                        new TypedEntry(now.version(), typed.texts(), typed.problems()));
            }
        };
    }

    /// Whoever records.
    static EntryRecording.By by() {
        var who = Acting.current().orElseThrow();
        return new EntryRecording.By(who.id(), who.capacity(who.has(Role.OFFICER) ? Role.OFFICER : Role.ADMINISTRATOR));
    }

    private View form(Page page, int status, Register register, Optional<Entry> entry, TypedEntry typed) {
        var amphoe = new LinkedHashMap<Place, List<Place>>();
        places.amphoe().forEach(each -> amphoe.put(each, places.within(each.code())));
        var model = new HashMap<String, Object>();
        model.put("register", register);
        model.put("entry", entry);
        model.put("typed", typed);
        model.put("amphoe", amphoe);
        model.put("today", today());
        return page.show(status, "registers/form", model);
    }

    private LocalDate today() {
        return Thailand.date(clock.instant());
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
