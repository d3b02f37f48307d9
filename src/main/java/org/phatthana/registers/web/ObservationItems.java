package org.phatthana.registers.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.phatthana.registers.Flag;
import org.phatthana.registers.Observation;
import org.phatthana.registers.Series;
import org.phatthana.registers.Unit;

/// Series and their figures as programs read and write them.
final class ObservationItems {

    private ObservationItems() {}

    /// @param of `province`, `amphoe`, `tambon`, `village`, or the code of a register
    /// @param every `day`, `month` or `year`
    /// @param kind `count` or `level`
    /// @param figures how many stand
    record SeriesItem(
            String code,
            Map<String, String> title,
            Map<String, String> description,
            @Nullable String unit,
            int decimals,
            String of,
            String every,
            String kind,
            @Nullable BigDecimal least,
            @Nullable BigDecimal most,
            @Nullable BigDecimal jump,
            Map<String, Map<String, String>> methods,
            Map<String, String> source,
            Map<String, String> keeper,
            List<String> goals,
            boolean ofPeople,
            @Nullable String vocabulary,
            boolean toVerify,
            long figures) {}

    /// @param number larger than that of whatever was recorded before
    /// @param subject the code of a place or the id of an entry
    /// @param place the code of the place where it counts
    /// @param day the first day of what it stands for
    /// @param flag `ok`, `estimated`, `provisional`, `unlikely`, `impossible` or `checked`
    /// @param replaces the number of the figure that it replaced
    record ObservationItem(
            long number,
            String series,
            String subject,
            String place,
            LocalDate day,
            BigDecimal value,
            @Nullable String method,
            @Nullable String source,
            String flag,
            boolean withdrawn,
            @Nullable String note,
            boolean sample,
            Instant recordedAt,
            @Nullable Long replaces) {}

    /// A figure to be recorded; kept here for the description of the interface.
    ///
    /// @param subject the code of a place, the id of an entry, or what its register keeps as its code
    /// @param day a day of the Common Era; of a month or a fiscal year any day in it
    /// @param value a number, or one as a text, in the unit of the series; left out to withdraw the figure that
    ///   stands
    /// @param flag `estimated`, `provisional` or `checked`
    /// @param note why it is corrected; needed to withdraw
    /// @param seen the number of the figure that it corrects: refused if another stands by now
    record WantedObservation(
            String series,
            String subject,
            LocalDate day,
            @Nullable BigDecimal value,
            @Nullable String method,
            @Nullable String source,
            @Nullable String flag,
            @Nullable String note,
            @Nullable Long seen) {}

    static SeriesItem item(Series series, long figures) {
        return new SeriesItem(
                series.code(),
                series.title().sorted(),
                series.description().sorted(),
                series.unit().map(Unit::code).orElse(null),
                series.decimals(),
                switch (series.of()) {
                    case Series.OfPlaces places -> word(places.level());
                    case Series.OfEntries entries -> entries.register();
                },
                word(series.every()),
                word(series.kind()),
                series.least().orElse(null),
                series.most().orElse(null),
                series.jump().orElse(null),
                series.methods().stream()
                        .collect(Collectors.toMap(
                                Series.Method::code, method -> method.title().sorted())),
                series.source().sorted(),
                series.keeper().sorted(),
                series.goals(),
                series.ofPeople(),
                series.vocabulary().orElse(null),
                series.toVerify(),
                figures);
    }

    static ObservationItem item(Observation one) {
        return new ObservationItem(
                one.number(),
                one.series(),
                one.subject(),
                one.place().code(),
                one.day(),
                one.value(),
                one.method().orElse(null),
                some(one.source()),
                one.flag().code(),
                one.withdrawn(),
                some(one.note()),
                one.sample(),
                one.recordedAt(),
                one.replaces().isPresent() ? one.replaces().getAsLong() : null);
    }

    private static @Nullable String some(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /// The flag that a word names.
    static Optional<Flag> flag(String word) {
        return Stream.of(Flag.values()).filter(flag -> flag.code().equals(word)).findFirst();
    }
}
