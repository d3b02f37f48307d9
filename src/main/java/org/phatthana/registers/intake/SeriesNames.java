package org.phatthana.registers.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.phatthana.registers.Series;

/// The series that a text names.
final class SeriesNames {

    private final List<Series> all;

    SeriesNames(List<Series> all) {
        this.all = all;
    }

    /// The one whose code or title a text is.
    Optional<Series> exactly(String text) {
        var bare = Standing.bare(text);
        return all.stream()
                .filter(series -> Standing.bare(series.code()).equals(bare)
                        || series.title().texts().values().stream()
                                .anyMatch(title -> Standing.bare(title).equals(bare)))
                .findFirst();
    }

    /// The one that the name of a file or of a sheet begins with, before anything but letters: `rain.csv`,
    /// `rain-2566.xlsx`, `ปริมาณฝน 2566.csv`. Of several the longest.
    Optional<Series> begun(String name) {
        var letters = name.strip().length();
        for (var end = letters; end > 0; end--) {
            if (end == letters || !Character.isLetter(name.strip().codePointAt(end))) {
                var found = exactly(name.strip().substring(0, end));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /// The codes of all of them.
    String codes() {
        return all.stream().map(Series::code).collect(Collectors.joining(", "));
    }
}
