package org.phatthana.exchange.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.exchange.Imports;
import org.phatthana.values.Language;
import org.phatthana.web.Page;
import org.phatthana.web.Texts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// `POST /api/v1/imports/{kind}`: a file goes in whole, or is refused cell by cell.
@RestController
class ImportEndpoint {

    private static final int MOST_NOTES = 5_000;

    private final Imports imports;
    private final Texts texts;

    ImportEndpoint(Imports imports, Texts texts) {
        this.imports = imports;
        this.texts = texts;
    }

    /// What is said of one place in the file.
    record Remark(String sheet, int row, String column, String field, String message) {}

    /// The report of a stored file.
    ///
    /// @param sums amounts in baht, decimal strings with two places
    record Report(
            String kind,
            String file,
            String subject,
            Map<String, Long> counts,
            Map<String, String> sums,
            String currency,
            int noteCount,
            List<Remark> notes) {}

    @Operation(summary = "Imports a file whole or not at all")
    @PostMapping(path = "/api/v1/imports/{kind}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> take(
            @Parameter(hidden = true) Page page,
            @PathVariable String kind,
            @RequestPart("file") MultipartFile file,
            @RequestParam Map<String, String> options,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted,
            @Parameter(hidden = true) Authentication reader)
            throws IOException {
        var language = language(page, accepted);
        var original = file.getOriginalFilename();
        var name = original == null || original.isBlank() ? kind : original;
        var stated = new HashMap<>(options);
        stated.remove("_csrf");
        var path = Files.createTempFile("phatthana-import", ".bin");
        try {
            file.transferTo(path);
            return imports.take(kind, new ImportFile(path, name, stated, capacity(kind, reader)))
                    .<ResponseEntity<?>>map(outcome -> answer(kind, name, outcome, language))
                    .orElseGet(() -> unknown(kind, language));
        } finally {
            Files.deleteIfExists(path);
        }
    }

    private ResponseEntity<?> answer(String kind, String name, ImportOutcome outcome, Language language) {
        return switch (outcome) {
            case ImportOutcome.Stored stored -> {
                var sums = new LinkedHashMap<String, String>();
                stored.sums().forEach((word, sum) -> sums.put(word, sum.toPlainString()));
                var notes = stored.notes();
                yield ResponseEntity.created(URI.create(stored.subject()))
                        .body(new Report(
                                kind,
                                name,
                                stored.subject(),
                                stored.counts(),
                                sums,
                                "THB",
                                notes.size(),
                                remarks(notes, language)));
            }
            case ImportOutcome.Refused refused -> {
                var problem = problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "import-refused",
                        texts.text(language, "exchange.import.refused"),
                        texts.text(language, "exchange.import.refused-detail", (long)
                                refused.errors().size()));
                problem.setProperty("errors", remarks(refused.errors(), language));
                yield answer(problem);
            }
        };
    }

    private ResponseEntity<?> unknown(String kind, Language language) {
        var kinds = imports.kinds();
        var problem = problem(
                HttpStatus.NOT_FOUND,
                "unknown-import-kind",
                texts.text(language, "exchange.import.unknown-kind", kind),
                texts.text(language, "exchange.import.known-kinds", String.join(", ", kinds)));
        problem.setProperty("kinds", kinds);
        return answer(problem);
    }

    private List<Remark> remarks(List<CellNote> notes, Language language) {
        return notes.stream()
                .limit(MOST_NOTES)
                .map(note -> new Remark(
                        note.sheet(), note.row(), note.column(), note.field(), texts.text(language, note.message())))
                .toList();
    }

    static ProblemDetail problem(HttpStatus status, String slug, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/problems/" + slug));
        problem.setTitle(title);
        return problem;
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /// The language that the client asks for, else that of the address.
    private static Language language(Page page, @Nullable String accepted) {
        if (accepted == null || accepted.length() > 200) {
            return page.language();
        }
        try {
            var codes = page.languages().stream().map(Language::code).toList();
            var best = Locale.lookupTag(Locale.LanguageRange.parse(accepted), codes);
            return best == null ? page.language() : new Language(best);
        } catch (IllegalArgumentException _) {
            return page.language();
        }
    }

    /// In which of their roles the reader hands the file in.
    private static String capacity(String kind, Authentication reader) {
        var roles = reader.getAuthorities().stream()
                .map(authority -> String.valueOf(authority.getAuthority()))
                .toList();
        var own = switch (kind) {
            case "plan", "equipment", "edition" -> "PLANNER";
            case "ordinance" -> "BUDGET_OFFICER";
            default -> "ADMINISTRATOR";
        };
        return roles.contains("ROLE_" + own) ? own.toLowerCase(Locale.ROOT).replace('_', '-') : "administrator";
    }
}
