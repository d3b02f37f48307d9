package org.phatthana.registers.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.phatthana.exchange.Downloads;
import org.phatthana.exchange.Table;
import org.phatthana.exchange.TableFiles;
import org.phatthana.places.Place;
import org.phatthana.places.Places;
import org.phatthana.registers.Entries;
import org.phatthana.registers.Observation;
import org.phatthana.registers.Observations;
import org.phatthana.registers.Registers;
import org.phatthana.registers.Series;
import org.phatthana.registers.SeriesCatalogue;
import org.phatthana.registers.Unit;
import org.phatthana.registers.intake.FigureColumns;
import org.phatthana.registers.reading.Period;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.PlaceCode;
import org.phatthana.web.Page;
import org.phatthana.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// The figures of a series that stand, as files in the long form that can be taken in again as they are. They are
/// read page by page, so that a long series never stands in memory. Figures of people are for the staff alone.
@Controller
class FigureFiles {

    private static final List<String> COLUMNS = List.of(
            FigureColumns.SERIES,
            FigureColumns.SUBJECT,
            FigureColumns.NAME,
            FigureColumns.PERIOD,
            FigureColumns.VALUE,
            FigureColumns.UNIT,
            FigureColumns.METHOD,
            FigureColumns.SOURCE,
            FigureColumns.FLAG,
            FigureColumns.NOTE,
            FigureColumns.SAMPLE);

    private final SeriesCatalogue catalogue;
    private final Observations observations;
    private final Registers registers;
    private final Entries entries;
    private final Places places;
    private final TableFiles tables;
    private final Downloads downloads;
    private final Texts texts;

    FigureFiles(
            SeriesCatalogue catalogue,
            Observations observations,
            Registers registers,
            Entries entries,
            Places places,
            TableFiles tables,
            Downloads downloads,
            Texts texts) {
        this.catalogue = catalogue;
        this.observations = observations;
        this.registers = registers;
        this.entries = entries;
        this.places = places;
        this.tables = tables;
        this.downloads = downloads;
        this.texts = texts;
    }

    @GetMapping("/observations/{code}/figures.{format:csv|xlsx}")
    View file(Page page, @PathVariable String code, @PathVariable String format) {
        var series = catalogue.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (series.ofPeople() && !RegisterPages.isStaff()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return downloads.of(format, head(series), writer -> each(series, writer), page.language());
    }

    private Table head(Series series) {
        var known = FigureColumns.of(texts);
        return new Table(
                series.code(),
                series.title(),
                COLUMNS.stream()
                        .map(key -> new Table.Column(key, tables.title(known, key)))
                        .toList(),
                List.of(),
                List.of(series.description(), series.source()),
                false);
    }

    private void each(Series series, Consumer<List<@Nullable Object>> writer) {
        var all = places.province().code();
        var first = new FiscalYear(FiscalYear.FIRST).firstDay();
        var last = new FiscalYear(FiscalYear.LAST).lastDay();
        var before = Optional.<Observation>empty();
        Optional<Localized> name = Optional.empty();
        List<Observation> page;
        do {
            page = observations.page(series.code(), all, first, last, before, Observations.MOST);
            for (var figure : page) {
                if (before.filter(one -> one.subject().equals(figure.subject())).isEmpty()) {
                    name = name(series, figure.subject());
                }
                writer.accept(row(series, figure, name));
                before = Optional.of(figure);
            }
        } while (page.size() == Observations.MOST);
    }

    private static List<@Nullable Object> row(Series series, Observation figure, Optional<Localized> name) {
        var row = new ArrayList<@Nullable Object>();
        row.add(series.code());
        row.add(figure.subject());
        row.add(name.orElse(null));
        row.add(new Period(series.every(), figure.day()).shown());
        row.add(series.decimals() == 0 ? (Object) figure.value().longValue() : figure.value());
        row.add(series.unit().map(Unit::symbol).orElse(null));
        row.add(figure.method().orElse(null));
        row.add(figure.source());
        row.add(figure.flag().code());
        row.add(figure.note());
        row.add(figure.sample());
        return row;
    }

    private Optional<Localized> name(Series series, String subject) {
        return switch (series.of()) {
            case Series.OfPlaces _ ->
                PlaceCode.parse(subject).flatMap(places::find).map(Place::title);
            case Series.OfEntries(var owner) ->
                registers
                        .find(owner)
                        .filter(register -> register.publicFields().stream()
                                .anyMatch(field -> field.code().equals(register.nameField())))
                        .flatMap(register -> entries.find(subject).flatMap(entry -> entry.text(register.nameField())))
                        .map(Localized::thai);
        };
    }
}
