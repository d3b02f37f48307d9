package org.phatthana.budget.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phatthana.budget.Ledger;
import org.phatthana.budget.LedgerBusy;
import org.phatthana.budget.Posting;
import org.phatthana.budget.PostingOutcome;
import org.phatthana.budget.Refusal;
import org.phatthana.budget.Transaction;
import org.phatthana.budget.web.LedgerItems.DocumentItem;
import org.phatthana.budget.web.LedgerItems.TransactionItem;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.values.Language;
import org.phatthana.values.Message;
import org.phatthana.web.Accepted;
import org.phatthana.web.Page;
import org.phatthana.web.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// `POST /api/v1/ledger/transactions`: what programs enter in the ledger. A list is entered together or not at all.
@RestController
class LedgerPostings {

    static final int MOST_BYTES = 4 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(LedgerPostings.class);
    private static final String KEY = "Idempotency-Key";
    private static final String DISK_FULL = "53100";

    private final Ledger ledger;
    private final Texts texts;
    private final JsonMapper json;

    LedgerPostings(Ledger ledger, Texts texts, JsonMapper json) {
        this.ledger = ledger;
        this.texts = texts;
        this.json = json;
    }

    /// A transaction to be entered, as it is sent; kept here for the description of the interface.
    record Wanted(
            String kind,
            LocalDate day,
            String authority,
            DocumentItem document,
            @Nullable String reason,
            @Nullable Long reverses,
            @Nullable List<WantedEntry> entries) {}

    /// Either a debit or a credit: a decimal string in baht, more than nothing.
    record WantedEntry(
            String account,
            @Nullable String debit,
            @Nullable String credit) {}

    /// What was entered.
    record Entered(List<TransactionItem> transactions) {}

    /// What is wrong, and where.
    ///
    /// @param transaction which of the list, counted from 0
    /// @param entry which of its entries, counted from 0; null where none is to blame
    /// @param code the kind of refusal, such as `overdrawn`, or `malformed`
    record ErrorItem(int transaction, @Nullable Integer entry, String field, String code, String message) {}

    @Operation(
            summary = "Enters transactions in the ledger",
            description =
                    "One object, or a list of at most 1,000, which is entered together or not at all, in its order."
                        + " The answer comes when all is durable. The same request sent again under the same key is"
                        + " answered with the same, and nothing is entered twice; so a request whose answer got lost"
                        + " may be sent again. A reversal names what it undoes and may leave out its entries.",
            parameters =
                    @Parameter(
                            name = KEY,
                            in = ParameterIn.HEADER,
                            required = true,
                            description = "1 to 200 printable ASCII characters, new for each request of a token",
                            schema = @Schema(type = "string", maxLength = Posting.LONGEST_KEY)),
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(oneOf = {Wanted.class, Wanted[].class}))))
    @ApiResponse(
            responseCode = "201",
            description = "Entered; `Location` is the first transaction",
            content = @Content(schema = @Schema(implementation = Entered.class)))
    @ApiResponse(
            responseCode = "200",
            description = "Entered before under the same key; the same answer as then",
            content = @Content(schema = @Schema(implementation = Entered.class)))
    @ApiResponse(
            responseCode = "400",
            description = "No JSON, or no key",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "413",
            description = "More than 4 MiB",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "422",
            description = "Refused, nothing was entered; `errors` says which transaction, entry and field, and why",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "503",
            description = "The database does not answer or too many wait; to be sent again under the same key",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "507",
            description = "The disk of the database is full; nothing was entered",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    @PostMapping(path = LedgerItems.ADDRESS + "/transactions", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> post(
            @Parameter(hidden = true) Page page,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted)
            throws IOException {
        var language = Accepted.language(page, accepted);
        if (key == null || key.isBlank() || key.length() > Posting.LONGEST_KEY || !isPrintable(key)) {
            return refused(HttpStatus.BAD_REQUEST, language, List.of(error(language, KEY, "key")));
        }
        var body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            return problem(HttpStatus.CONTENT_TOO_LARGE, language, "content-too-large", "too-long");
        }
        var reading = new PostingJson();
        List<Transaction> transactions;
        try {
            transactions = reading.read(json.readTree(body));
        } catch (JacksonException e) {
            var where = e.getLocation();
            return refused(
                    HttpStatus.BAD_REQUEST,
                    language,
                    List.of(error(
                            language,
                            "",
                            "syntax",
                            where == null ? 0L : (long) where.getLineNr(),
                            where == null ? 0L : (long) where.getColumnNr())));
        }
        if (!reading.faults().isEmpty()) {
            return refused(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    language,
                    reading.faults().stream()
                            .map(fault -> new ErrorItem(
                                    fault.transaction(),
                                    fault.entry().isPresent() ? fault.entry().getAsInt() : null,
                                    fault.field(),
                                    "malformed",
                                    texts.text(language, fault.message())))
                            .toList());
        }
        return enter(key, transactions, language);
    }

    private ResponseEntity<?> enter(String key, List<Transaction> transactions, Language language) {
        var acting = Acting.current().orElseThrow();
        var capacity = acting.capacity(Role.BUDGET_OFFICER, Role.ADMINISTRATOR);
        try {
            return switch (ledger.post(new Posting(key, acting.id(), capacity, transactions))) {
                case PostingOutcome.Posted posted -> entered(posted);
                case PostingOutcome.Refused(var refusal) ->
                    refused(HttpStatus.UNPROCESSABLE_CONTENT, language, List.of(error(refusal, language)));
            };
        } catch (LedgerBusy _) {
            return later(language, "ledger-busy", 1);
        } catch (DataAccessException | TransactionException e) {
            LOG.error("A posting failed", e);
            return isDiskFull(e)
                    ? problem(HttpStatus.INSUFFICIENT_STORAGE, language, "storage-full", "storage-full")
                    : later(language, "outcome-unknown", 5);
        }
    }

    /// The answer is written in one piece, so that it goes out in one.
    private ResponseEntity<byte[]> entered(PostingOutcome.Posted posted) {
        var items = posted.transactions().stream()
                .map(one -> LedgerItems.item(one, null))
                .toList();
        var answer = posted.again()
                ? ResponseEntity.ok()
                : ResponseEntity.created(URI.create(items.getFirst().href()));
        return answer.contentType(MediaType.APPLICATION_JSON).body(json.writeValueAsBytes(new Entered(items)));
    }

    private ErrorItem error(Refusal refusal, Language language) {
        return new ErrorItem(
                refusal.transaction(),
                refusal.entry().isPresent() ? refusal.entry().getAsInt() : null,
                refusal.field(),
                refusal.reason().code(),
                texts.text(language, refusal.message()));
    }

    private ErrorItem error(Language language, String field, String key, Object... arguments) {
        return new ErrorItem(0, null, field, "malformed", texts.text(language, "budget.ledger.json." + key, arguments));
    }

    private ResponseEntity<ProblemDetail> refused(HttpStatus status, Language language, List<ErrorItem> errors) {
        var slug = status == HttpStatus.BAD_REQUEST ? "bad-request" : "posting-refused";
        var problem = detail(
                status,
                slug,
                texts.text(language, "budget.ledger.json.refused"),
                errors.getFirst().message());
        problem.setProperty("errors", errors);
        return answer(problem).body(problem);
    }

    private ResponseEntity<ProblemDetail> problem(HttpStatus status, Language language, String slug, String key) {
        var problem = detail(
                status,
                slug,
                texts.text(language, "budget.ledger.json.refused"),
                texts.text(language, "budget.ledger.json." + key));
        return answer(problem).body(problem);
    }

    private ResponseEntity<ProblemDetail> later(Language language, String slug, int seconds) {
        var problem = detail(
                HttpStatus.SERVICE_UNAVAILABLE,
                slug,
                texts.text(language, "budget.ledger.json.refused"),
                texts.text(language, Message.of("budget.ledger.json." + slug)));
        return answer(problem)
                .header(HttpHeaders.RETRY_AFTER, Integer.toString(seconds))
                .body(problem);
    }

    private static ProblemDetail detail(HttpStatus status, String slug, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/problems/" + slug));
        problem.setTitle(title);
        problem.setInstance(URI.create(LedgerItems.ADDRESS + "/transactions"));
        return problem;
    }

    private static ResponseEntity.BodyBuilder answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    private static boolean isPrintable(String key) {
        return key.chars().allMatch(letter -> letter >= ' ' && letter <= '~');
    }

    private static boolean isDiskFull(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
