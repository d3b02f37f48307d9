package org.phatthana.plan.operation;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Language;

/// The months of a fiscal year by their numbers: 1 is October, 12 is September.
///
/// @param language in which they are named
public record FiscalMonths(FiscalYear year, Language language) {

    public static final int IN_A_YEAR = 12;

    /// Months of the fiscal year that lie in the calendar year before.
    static final int BEFORE_NEW_YEAR = 3;

    public List<Integer> numbers() {
        return between(1, IN_A_YEAR);
    }

    /// `ต.ค.`
    public String brief(int number) {
        return month(number).getDisplayName(TextStyle.SHORT, language.locale());
    }

    /// `ตุลาคม 2569`
    public String whole(int number) {
        return month(number).getDisplayName(TextStyle.FULL, language.locale()) + " " + calendarYear(number);
    }

    /// Months that follow one another without a gap.
    public record Span(int first, int last) {}

    /// The months from one to another.
    public static List<Integer> between(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    /// Months as the spans that they make.
    ///
    /// @param months in their order
    public static List<Span> spans(List<Integer> months) {
        var spans = new ArrayList<Span>();
        for (var month : months) {
            var goesOn = !spans.isEmpty() && spans.getLast().last() == month - 1;
            spans.add(goesOn ? new Span(spans.removeLast().first(), month) : new Span(month, month));
        }
        return spans;
    }

    /// `ต.ค. 2569 – ม.ค. 2570, มี.ค. 2570`.
    public String in(List<Integer> months) {
        return spans(months).stream()
                .map(span -> span(span.first(), span.last()))
                .collect(Collectors.joining(", "));
    }

    /// `ต.ค. 2569 – ม.ค. 2570`; one month by itself.
    private String span(int first, int last) {
        var end = brief(last) + " " + calendarYear(last);
        return first == last ? end : brief(first) + " " + calendarYear(first) + " – " + end;
    }

    int calendarYear(int number) {
        var of = number <= BEFORE_NEW_YEAR ? year.plus(-1) : year;
        return language.equals(Language.THAI) ? of.buddhistEra() : of.commonEra();
    }

    private static Month month(int number) {
        return Month.SEPTEMBER.plus(number);
    }
}
