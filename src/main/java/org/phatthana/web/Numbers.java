package org.phatthana.web;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.Collator;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.chrono.ThaiBuddhistDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Language;
import org.phatthana.values.Money;
import org.phatthana.values.Thailand;

/// How one language writes numbers, money, fiscal years and dates, and how it sorts. Digits are Latin in every
/// language.
///
/// In Thai, years are of the Buddhist Era; elsewhere fiscal years and dates are of the Common Era.
public final class Numbers {

    private final Language language;
    private final LocalizedNumberFormatter whole;
    private final LocalizedNumberFormatter twoPlaces;
    private final LocalizedNumberFormatter onePlace;
    private final DateTimeFormatter longMonth;
    private final DateTimeFormatter shortMonth;
    private final DateTimeFormatter longDate;
    private final DateTimeFormatter time;
    private final Collator collator;

    Numbers(Language language) {
        this.language = language;
        var locale = language.locale();
        var base = NumberFormatter.withLocale(com.ibm.icu.util.ULocale.forLocale(locale));
        this.whole = base.precision(Precision.integer());
        this.twoPlaces = base.precision(Precision.fixedFraction(2));
        this.onePlace = base.precision(Precision.fixedFraction(1));
        this.shortMonth = DateTimeFormatter.ofPattern("MMM uu", locale);
        this.longMonth = DateTimeFormatter.ofPattern("MMMM y", locale);
        this.longDate = DateTimeFormatter.ofPattern("d MMMM y", locale);
        this.time = DateTimeFormatter.ofPattern("HH:mm", locale);
        this.collator = Collator.getInstance(locale);
    }

    public String number(long value) {
        return whole.format(value).toString();
    }

    /// A number with one decimal, for lengths, shares and the like.
    public String decimal(double value) {
        return onePlace.format(value).toString();
    }

    /// A share between 0 and 1 as a percentage with one decimal.
    public String percent(double share) {
        return onePlace.format(share * 100).toString() + "%";
    }

    /// Baht with its satang only where there are any: `926,200,000` or `1,092.97`.
    public String baht(Money money) {
        return money.satang() % 100 == 0
                ? whole.format(money.satang() / 100).toString()
                : twoPlaces.format(money.baht()).toString();
    }

    /// Millions of baht with two decimals, half up: `926.20`.
    public String millions(Money money) {
        return twoPlaces
                .format(money.baht().movePointLeft(6).setScale(2, java.math.RoundingMode.HALF_UP))
                .toString();
    }

    /// The fiscal year in the era of the language: `2566` in Thai, `2023` elsewhere.
    public String year(FiscalYear year) {
        return Integer.toString(isThai() ? year.buddhistEra() : year.commonEra());
    }

    public String date(LocalDate date) {
        return longDate.format(isThai() ? ThaiBuddhistDate.from(date) : date);
    }

    /// A month with its year: `พฤศจิกายน 2569`.
    public String month(YearMonth month) {
        var first = month.atDay(1);
        return longMonth.format(isThai() ? ThaiBuddhistDate.from(first) : first);
    }

    /// A day's month with two digits of its year, for drawings: `พ.ย. 69`.
    public String shortMonth(LocalDate day) {
        return shortMonth.format(isThai() ? ThaiBuddhistDate.from(day) : day);
    }

    /// The date and minute of an instant in Thailand.
    public String moment(Instant instant) {
        var local = instant.atZone(Thailand.ZONE);
        return date(local.toLocalDate()) + " " + time.format(local) + (isThai() ? " น." : "");
    }

    /// The order of a dictionary of the language.
    public Comparator<String> order() {
        return (a, b) -> {
            synchronized (collator) {
                return collator.compare(a, b);
            }
        };
    }

    /// A number as an attribute that browsers parse.
    public static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private boolean isThai() {
        return language.equals(Language.THAI);
    }
}
