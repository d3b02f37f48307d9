package org.phatthana.registers.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.phatthana.places.Place;
import org.phatthana.places.Places;
import org.phatthana.registers.Entries;
import org.phatthana.registers.Entry;
import org.phatthana.registers.EntryQuery;
import org.phatthana.registers.Flag;
import org.phatthana.registers.Observation;
import org.phatthana.registers.ObservationOutcome;
import org.phatthana.registers.ObservationRecording;
import org.phatthana.registers.Observations;
import org.phatthana.registers.Registers;
import org.phatthana.registers.Series;
import org.phatthana.registers.SeriesCatalogue;
import org.phatthana.registers.intake.Readings;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.PlaceCode;
import org.phatthana.values.Thailand;
import org.phatthana.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// What is observed: all series, the newest figures of one, and the course of one subject's, with the form by which
/// officers add to them. Figures of people are for the staff alone.
@Controller
public class ObservationPages {

    /// Figures that are listed below the drawing.
    public static final int MOST_LISTED = 100;

    private static final int PAGE_SIZE = 100;
    private static final int MOST_FIGURES = 400;
    private static final int UNPROCESSABLE = 422;

    private final SeriesCatalogue catalogue;
    private final Observations observations;
    private final ObservationRecording recording;
    private final Registers registers;
    private final Entries entries;
    private final Readings readings;
    private final Places places;

    ObservationPages(
            SeriesCatalogue catalogue,
            Observations observations,
            ObservationRecording recording,
            Registers registers,
            Entries entries,
            Readings readings,
            Places places) {
        this.catalogue = catalogue;
        this.observations = observations;
        this.recording = recording;
        this.registers = registers;
        this.entries = entries;
        this.readings = readings;
        this.places = places;
    }

    /// What figures are of.
    ///
    /// @param id the code of a place or the id of an entry
    /// @param address of its own page, without a language
    public record Subject(String id, Localized name, String address) {}

    /// A subject and its newest figure.
    public record Newest(Subject subject, Optional<Observation> figure) {}

    @GetMapping("/observations")
    View all(Page page) {
        return page.show("registers/series-all", Map.of("all", catalogue.all(), "counts", observations.counts()));
    }

    @GetMapping("/observations/{code}")
    View series(
            Page page,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String after) {
        var series = find(code);
        var within = place(place);
        var subjects = new ArrayList<Subject>();
        var next = subjects(series, within, after, subjects);
        var model = new HashMap<String, Object>();
        model.put("series", series);
        model.put("count", observations.counts().getOrDefault(code, 0L));
        model.put("newest", mayRead(series) ? newest(series, subjects) : List.of());
        model.put("next", next);
        model.put("place", place);
        model.put("amphoe", places.amphoe());
        model.put("shown", new SeriesShown(page, series));
        model.put("mayRead", mayRead(series));
        model.put("mayWrite", RegisterPages.mayWrite());
        return page.show("registers/series", model);
    }

    @GetMapping("/observations/{code}/{subject}")
    View figures(
            Page page,
            @PathVariable String code,
            @PathVariable String subject,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String at) {
        var series = find(code);
        var standing = day(day).flatMap(one -> observations.standing(code, subject, one));
        var typed = new LinkedHashMap<String, String>();
        standing.filter(one -> !one.withdrawn()).ifPresent(one -> {
            typed.put("day", new SeriesShown(page, series).typed(one.day()));
            typed.put("value", one.value().toPlainString());
            typed.put("method", one.method().orElse(""));
            typed.put("source", one.source());
            typed.put("flag", (one.flag().isWaiting() ? Flag.CHECKED : one.flag()).code());
            typed.put("seen", Long.toString(one.number()));
        });
        return show(page, 200, series, subject, standing.map(Observation::day), day(at), TypedFigure.of(typed));
    }

    @PostMapping("/observations/{code}/{subject}")
    View record(
            Page page,
            @PathVariable String code,
            @PathVariable String subject,
            @RequestParam(defaultValue = "") String withdraw,
            @RequestParam Map<String, String> fields) {
        var series = find(code);
        var typed = TypedFigure.of(fields);
        var draft = typed.draft(series, subject, readings.values(), !withdraw.isEmpty());
        if (draft.isPresent()) {
            switch (recording.record(List.of(draft.get()), EntryFormPages.by())) {
                case ObservationOutcome.Recorded _ -> {
                    return page.redirect("%s/%s?day=%s#figure"
                            .formatted(
                                    series.address(),
                                    subject,
                                    series.every().first(draft.get().day())));
                }
                case ObservationOutcome.Refused(var faults) -> typed.faults(faults);
            }
        }
        return show(
                page,
                UNPROCESSABLE,
                series,
                subject,
                draft.map(one -> series.every().first(one.day())),
                Optional.empty(),
                typed);
    }

    private View show(
            Page page,
            int status,
            Series series,
            String id,
            Optional<LocalDate> day,
            Optional<LocalDate> at,
            TypedFigure typed) {
        if (!mayRead(series)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var subject = subject(series, id).orElseThrow(ObservationPages::notFound);
        var known =
                at.map(last -> last.atTime(LocalTime.MAX).atZone(Thailand.ZONE).toInstant());
        var figures = observations.of(series.code(), id, known, MOST_FIGURES);
        var model = new HashMap<String, Object>();
        model.put("series", series);
        model.put("subject", subject);
        model.put("figures", figures);
        model.put("course", Course.of(series, figures));
        model.put("shown", new SeriesShown(page, series));
        model.put("day", day);
        model.put(
                "history",
                day.map(one -> observations.history(series.code(), id, one)).orElse(List.of()));
        model.put("at", at);
        model.put("typed", typed);
        model.put("mayWrite", RegisterPages.mayWrite());
        return page.show(status, "registers/figures", model);
    }

    /// The subjects of a page of a series.
    ///
    /// @return where the next page begins; empty on the last
    private Optional<String> subjects(Series series, Optional<PlaceCode> within, String after, List<Subject> subjects) {
        return switch (series.of()) {
            case Series.OfPlaces(var level) -> {
                places.of(level).stream()
                        .filter(each -> within.stream().allMatch(each.code()::isWithin))
                        .map(ObservationPages::subject)
                        .forEach(subjects::add);
                yield Optional.empty();
            }
            case Series.OfEntries(var register) -> {
                var query = EntryQuery.first(PAGE_SIZE).after(after);
                try {
                    var found = entries.page(
                            registers.find(register).orElseThrow(ObservationPages::notFound),
                            within.map(query::in).orElse(query));
                    found.entries().forEach(entry -> subjects.add(subject(entry)));
                    yield found.next();
                } catch (IllegalArgumentException _) {
                    throw notFound();
                }
            }
        };
    }

    private List<Newest> newest(Series series, List<Subject> subjects) {
        var figures = observations
                .newest(series.code(), subjects.stream().map(Subject::id).toList())
                .stream()
                .collect(Collectors.toMap(Observation::subject, Function.identity()));
        return subjects.stream()
                .map(subject -> new Newest(subject, Optional.ofNullable(figures.get(subject.id()))))
                .toList();
    }

    private Optional<Subject> subject(Series series, String id) {
        return switch (series.of()) {
            case Series.OfPlaces(var level) ->
                PlaceCode.parse(id)
                        .filter(code -> code.level() == level)
                        .flatMap(places::find)
                        .map(ObservationPages::subject);
            case Series.OfEntries(var register) ->
                entries.find(id)
                        .filter(entry -> entry.register().equals(register))
                        .map(this::subject);
        };
    }

    private static Subject subject(Place place) {
        return new Subject(place.code().code(), place.title(), "/places/" + place.code());
    }

    private Subject subject(Entry entry) {
        var name = registers
                .find(entry.register())
                .flatMap(register -> entry.text(register.nameField()))
                .orElse(entry.id());
        return new Subject(entry.id(), Localized.thai(name), entry.address());
    }

    private Optional<PlaceCode> place(String code) {
        return code.isEmpty()
                ? Optional.empty()
                : Optional.of(PlaceCode.parse(code)
                        .filter(known -> places.find(known).isPresent())
                        .orElseThrow(ObservationPages::notFound));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(text)).filter(FiscalYear::isValid);
        } catch (DateTimeParseException _) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }

    private static boolean mayRead(Series series) {
        return !series.ofPeople() || RegisterPages.isStaff();
    }

    private Series find(String code) {
        return catalogue.find(code).orElseThrow(ObservationPages::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
