package org.phatthana.works.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.phatthana.files.Accepts;
import org.phatthana.files.Intake;
import org.phatthana.files.Sender;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.values.Message;
import org.phatthana.values.PublicIds;
import org.phatthana.web.Page;
import org.phatthana.web.Texts;
import org.phatthana.works.Fact;
import org.phatthana.works.Recording;
import org.phatthana.works.Step;
import org.phatthana.works.Telling;
import org.phatthana.works.TellingOutcome;
import org.phatthana.works.Told;
import org.phatthana.works.Work;
import org.phatthana.works.WorkList;
import org.phatthana.works.Works;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// The forms by which a project's owner tells what happened to works, step by step.
@Controller
class WorkForms {

    private static final int UNPROCESSABLE = 422;

    private final Works works;
    private final WorkList list;
    private final Recording recording;
    private final StepFields fields;
    private final Intake intake;
    private final PublicIds ids;
    private final Texts texts;

    WorkForms(
            Works works,
            WorkList list,
            Recording recording,
            StepFields fields,
            Intake intake,
            PublicIds ids,
            Texts texts) {
        this.works = works;
        this.list = list;
        this.recording = recording;
        this.fields = fields;
        this.intake = intake;
        this.ids = ids;
        this.texts = texts;
    }

    @GetMapping("/works/{id}/steps/{code}")
    View step(Page page, @PathVariable String id, @PathVariable String code) {
        var work = find(id);
        var step = step(code);
        writer(step);
        var form = WorkForm.fresh(ids.next(), fields.of(step, work, page), WorkForm.before(step, work, list.today()));
        return show(page, 200, work, step, form);
    }

    private View show(Page page, int status, Work work, Step step, WorkForm form) {
        return page.show(
                status,
                "works/step",
                Map.of(
                        "work",
                        work,
                        "step",
                        step,
                        "form",
                        form,
                        "fits",
                        work.next().contains(step)));
    }

    @PostMapping("/works/{id}/steps/{code}")
    View tell(
            Page page,
            @PathVariable String id,
            @PathVariable String code,
            @RequestParam Map<String, String> sent,
            @RequestParam(required = false) List<MultipartFile> photographs,
            @RequestParam(required = false) List<MultipartFile> papers) {
        var work = find(id);
        var step = step(code);
        var who = writer(step);
        var typed = new Typed(sent);
        var fact = fields.read(step, work, typed, page);
        var day = step == Step.OWNER ? list.today() : typed.day("day");
        var undone = fact instanceof Fact.Undone wrong ? work.told(wrong.fact()) : Optional.<Told<?>>empty();
        var approver = fields.approver(step, undone, typed, page);
        var attached =
                new Attachments(intake, Sender.of(who, who.capacity(step.roles().toArray(Role[]::new))));
        if (typed.faults().isEmpty()) {
            var title = texts.everywhere(Message.of(
                    "works.file", Message.of("works.fact." + step.kind().code()), work.name()));
            attached.read("photographs", photographs, Accepts.PHOTOGRAPHS, title);
            attached.read("papers", papers, Accepts.DOCUMENTS, title);
        }
        var faults = new LinkedHashMap<>(typed.faults());
        if (faults.isEmpty() && attached.refusals().isEmpty()) {
            var telling = new Telling(
                    key(sent),
                    who.id(),
                    who.capacity(step.roles().toArray(Role[]::new)),
                    day,
                    approver,
                    fact,
                    attached.files());
            switch (recording.tell(work.id(), telling)) {
                case TellingOutcome.Kept _ -> {
                    return page.redirect(work.address());
                }
                case TellingOutcome.Refused(var refused) -> faults.putAll(refused);
            }
        }
        var form = new WorkForm(key(sent), fields.of(step, work, page), typed.values(), faults, attached.refusals());
        return show(page, UNPROCESSABLE, work, step, form);
    }

    /// The key of the form that was sent; one that is none is refused.
    static String key(Map<String, String> sent) {
        var key = sent.getOrDefault("key", "");
        if (!key.matches("[0-9a-z]{10,60}")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return key;
    }

    private Work find(String id) {
        return works.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Step step(String code) {
        return Step.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /// Who acts, if they may tell a step.
    private static Acting writer(Step step) {
        return Acting.current()
                .filter(who -> step.roles().stream().anyMatch(who::has))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }
}
