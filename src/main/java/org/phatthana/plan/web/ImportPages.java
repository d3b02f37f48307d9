package org.phatthana.plan.web;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.Downloads;
import org.phatthana.exchange.Table;
import org.phatthana.exchange.WorkbookLimits;
import org.phatthana.plan.PendingUploads;
import org.phatthana.plan.workbook.PlanReader;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.Localized;
import org.phatthana.web.Page;
import org.phatthana.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/// A planner hands a workbook in, reviews what was understood, maps it to the goals, and accepts it or throws it
/// away.
@Controller
class ImportPages {

    private static final int NOTES_ON_A_PAGE = 50;
    private static final int PROJECTS_ON_A_PAGE = 25;

    private final PendingUploads uploads;
    private final Strategy strategy;
    private final Downloads downloads;
    private final Texts texts;

    ImportPages(PendingUploads uploads, Strategy strategy, Downloads downloads, Texts texts) {
        this.uploads = uploads;
        this.strategy = strategy;
        this.downloads = downloads;
        this.texts = texts;
    }

    @GetMapping({"/plan/imports/new", "/plan/imports"})
    View form(Page page, @RequestParam(defaultValue = "") String problem, Authentication planner) {
        var errors = problem.equals("too-large")
                ? List.of(CellNote.ofFile(org.phatthana.values.Message.of("plan.import.upload-too-large")))
                : List.<CellNote>of();
        return page.show(
                "plan/import-new", Map.of("errors", errors, "fileName", "", "pending", uploads.of(planner.getName())));
    }

    @PostMapping("/plan/imports")
    Object handIn(Page page, @RequestParam("file") MultipartFile file, Authentication planner) throws IOException {
        var original = file.getOriginalFilename();
        var name = original == null || original.isBlank() ? "plan.xlsx" : original;
        var path = Files.createTempFile("phatthana-plan", ".xlsx");
        try {
            file.transferTo(path);
            var plan = PlanReader.read(path, WorkbookLimits.USUAL);
            if (!plan.errors().isEmpty()) {
                return page.show(
                        422,
                        "plan/import-new",
                        Map.of("errors", plan.errors(), "fileName", name, "pending", uploads.of(planner.getName())));
            }
            return seeOther(page, "/plan/imports/" + uploads.keep(planner.getName(), name, path));
        } finally {
            Files.deleteIfExists(path);
        }
    }

    @GetMapping("/plan/imports/{id}")
    View review(
            Page page, @PathVariable String id, @RequestParam Map<String, String> parameters, Authentication planner) {
        var pending = find(id, planner);
        var plan = uploads.understand(pending);
        var sheet = parameters.getOrDefault("sheet", "");
        var kind = parameters.getOrDefault("kind", "");
        var kinds = new TreeMap<String, Long>();
        plan.notes().forEach(note -> kinds.merge(note.message().key(), 1L, Long::sum));
        var notes = notes(plan.notes(), sheet, kind);
        var notePage = within(parameters.getOrDefault("cells", "1"), notes.size(), NOTES_ON_A_PAGE);
        var projectPage =
                within(parameters.getOrDefault("projects", "1"), plan.projects().size(), PROJECTS_ON_A_PAGE);
        var goals = uploads.goals(pending, plan);
        var shown = new HashMap<String, Object>();
        shown.put("pending", pending);
        shown.put("plan", plan);
        shown.put("name", uploads.nameOf(pending, plan));
        shown.put("groups", uploads.groups(pending, plan));
        shown.put("goals", goals);
        shown.put("strategy", strategy);
        shown.put("sheet", sheet);
        shown.put("kind", kind);
        shown.put("kinds", kinds);
        shown.put("noteCount", notes.size());
        shown.put(
                "notes",
                notes.stream()
                        .skip((notePage - 1L) * NOTES_ON_A_PAGE)
                        .limit(NOTES_ON_A_PAGE)
                        .toList());
        shown.put("notePage", notePage);
        shown.put("notePages", Math.max(1, Math.ceilDiv(notes.size(), NOTES_ON_A_PAGE)));
        shown.put("firstProject", (projectPage - 1) * PROJECTS_ON_A_PAGE);
        shown.put("projectPage", projectPage);
        shown.put("projectPages", Math.max(1, Math.ceilDiv(plan.projects().size(), PROJECTS_ON_A_PAGE)));
        return page.show("plan/import", shown);
    }

    @GetMapping("/plan/imports/{id}/cells.{format:csv|xlsx}")
    View cells(Page page, @PathVariable String id, @PathVariable String format, Authentication planner) {
        var pending = find(id, planner);
        var columns = List.of(
                new Table.Column("sheet", Localized.of("แผ่นงาน", "Sheet")),
                new Table.Column("row", Localized.of("แถว", "Row")),
                new Table.Column("column", Localized.of("คอลัมน์", "Column")),
                new Table.Column("field", Localized.of("ช่อง", "Field")),
                new Table.Column(
                        "remark", Localized.of("สิ่งที่พบและความเข้าใจ", "What was found and how it was understood")));
        var rows = uploads.understand(pending).notes().stream()
                .map(note -> List.<@org.jspecify.annotations.Nullable Object>of(
                        note.sheet(),
                        (long) note.row(),
                        note.column(),
                        note.field(),
                        texts.text(page.language(), note.message())))
                .toList();
        return downloads.of(format, new Table("plan-odd-cells", columns, rows, List.of()), page.language());
    }

    @PostMapping("/plan/imports/{id}/mapping")
    Object choose(
            Page page, @PathVariable String id, @RequestParam Map<String, String> choices, Authentication planner) {
        uploads.choose(find(id, planner), choices);
        return seeOther(page, "/plan/imports/" + id + "#mapping");
    }

    @PostMapping("/plan/imports/{id}/accept")
    Object accept(
            Page page, @PathVariable String id, @RequestParam Map<String, String> choices, Authentication planner) {
        uploads.of(planner.getName()).stream()
                .filter(pending -> pending.id().equals(id))
                .findFirst()
                .ifPresent(pending -> uploads.choose(pending, choices));
        return seeOther(
                page, uploads.accept(id, planner.getName(), capacity(planner)).orElse("/plan"));
    }

    @PostMapping("/plan/imports/{id}/discard")
    Object discard(Page page, @PathVariable String id, Authentication planner) {
        uploads.discard(id, planner.getName());
        return seeOther(page, "/plan/imports/new");
    }

    private PendingUploads.Pending find(String id, Authentication planner) {
        return uploads.find(id, planner.getName()).orElseThrow(PlanPages::notFound);
    }

    private static List<CellNote> notes(List<CellNote> notes, String sheet, String kind) {
        return notes.stream()
                .filter(note -> sheet.isEmpty() || note.sheet().equals(sheet))
                .filter(note -> kind.isEmpty() || note.message().key().equals(kind))
                .toList();
    }

    private static int within(String number, int count, int size) {
        var pages = Math.max(1, Math.ceilDiv(count, size));
        return number.matches("[1-9]\\d{0,4}") ? Math.min(Integer.parseInt(number), pages) : 1;
    }

    private static ResponseEntity<Void> seeOther(Page page, String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(page.href(address)))
                .build();
    }

    private static String capacity(Authentication planner) {
        return planner.getAuthorities().stream().anyMatch(role -> "ROLE_PLANNER".equals(role.getAuthority()))
                ? "planner"
                : "administrator";
    }
}
