package org.phatthana.results.scorecards;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.phatthana.places.Place;
import org.phatthana.proof.LogEntry;
import org.phatthana.results.indicators.FigureRows;
import org.phatthana.results.indicators.FigureSource;
import org.phatthana.results.indicators.IndicatorVersions;
import org.phatthana.results.indicators.Tally;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.phatthana.values.PlaceCode;

/// What a figure is made of.
///
/// @param digest of the declaration: another formula, unit or standard has another one
/// @param versions how it was declared, the newest first
/// @param within the places that its place lies in, the largest first
/// @param parts the places next below with their own figures
/// @param months what it was in each month, of an indicator that comes monthly
/// @param rows what it counts, those that add most first; none where rows are not listed
/// @param found how many rows there are in all; 0 where they are not listed
/// @param listed whether rows are listed: never for figures of people, whose rows are too small to be shown
/// @param then what it was on an earlier day, if that was asked for
public record Lineage(
        Score score,
        Place place,
        String digest,
        List<IndicatorVersions.Version> versions,
        List<Place> within,
        List<Scorecards.Waiting> parts,
        SortedMap<YearMonth, Tally> months,
        List<Line> rows,
        int found,
        boolean listed,
        Optional<Then> then) {

    public Lineage {
        versions = List.copyOf(versions);
        within = List.copyOf(within);
        parts = List.copyOf(parts);
        months = Collections.unmodifiableSortedMap(new TreeMap<>(months));
        rows = List.copyOf(rows);
    }

    /// A row of it.
    ///
    /// @param source what such a row is called
    /// @param place the smallest place that it is certain to lie in
    /// @param told the newest entry of the public log about it: who told it, in which capacity, and when
    public record Line(
            FigureRows.Part part,
            Message source,
            Localized place,
            Optional<FigureSource.Origin> origin,
            Optional<LogEntry> told) {}

    /// The figure as it was at the end of a day, by the declaration that held then.
    ///
    /// @param held the declaration; empty where none was ever kept, and today's stands for it
    /// @param forgetful the sources that cannot tell how they were; if there are any, there is no figure
    /// @param score nothing but the figure itself in it is of that day; empty too where the declaration counts
    /// something that there is no more
    public record Then(
            LocalDate day, Optional<IndicatorVersions.Held> held, Set<String> forgetful, Optional<Score> score) {

        public Then {
            forgetful = Set.copyOf(forgetful);
        }
    }

    /// The same figure elsewhere or of another year, without a language.
    public String address(PlaceCode code, FiscalYear year) {
        return "/indicators/" + score.indicator().code() + "/" + year + "/" + code;
    }
}
