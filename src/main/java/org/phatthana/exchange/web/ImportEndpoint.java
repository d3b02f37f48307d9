package org.phatthana.exchange.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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
import org.phatthana.exchange.ImportGuide;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.exchange.Imports;
import org.phatthana.values.Language;
import org.phatthana.values.Message;
import org.phatthana.values.Money;
import org.phatthana.web.Accepted;
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
    private static final String DRY_RUN = "dry-run";
    private static final String ADMINISTRATOR = "administrator";

    private final Imports imports;
    private final Texts texts;

    ImportEndpoint(Imports imports, Texts texts) {
        this.imports = imports;
        this.texts = texts;
    }

    /// The report of a file that was stored, or in a dry run could be.
    ///
    /// @param stored whether it was stored
    /// @param subject the address of what it became; null where nothing was stored
    /// @param sums amounts in baht, decimal strings with two places
    /// @param changes what the file changes of what was there before
    record Report(
            String kind,
            String file,
            boolean stored,
            @Nullable String subject,
            Map<String, Long> counts,
            Map<String, String> sums,
            String currency,
            int noteCount,
            List<Remark> notes,
            int changeCount,
            List<ToldChange> changes) {}

    /// A change that a row of the file makes: amounts as decimal strings, dates as ISO 8601.
    record ToldChange(String sheet, int row, String about, String field, String before, String after) {

        static ToldChange of(ImportOutcome.Change change, Texts texts, Language language) {
            return new ToldChange(
                    change.sheet(),
                    change.row(),
                    change.about().in(language),
                    change.field(),
                    text(change.before(), texts, language),
                    text(change.after(), texts, language));
        }

        private static String text(Object value, Texts texts, Language language) {
            return switch (value) {
                case Money money -> money.toPlainString();
                case Message message -> texts.text(language, message);
                default -> value.toString();
            };
        }
    }

    @Operation(
            summary = "Imports a file whole or not at all",
            description =
                    "`kind` is one of those that an unknown one is answered with; the guide lists the further options"
                        + " of each. Where a file is a table, `column.<field>=<heading>` says which of its columns is"
                        + " which. With `dry-run=true` the file is taken in and everything is taken back: the same"
                        + " report or refusal, and nothing is stored.")
    @ApiResponse(
            responseCode = "200",
            description = "A dry run: the file could be stored",
            content = @Content(schema = @Schema(implementation = Report.class)))
    @ApiResponse(
            responseCode = "201",
            description = "Stored; `Location` is the address of what it became",
            content = @Content(schema = @Schema(implementation = Report.class)))
    @ApiResponse(
            responseCode = "404",
            description = "There is no such kind; `kinds` lists those that there are",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "413",
            description = "The file is too large",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "422",
            description = "Refused, nothing was stored; `errors` says what is wrong and where",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    @PostMapping(path = "/api/v1/imports/{kind}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> take(
            @Parameter(hidden = true) Page page,
            @PathVariable String kind,
            @RequestPart("file") MultipartFile file,
            @Parameter(description = "Store nothing, only say what would become of the file")
                    @RequestParam(name = DRY_RUN, defaultValue = "false")
                    boolean dryRun,
            @Parameter(hidden = true) @RequestParam Map<String, String> options,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted,
            @Parameter(hidden = true) Authentication reader)
            throws IOException {
        var language = Accepted.language(page, accepted);
        var guide = imports.guide(kind);
        if (guide.isEmpty()) {
            return unknown(kind, language);
        }
        var stated = new HashMap<>(options);
        stated.remove("_csrf");
        stated.remove(DRY_RUN);
        var path = Files.createTempFile("phatthana-import", ".bin");
        try {
            file.transferTo(path);
            var handedIn = new ImportFile(path, name(file, kind), stated, capacity(guide.get(), reader));
            var outcome = dryRun ? imports.attempt(kind, handedIn) : imports.take(kind, handedIn);
            return answer(kind, handedIn.name(), outcome.orElseThrow(), !dryRun, language);
        } finally {
            Files.deleteIfExists(path);
        }
    }

    private ResponseEntity<?> answer(
            String kind, String name, ImportOutcome outcome, boolean isStored, Language language) {
        return switch (outcome) {
            case ImportOutcome.Stored stored -> {
                var sums = new LinkedHashMap<String, String>();
                stored.sums().forEach((word, sum) -> sums.put(word, sum.toPlainString()));
                var notes = stored.notes();
                var answer = isStored ? ResponseEntity.created(URI.create(stored.subject())) : ResponseEntity.ok();
                yield answer.body(new Report(
                        kind,
                        name,
                        isStored,
                        isStored ? stored.subject() : null,
                        stored.counts(),
                        sums,
                        "THB",
                        notes.size(),
                        remarks(notes, language),
                        stored.changes().size(),
                        stored.changes().stream()
                                .limit(MOST_NOTES)
                                .map(change -> ToldChange.of(change, texts, language))
                                .toList()));
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
                .map(note -> Remark.of(note, note.field(), texts.text(language, note.message())))
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

    /// What the file is called by whoever hands it in, else its kind.
    static String name(MultipartFile file, String kind) {
        var original = file.getOriginalFilename();
        return original == null || original.isBlank() ? kind : original;
    }

    /// In which of their roles the reader hands the file in.
    static String capacity(ImportGuide guide, Authentication reader) {
        return has(reader, guide.role()) ? guide.role() : ADMINISTRATOR;
    }

    /// Whether the reader may hand such files in.
    static boolean mayHandIn(ImportGuide guide, Authentication reader) {
        return has(reader, guide.role()) || has(reader, ADMINISTRATOR);
    }

    private static boolean has(Authentication reader, String role) {
        var authority = "ROLE_" + role.toUpperCase(Locale.ROOT).replace('-', '_');
        return reader.getAuthorities().stream().anyMatch(one -> authority.equals(one.getAuthority()));
    }
}
