package org.phatthana.exchange;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Thailand;

/// Reads days as offices write them: `30 ก.ย. 2566`, `1 ตุลาคม พ.ศ. ๒๕๖๖`, `30/09/2566`, `2023-09-30`, or the
/// number by which a workbook keeps a day; of an instant, `2023-09-30T20:00:00Z`, the day that it was in Thailand.
/// Years are of the Buddhist Era or the common one; two digits are of the Buddhist Era.
public final class Dates {

    private static final List<String> MONTHS = List.of(
            "มกราคม|ม.ค.|january|jan",
            "กุมภาพันธ์|ก.พ.|february|feb",
            "มีนาคม|มี.ค.|march|mar",
            "เมษายน|เม.ย.|april|apr",
            "พฤษภาคม|พ.ค.|may",
            "มิถุนายน|มิ.ย.|june|jun",
            "กรกฎาคม|ก.ค.|july|jul",
            "สิงหาคม|ส.ค.|august|aug",
            "กันยายน|ก.ย.|september|sep",
            "ตุลาคม|ต.ค.|october|oct",
            "พฤศจิกายน|พ.ย.|november|nov",
            "ธันวาคม|ธ.ค.|december|dec");

    private static final Pattern WORDS = Pattern.compile(
            "(?<day>\\d{1,2})[ .]*(?<month>\\p{L}[\\p{L}\\p{M}.]*?[\\p{L}\\p{M}.])[ .]*(?:(?:พ\\.?|ค\\.?)ศ\\.?)?["
                    + " .]*(?<year>\\d{4}|\\d{2})(?!\\d)");
    private static final Pattern NUMBERS =
            Pattern.compile("(?<day>\\d{1,2})[/.-](?<month>\\d{1,2})[/.-](?<year>\\d{4}|\\d{2})(?: .*)?");
    private static final Pattern MONTH_IN_WORDS =
            Pattern.compile("(?:ประจำ)?(?:เดือน)? ?(?<month>\\p{L}[\\p{L}\\p{M}.]*?[\\p{L}\\p{M}.])[ .'’/-]*"
                    + "(?:(?:พ\\.?|ค\\.?)ศ\\.?)?[ .]*(?<year>\\d{4}|\\d{2})");
    private static final Pattern YEAR_AND_MONTH = Pattern.compile(
            "(?:ปี)? ?(?:(?:พ\\.?|ค\\.?)ศ\\.?)? ?(?<year>\\d{4})[ /-]*(?<month>\\p{L}[\\p{L}\\p{M}.]+)");
    private static final Pattern ISO_MONTH = Pattern.compile("(?<year>\\d{4})[/-](?<month>\\d{1,2})");
    private static final Pattern MONTH_IN_NUMBERS = Pattern.compile("(?<month>\\d{1,2})[/.-](?<year>\\d{4})");
    private static final Pattern ISO =
            Pattern.compile("(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})(?:[t ].*)?");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dt[\\d:.]+(z|[+-]\\d\\d:\\d\\d)");
    private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);
    private static final int OLDEST = 20_000;
    private static final int NEWEST = 100_000;
    private static final int NEVER = 300_000;

    private Dates() {}

    /// The day that a cell holds, if it holds one.
    public static Optional<LocalDate> of(SheetCell cell) {
        return switch (cell.shown()) {
            case SheetCell.Numeric numeric -> ofNumber(numeric.number());
            case SheetCell.Text text -> of(text.text());
            case SheetCell.Blank _, SheetCell.Formula _, SheetCell.Failed _ -> Optional.empty();
        };
    }

    /// The day that a text writes and nothing else.
    public static Optional<LocalDate> of(String text) {
        var typed = CellText.latinDigits(CellText.oneLine(text)).toLowerCase(Locale.ROOT);
        if (INSTANT.matcher(typed).matches()) {
            return ofInstant(typed);
        }
        for (var pattern : List.of(ISO, NUMBERS)) {
            var numbers = pattern.matcher(typed);
            if (numbers.matches()) {
                return date(numbers.group("day"), Integer.parseInt(numbers.group("month")), numbers.group("year"));
            }
        }
        var words = WORDS.matcher(typed);
        return words.matches() ? ofWords(words.toMatchResult()) : Optional.empty();
    }

    /// The first day that stands anywhere in a text, with its month in words.
    public static Optional<LocalDate> within(String text) {
        return WORDS.matcher(CellText.latinDigits(CellText.oneLine(text)).toLowerCase(Locale.ROOT))
                .results()
                .flatMap(found -> ofWords(found).stream())
                .findFirst();
    }

    /// The day of a cell that a workbook keeps with a year of the Buddhist Era as if it were of the common one, as
    /// it does of `1/5/2566` typed into a calendar that is not Thai.
    public static Optional<LocalDate> ofWrongEra(SheetCell cell) {
        return cell.shown() instanceof SheetCell.Numeric(var _, var number)
                        && (number.compareTo(BigDecimal.valueOf(NEWEST)) >= 0)
                        && (number.compareTo(BigDecimal.valueOf(NEVER)) < 0)
                ? Optional.of(ZERO.plusDays(number.longValue()))
                        .filter(day -> FiscalYear.isValid(day.getYear()))
                        .map(day -> day.minusYears(FiscalYear.OFFSET))
                : Optional.empty();
    }

    /// The month that a text writes with its year: `ม.ค. 66`, `มกราคม พ.ศ. ๒๕๖๖`, `2566 ม.ค.`, `01/2566`,
    /// `2023-01`. An English name wants a year of four digits: two might be of either era.
    public static Optional<YearMonth> month(String text) {
        var typed = CellText.latinDigits(CellText.oneLine(text)).toLowerCase(Locale.ROOT);
        for (var pattern : List.of(ISO_MONTH, MONTH_IN_NUMBERS, YEAR_AND_MONTH, MONTH_IN_WORDS)) {
            var parts = pattern.matcher(typed);
            if (parts.matches()) {
                var isLatin = parts.group("month").charAt(0) < 0x80;
                return isLatin && parts.group("year").length() == 2
                        ? Optional.empty()
                        : number(parts.group("month"))
                                .flatMap(month -> date("1", month, parts.group("year")))
                                .map(YearMonth::from);
            }
        }
        return Optional.empty();
    }

    /// The month of any year that a text names.
    public static Optional<Month> monthAlone(String text) {
        var typed = CellText.oneLine(text).toLowerCase(Locale.ROOT).replaceFirst("^เดือน ?", "");
        return Character.isDigit(typed.isEmpty() ? '0' : typed.charAt(0))
                ? Optional.empty()
                : number(typed).map(Month::of);
    }

    /// The day that it was in Thailand.
    private static Optional<LocalDate> ofInstant(String typed) {
        try {
            return Optional.of(Thailand.date(
                    OffsetDateTime.parse(typed.toUpperCase(Locale.ROOT)).toInstant()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> ofWords(MatchResult words) {
        return number(words.group("month")).flatMap(month -> date(words.group("day"), month, words.group("year")));
    }

    /// The number of a month, of its name or of its digits.
    private static Optional<Integer> number(String written) {
        if (Character.isDigit(written.charAt(0))) {
            return Optional.of(Integer.valueOf(written));
        }
        var wanted = bare(written);
        for (var month = 1; month <= MONTHS.size(); month++) {
            for (var name : MONTHS.get(month - 1).split("\\|")) {
                if (bare(name).equals(wanted)) {
                    return Optional.of(month);
                }
            }
        }
        return Optional.empty();
    }

    private static String bare(String month) {
        return month.replace(".", "").strip();
    }

    private static Optional<LocalDate> ofNumber(BigDecimal number) {
        var isSerial =
                number.compareTo(BigDecimal.valueOf(OLDEST)) >= 0 && number.compareTo(BigDecimal.valueOf(NEWEST)) < 0;
        return isSerial ? Optional.of(ZERO.plusDays(number.longValue())) : Optional.empty();
    }

    private static Optional<LocalDate> date(String day, int month, String year) {
        var written = Integer.parseInt(year);
        var buddhist = year.length() == 2 ? 2500 + written : written;
        try {
            return Optional.of(LocalDate.of(
                    FiscalYear.isValid(buddhist) ? buddhist - FiscalYear.OFFSET : buddhist,
                    month,
                    Integer.parseInt(day)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
