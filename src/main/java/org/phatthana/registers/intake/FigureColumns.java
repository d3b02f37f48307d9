package org.phatthana.registers.intake;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.phatthana.exchange.Dates;
import org.phatthana.exchange.TableColumns;
import org.phatthana.exchange.TableColumns.Column;
import org.phatthana.registers.Series.Every;
import org.phatthana.registers.reading.Period;
import org.phatthana.registers.reading.PeriodReading;
import org.phatthana.values.Language;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.phatthana.web.Texts;

/// The columns of files of figures. In the long form each row is one figure and says all of it; in the wide form
/// there is a row for each subject, and a column for each day, month or year.
public final class FigureColumns {

    public static final String SERIES = "series";
    public static final String SUBJECT = "subject";
    public static final String NAME = "name";
    public static final String PERIOD = "period";
    public static final String VALUE = "value";
    public static final String UNIT = "unit";
    public static final String METHOD = "method";
    public static final String SOURCE = "source";
    public static final String FLAG = "flag";
    public static final String NOTE = "note";
    public static final String SAMPLE = "is_sample";

    /// What the texts of such files begin with.
    static final String WORDS = "registers.figure-file.";

    private static final List<String> KEYS = List.of(
            SERIES,
            SUBJECT,
            NAME,
            IntakeColumns.TAMBON,
            IntakeColumns.AMPHOE,
            PERIOD,
            VALUE,
            UNIT,
            METHOD,
            SOURCE,
            FLAG,
            NOTE,
            SAMPLE);

    private FigureColumns() {}

    /// The columns, with those of periods besides.
    public static TableColumns of(Texts texts) {
        return new TableColumns(
                WORDS + "column.",
                KEYS.stream().map(key -> new Column(key, false)).toList(),
                heading -> period(heading, texts));
    }

    private static Optional<Column> period(String heading, Texts texts) {
        return PeriodReading.heading(heading)
                .map(period -> new Column(period.written(), false, Optional.of(name(period, texts))))
                .or(() -> Dates.monthAlone(heading)
                        .map(month -> new Column(
                                month.name().toLowerCase(Locale.ROOT), false, Optional.of(name(month, texts)))));
    }

    private static Localized name(Period period, Texts texts) {
        var key = period.every() == Every.YEAR ? "registers.period.fiscal-year" : "registers.period.plain";
        return texts.everywhere(Message.of(key, period.shown()));
    }

    private static Localized name(Month month, Texts texts) {
        return new Localized(texts.languages().stream()
                .collect(Collectors.toMap(
                        Language::code,
                        language -> month.getDisplayName(TextStyle.FULL_STANDALONE, language.locale()))));
    }

    /// The keys of those columns of a heading that stand for periods.
    static Stream<String> periods(Stream<String> fields) {
        return fields.filter(field -> !KEYS.contains(field));
    }
}
