package org.phatthana.registers.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.places.Places;
import org.phatthana.registers.Entries;
import org.phatthana.registers.Entry;
import org.phatthana.registers.EntryRecording;
import org.phatthana.registers.Observation;
import org.phatthana.registers.ObservationDraft;
import org.phatthana.registers.ObservationOutcome;
import org.phatthana.registers.ObservationRecording;
import org.phatthana.registers.Observations;
import org.phatthana.registers.RecordingOutcome.Fault;
import org.phatthana.registers.Registers;
import org.phatthana.registers.Series;
import org.phatthana.registers.SeriesCatalogue;
import org.phatthana.registers.web.ObservationItems.ObservationItem;
import org.phatthana.registers.web.ObservationItems.SeriesItem;
import org.phatthana.registers.web.ObservationItems.WantedObservation;
import org.phatthana.registers.web.RegisterApi.Items;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Language;
import org.phatthana.values.PlaceCode;
import org.phatthana.web.Accepted;
import org.phatthana.web.Page;
import org.phatthana.web.Texts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Series and their figures, for programs: they read them, and send new ones.
@RestController
class ObservationApi {

    private static final String ADDRESS = "/api/v1/observations";
    private static final int MOST_BYTES = 4 << 20;
    private static final String ID = "[0-9a-z]{26}";
    private static final LocalDate FIRST = new FiscalYear(FiscalYear.FIRST).firstDay();
    private static final LocalDate LAST = new FiscalYear(FiscalYear.LAST).lastDay();

    private final SeriesCatalogue catalogue;
    private final Observations observations;
    private final ObservationRecording recording;
    private final Registers registers;
    private final Entries entries;
    private final Places places;
    private final Texts texts;
    private final JsonMapper json;

    ObservationApi(
            SeriesCatalogue catalogue,
            Observations observations,
            ObservationRecording recording,
            Registers registers,
            Entries entries,
            Places places,
            Texts texts,
            JsonMapper json) {
        this.catalogue = catalogue;
        this.observations = observations;
        this.recording = recording;
        this.registers = registers;
        this.entries = entries;
        this.places = places;
        this.texts = texts;
        this.json = json;
    }

    /// What was recorded.
    ///
    /// @param recorded how many figures are new
    /// @param unchanged how many were recorded already, just so
    /// @param flagged how many of the new ones wait for a person to look at them
    record Report(int recorded, int unchanged, int flagged, List<ObservationItem> items) {}

    /// What is wrong, and where.
    ///
    /// @param row which of the list, counted from 1
    record ErrorItem(int row, String field, String message) {}

    @Operation(summary = "All series of figures")
    @GetMapping("/api/v1/series")
    Items<SeriesItem> series() {
        var counts = observations.counts();
        return new Items<>(
                catalogue.all().stream()
                        .map(one -> ObservationItems.item(one, counts.getOrDefault(one.code(), 0L)))
                        .toList(),
                null);
    }

    @Operation(
            summary = "The figures of a series that stand, by places, subjects and days",
            description = "`place` is a place and all that lies in it; `from` and `to` are days of the Common Era, both"
                    + " included. Of series of people the figures are not public.")
    @GetMapping(ADDRESS)
    Items<ObservationItem> all(
            @RequestParam String series,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "200") int limit,
            @RequestParam(defaultValue = "") String cursor) {
        var found = catalogue
                .find(series)
                .orElseThrow(() -> RegisterApi.problem(HttpStatus.NOT_FOUND, "There is no series «" + series + "»"));
        if (found.ofPeople()) {
            throw RegisterApi.problem(
                    HttpStatus.FORBIDDEN, "The figures of «" + series + "» count people and are not public");
        }
        if (limit < 1 || limit > Observations.MOST) {
            throw RegisterApi.problem(HttpStatus.BAD_REQUEST, "`limit` is 1 to " + Observations.MOST);
        }
        var within = place.isEmpty()
                ? places.province().code()
                : PlaceCode.parse(place)
                        .filter(code -> places.find(code).isPresent())
                        .orElseThrow(
                                () -> RegisterApi.problem(HttpStatus.BAD_REQUEST, "There is no place «" + place + "»"));
        var page = observations.page(
                series, within, day("from", from, FIRST), day("to", to, LAST), after(series, cursor), limit);
        return new Items<>(
                page.stream().map(ObservationItems::item).toList(),
                page.size() < limit ? null : Long.toString(page.getLast().number()));
    }

    private Optional<Observation> after(String series, String cursor) {
        if (cursor.isEmpty()) {
            return Optional.empty();
        }
        var found = cursor.matches("[0-9]{1,18}")
                ? observations.find(Long.parseLong(cursor))
                : Optional.<Observation>empty();
        return Optional.of(found.filter(one -> one.series().equals(series))
                .orElseThrow(() -> RegisterApi.problem(HttpStatus.BAD_REQUEST, "There is no figure «" + cursor + "»")));
    }

    private static LocalDate day(String name, String text, LocalDate otherwise) {
        try {
            var day = text.isEmpty() ? otherwise : LocalDate.parse(text);
            if (FiscalYear.isValid(day)) {
                return day;
            }
        } catch (DateTimeParseException _) {
            // What is no day is told below.
        }
        throw RegisterApi.problem(HttpStatus.BAD_REQUEST, "`" + name + "` is a day such as 2024-05-31");
    }

    @Operation(
            summary = "Records figures",
            description = "One object, or a list of at most 10,000, which is recorded together or not at all. What was"
                + " recorded already, just so, is left as it is: the same request sent again changes nothing. A figure"
                + " without a `value` withdraws the one that stands. Figures that are impossible or unlikely are kept,"
                + " flagged, and wait for a person.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema =
                                                    @Schema(
                                                            oneOf = {WantedObservation.class, WantedObservation[].class
                                                            }))))
    @ApiResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = Report.class)))
    @ApiResponse(
            responseCode = "400",
            description = "No JSON",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "413",
            description = "More than 4 MiB",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "422",
            description = "Refused, nothing was recorded; `errors` says in which row and field, and why",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    @PostMapping(path = ADDRESS, consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> record(
            @Parameter(hidden = true) Page page,
            @Parameter(hidden = true) HttpServletRequest request,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted)
            throws IOException {
        var language = Accepted.language(page, accepted);
        var body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            return refused(HttpStatus.CONTENT_TOO_LARGE, language, List.of(), "registers.observation.json.too-long");
        }
        var reading = new ObservationJson();
        List<ObservationDraft> drafts;
        try {
            drafts = reading.read(json.readTree(body));
        } catch (JacksonException _) {
            return refused(HttpStatus.BAD_REQUEST, language, List.of(), "registers.observation.json.syntax");
        }
        if (!reading.faults().isEmpty()) {
            return refused(HttpStatus.UNPROCESSABLE_CONTENT, language, reading.faults(), "");
        }
        var who = Acting.current().orElseThrow();
        var by = new EntryRecording.By(
                who.id(), who.capacity(who.has(Role.OFFICER) ? Role.OFFICER : Role.ADMINISTRATOR));
        return switch (recording.record(byId(drafts), by)) {
            case ObservationOutcome.Recorded(var fresh, var unchanged) ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .body(new Report(
                                fresh.size(),
                                unchanged,
                                (int) fresh.stream()
                                        .filter(one -> one.flag().isWaiting())
                                        .count(),
                                fresh.stream().map(ObservationItems::item).toList()));
            case ObservationOutcome.Refused(var faults) ->
                refused(HttpStatus.UNPROCESSABLE_CONTENT, language, faults, "");
        };
    }

    /// Programs know entries by the code that their register keeps; here they go by their ids.
    private List<ObservationDraft> byId(List<ObservationDraft> drafts) {
        var known = new HashMap<String, String>();
        var byId = new ArrayList<ObservationDraft>();
        for (var draft : drafts) {
            var of = catalogue.find(draft.series()).map(Series::of);
            if (of.isPresent()
                    && of.get() instanceof Series.OfEntries owner
                    && !draft.subject().matches(ID)) {
                var register = registers.find(owner.register()).orElseThrow();
                byId.add(draft.about(known.computeIfAbsent(
                        owner.register() + "/" + draft.subject(),
                        _ -> entries.byCode(register, draft.subject())
                                .map(Entry::id)
                                .orElse(draft.subject()))));
            } else {
                byId.add(draft);
            }
        }
        return byId;
    }

    private ResponseEntity<ProblemDetail> refused(
            HttpStatus status, Language language, List<Fault> faults, String detail) {
        var errors = faults.stream()
                .map(fault -> new ErrorItem(fault.draft() + 1, fault.field(), texts.text(language, fault.message())))
                .toList();
        var problem = ProblemDetail.forStatusAndDetail(
                status,
                errors.isEmpty()
                        ? texts.text(language, detail)
                        : errors.getFirst().message());
        problem.setType(URI.create("/problems/observations-refused"));
        problem.setTitle(texts.text(language, "registers.observation.json.refused"));
        problem.setInstance(URI.create(ADDRESS));
        problem.setProperty("errors", errors);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
