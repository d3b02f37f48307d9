package org.phatthana.exchange.web;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.ImportGuide;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.exchange.Imports;
import org.phatthana.values.Message;
import org.phatthana.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// Files are handed in on pages: a file is tried, its owner sees what would become of it, and accepts it or throws
/// it away.
@Controller
class HandInPages {

    private static final String HOME = "/imports";

    private final Imports imports;
    private final TriedFiles tried;
    private final Trials trials;
    private final ColumnChoices choices;

    HandInPages(Imports imports, TriedFiles tried, Trials trials, ColumnChoices choices) {
        this.imports = imports;
        this.tried = tried;
        this.trials = trials;
        this.choices = choices;
    }

    /// The kinds that the reader may hand in.
    @GetMapping(HOME)
    View kinds(Page page, Authentication reader) {
        var guides = imports.kinds().stream()
                .map(kind -> imports.guide(kind).orElseThrow())
                .filter(guide -> ImportEndpoint.mayHandIn(guide, reader))
                .toList();
        return page.show("exchange/kinds", Map.of("guides", guides));
    }

    @GetMapping(HOME + "/{kind}")
    View form(
            Page page,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String problem,
            Authentication reader) {
        var errors = problem.equals("too-large") ? List.of(ofFile("exchange.page.too-large")) : List.<CellNote>of();
        return form(page, kind, reader, errors, "", Map.of());
    }

    /// Tries a file. One that cannot be stored is answered with all that stands against it, and is not kept unless
    /// it can be said which of its columns is which.
    @PostMapping(HOME + "/{kind}")
    Object attempt(
            Page page,
            @PathVariable String kind,
            @RequestParam("file") MultipartFile file,
            @RequestParam Map<String, String> stated,
            Authentication reader)
            throws IOException {
        var guide = guide(kind);
        var options = new HashMap<String, String>();
        guide.options().forEach(option -> options.put(option.name(), stated.getOrDefault(option.name(), "")));
        if (file.isEmpty()) {
            return form(page, kind, reader, List.of(ofFile("exchange.page.no-file")), "", options);
        }
        var path = Files.createTempFile("phatthana-import", ".bin");
        try {
            file.transferTo(path);
            return attempt(
                    page,
                    kind,
                    new ImportFile(
                            path, ImportEndpoint.name(file, kind), options, ImportEndpoint.capacity(guide, reader)),
                    reader);
        } finally {
            Files.deleteIfExists(path);
        }
    }

    private Object attempt(Page page, String kind, ImportFile file, Authentication reader) {
        return switch (imports.attempt(kind, file).orElseThrow()) {
            case ImportOutcome.Refused refused
            when imports.heads(kind, file).isEmpty() ->
                form(page, kind, reader, refused.errors(), file.name(), file.options());
            case ImportOutcome.Refused _ ->
                seeOther(page, address(kind) + "/" + tried.keep(reader.getName(), kind, file));
            case ImportOutcome.Stored _ ->
                seeOther(page, address(kind) + "/" + tried.keep(reader.getName(), kind, file));
        };
    }

    /// What would become of a tried file now.
    @GetMapping(HOME + "/{kind}/{id}")
    View tried(Page page, @PathVariable String kind, @PathVariable String id, Authentication reader) {
        var file = find(kind, id, reader);
        var outcome = tried.attempt(file, ImportEndpoint.capacity(guide(kind), reader))
                .orElseThrow(HandInPages::notFound);
        return tried(page, 200, file, outcome, reader);
    }

    @PostMapping(HOME + "/{kind}/{id}/accept")
    Object accept(Page page, @PathVariable String kind, @PathVariable String id, Authentication reader) {
        var guide = guide(kind);
        var file = tried.of(reader.getName(), kind).filter(one -> one.id().equals(id));
        var outcome = file.flatMap(one -> tried.accept(one, ImportEndpoint.capacity(guide, reader)));
        if (outcome.isEmpty()) {
            return seeOther(page, guide.home());
        }
        return switch (outcome.get()) {
            case ImportOutcome.Stored stored -> seeOther(page, stored.subject());
            case ImportOutcome.Refused refused -> tried(page, 422, file.orElseThrow(), refused, reader);
        };
    }

    @PostMapping(HOME + "/{kind}/{id}/discard")
    Object discard(Page page, @PathVariable String kind, @PathVariable String id, Authentication reader) {
        guide(kind);
        tried.of(reader.getName(), kind).filter(one -> one.id().equals(id)).ifPresent(tried::discard);
        return seeOther(page, address(kind));
    }

    private View form(
            Page page,
            String kind,
            Authentication reader,
            List<CellNote> errors,
            String fileName,
            Map<String, String> options) {
        var guide = guide(kind);
        var atOptions = new HashMap<String, String>();
        for (var error : errors) {
            if (error.isOfFile()
                    && guide.options().stream().anyMatch(option -> option.name().equals(error.field()))) {
                atOptions.putIfAbsent(error.field(), page.text(error.message()));
            }
        }
        var shown = new HashMap<String, Object>();
        shown.put("kind", kind);
        shown.put("guide", guide);
        shown.put("options", options);
        shown.put("atOptions", atOptions);
        shown.put("fileName", fileName);
        shown.put("errorCount", errors.size());
        shown.put("errors", trials.remarks(page, guide, errors));
        tried.of(reader.getName(), kind).ifPresent(file -> shown.put("tried", file));
        return page.show(errors.isEmpty() ? 200 : 422, "exchange/form", shown);
    }

    private View tried(Page page, int status, TriedFiles.Tried file, ImportOutcome outcome, Authentication reader) {
        var guide = guide(file.kind());
        var heads = tried.heads(file, ImportEndpoint.capacity(guide, reader));
        var choice = heads.isEmpty()
                ? Optional.<ColumnChoice>empty()
                : Optional.of(choices.of(page, guide, file, heads.getFirst()));
        return trials.show(page, status, guide, file, outcome, choice);
    }

    /// The guide of a kind whose files are handed in here rather than on pages of its own.
    private ImportGuide guide(String kind) {
        return imports.guide(kind)
                .filter(guide -> guide.form().equals(address(kind)))
                .orElseThrow(HandInPages::notFound);
    }

    private TriedFiles.Tried find(String kind, String id, Authentication reader) {
        return tried.of(reader.getName(), kind)
                .filter(file -> file.id().equals(id))
                .orElseThrow(HandInPages::notFound);
    }

    private static CellNote ofFile(String key) {
        return CellNote.ofFile(Message.of(key));
    }

    private static String address(String kind) {
        return HOME + "/" + kind;
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static ResponseEntity<Void> seeOther(Page page, String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(page.href(address)))
                .build();
    }
}
