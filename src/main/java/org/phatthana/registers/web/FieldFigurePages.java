package org.phatthana.registers.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phatthana.registers.Entries;
import org.phatthana.registers.EntryRecording;
import org.phatthana.registers.FieldFigures;
import org.phatthana.registers.Observation;
import org.phatthana.registers.Series;
import org.phatthana.registers.SeriesCatalogue;
import org.phatthana.registers.intake.Readings;
import org.phatthana.web.Page;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// Takes figures of entries that phones send from the field (ADR 0023), read as those that are typed at a desk.
@Controller
class FieldFigurePages {

    private static final String SEEN = "seen";

    private final SeriesCatalogue catalogue;
    private final Entries entries;
    private final Readings readings;
    private final FieldFigures figures;

    FieldFigurePages(SeriesCatalogue catalogue, Entries entries, Readings readings, FieldFigures figures) {
        this.catalogue = catalogue;
        this.entries = entries;
        this.readings = readings;
        this.figures = figures;
    }

    /// What a phone is answered that sent a figure.
    ///
    /// @param state `recorded`; `refused`, when it must be mended; `overtaken`, when another one stands there, or
    ///     none any more
    /// @param address of the figure that was recorded, without a language
    /// @param said what else is to be known of what was recorded, for example that the figure is unlikely
    /// @param problems what stands against it, by field; `form` for all of it
    /// @param standing the figure that stands there
    record Answer(
            String state,
            @Nullable String address,
            @Nullable String said,
            List<FieldAnswer.Problem> problems,
            @Nullable Standing standing) {

        Answer {
            problems = List.copyOf(problems);
        }
    }

    /// A figure that stands, in the reader's language.
    ///
    /// @param number to be sent as seen by whoever replaces it
    /// @param value with its unit, and what else is said of it
    record Standing(long number, String period, String value, String recorded) {}

    @PostMapping("/registers/{code}/field/figures")
    ResponseEntity<Answer> send(
            Page page,
            @PathVariable String code,
            @RequestParam UUID key,
            @RequestParam String series,
            @RequestParam String entry,
            @RequestParam(defaultValue = "") String withdraw,
            @RequestParam MultiValueMap<String, String> fields) {
        var observed = catalogue.ofEntries(code).stream()
                .filter(one -> one.code().equals(series))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var subject = entries.find(entry)
                .filter(one -> one.register().equals(code))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var by = EntryFormPages.by();
        var digest = FieldPages.digest(key, fields, List.of());
        var earlier = earlier(key, digest, by);
        if (earlier.isPresent()) {
            return answer(page, observed, earlier.get(), HttpStatus.OK);
        }
        var typed = TypedFigure.of(typed(fields));
        var draft = typed.draft(observed, subject.id(), readings.values(), !withdraw.isEmpty());
        return draft.isEmpty()
                ? answer(HttpStatus.UNPROCESSABLE_CONTENT, refused(problems(page, observed, typed)))
                : answer(page, observed, figures.record(key, digest, draft.get(), by), HttpStatus.CREATED);
    }

    private Optional<FieldFigures.Outcome> earlier(UUID key, String digest, EntryRecording.By by) {
        try {
            return figures.earlier(key, digest, by.account());
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, e.getMessage(), e);
        }
    }

    /// Whoever saw no figure says so with a zero.
    private static Map<String, String> typed(MultiValueMap<String, String> fields) {
        var typed = new HashMap<>(fields.toSingleValueMap());
        typed.remove(SEEN, "0");
        return typed;
    }

    private static ResponseEntity<Answer> answer(
            Page page, Series series, FieldFigures.Outcome outcome, HttpStatus recordedAs) {
        return switch (outcome) {
            case FieldFigures.Outcome.Recorded(var figure, var isNew) ->
                answer(
                        recordedAs,
                        new Answer(
                                "recorded",
                                "%s?day=%s#figure".formatted(figure.address(), figure.day()),
                                said(page, figure, isNew),
                                List.of(),
                                null));
            case FieldFigures.Outcome.Refused(var faults) -> {
                var typed = TypedFigure.of(Map.of());
                typed.faults(faults);
                yield answer(HttpStatus.UNPROCESSABLE_CONTENT, refused(problems(page, series, typed)));
            }
            case FieldFigures.Outcome.Overtaken(var now) ->
                answer(
                        HttpStatus.CONFLICT,
                        new Answer(
                                "overtaken",
                                null,
                                null,
                                List.of(new FieldAnswer.Problem(
                                        TypedEntry.FORM,
                                        "",
                                        page.text(
                                                now.isPresent()
                                                        ? "registers.field.figure.stands"
                                                        : "registers.field.figure.gone"))),
                                now.map(one -> standing(page, series, one)).orElse(null)));
        };
    }

    private static Standing standing(Page page, Series series, Observation one) {
        var shown = new SeriesShown(page, series);
        var parts =
                new ArrayList<>(List.of(shown.value(one.value()), shown.method(one), one.source(), flag(page, one)));
        parts.removeIf(String::isEmpty);
        return new Standing(
                one.number(),
                shown.period(one.day()),
                String.join(" · ", parts),
                page.text(
                        "registers.figures.recorded",
                        page.moment(one.recordedAt()),
                        page.text("proof.capacity." + one.capacity()),
                        one.number()));
    }

    private static String flag(Page page, Observation one) {
        return page.text("registers.figures.flag." + one.flag().code());
    }

    private static @Nullable String said(Page page, Observation figure, boolean isNew) {
        if (!isNew) {
            return page.text("registers.field.figure.same");
        }
        return figure.flag().isWaiting() && !figure.withdrawn()
                ? page.text("registers.field.figure.doubtful", flag(page, figure))
                : null;
    }

    private static Answer refused(List<FieldAnswer.Problem> problems) {
        return new Answer("refused", null, null, problems, null);
    }

    private static List<FieldAnswer.Problem> problems(Page page, Series series, TypedFigure typed) {
        return typed.problems().entrySet().stream()
                .map(one -> new FieldAnswer.Problem(
                        one.getKey(), label(page, series, one.getKey()), page.text(one.getValue())))
                .toList();
    }

    /// What the form calls one of its fields.
    private static String label(Page page, Series series, String field) {
        return switch (field) {
            case "day" ->
                page.text("registers.figures.period-of." + series.every().name().toLowerCase(Locale.ROOT));
            case "flag" -> page.text("registers.figures.state");
            case "value", "method", "source", "note" -> page.text("registers.figures." + field);
            default -> "";
        };
    }

    private static ResponseEntity<Answer> answer(HttpStatus status, Answer answer) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(answer);
    }
}
