package org.phatthana.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.phatthana.exchange.SheetCell;
import org.phatthana.registers.Series.Every;
import org.phatthana.registers.reading.Period;
import org.phatthana.registers.reading.PeriodReading;
import org.phatthana.registers.reading.ReadValue;
import org.phatthana.values.FiscalYear;

/// Days, months and fiscal years as people write them, in either era.
class PeriodReadingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        DAY   | 1 พ.ค. 2566          | 2023-05-01 |
        DAY   | ๑/๕/๒๕๖๖             | 2023-05-01 |
        DAY   | 2023-05-01           | 2023-05-01 |
        DAY   | 2566-05-01           | 2023-05-01 | read
        MONTH | พ.ค. 66              | 2023-05-01 |
        MONTH | เดือนพฤษภาคม พ.ศ. ๒๕๖๖ | 2023-05-01 |
        MONTH | 2566 พ.ค.            | 2023-05-01 |
        MONTH | ปี 2566 พฤษภาคม      | 2023-05-01 |
        MONTH | ปีงบประมาณ 2566 ต.ค.  | 2022-10-01 |
        MONTH | 05/2566              | 2023-05-01 |
        MONTH | 2023-05              | 2023-05-01 |
        MONTH | 2566-05              | 2023-05-01 | read
        MONTH | May 2023             | 2023-05-01 |
        MONTH | 17 May 2023          | 2023-05-01 |
        YEAR  | 2566                 | 2022-10-01 |
        YEAR  | ปีงบประมาณ ๒๕๖๖       | 2022-10-01 |
        YEAR  | พ.ศ. 2566            | 2022-10-01 |
        YEAR  | 2023                 | 2022-10-01 | read
        YEAR  | ค.ศ. 2023            | 2022-10-01 | read
        """)
    void whatAFigureStandsForIsReadAsItsFirstDay(Every every, String written, LocalDate first, String told) {
        assertThat(PeriodReading.read(every, new SheetCell.Text(0, written)))
                .isInstanceOfSatisfying(ReadValue.Value.class, read -> {
                    assertThat(read.value()).isEqualTo(first);
                    assertThat(read.note().map(message -> message.key()).orElse(""))
                            .isEqualTo(told == null ? "" : "registers.period." + told);
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        DAY   | พ.ค. 2566  | no-day
        DAY   | 2566       | no-day
        DAY   | 31/2/2566  | no-day
        DAY   | 3109-05-01 | wrong-era
        DAY   | 1480-05-01 | wrong-era
        MONTH | พ.ค.       | no-month
        MONTH | May 23     | no-month
        MONTH | 2566       | no-month
        MONTH | 13/2566    | no-month
        YEAR  | พ.ค. 2566  | no-year
        YEAR  | 1480       | wrong-era
        YEAR  | 3109       | wrong-era
        YEAR  | 66         | no-year
        YEAR  | 1700       | no-era
        """)
    void whatNobodyCanMeanIsRefused(Every every, String written, String why) {
        assertThat(PeriodReading.read(every, new SheetCell.Text(0, written)))
                .isInstanceOfSatisfying(
                        ReadValue.Unreadable.class,
                        read -> assertThat(read.why().key()).isEqualTo("registers.period." + why));
    }

    @Test
    void aYearOfAnotherEraIsNamedThatMayBeMeant() {
        for (var written : new String[] {"1480", "3109"}) {
            assertThat(PeriodReading.read(Every.YEAR, new SheetCell.Text(0, written)))
                    .isInstanceOfSatisfying(
                            ReadValue.Unreadable.class,
                            read -> assertThat(read.why().arguments()).containsExactly(written, new FiscalYear(2566)));
        }
    }

    @Test
    void theDaysOfWorkbooksAreReadAlsoWhereTheirYearIsOfTheBuddhistEra() {
        assertThat(PeriodReading.read(Every.DAY, number("45047"))).isEqualTo(new ReadValue.Value(day(2023, 5, 1)));
        assertThat(PeriodReading.read(Every.DAY, number("243374")))
                .isInstanceOfSatisfying(ReadValue.Value.class, read -> {
                    assertThat(read.value()).isEqualTo(day(2023, 5, 1));
                    assertThat(read.note()).isPresent();
                });
    }

    @Test
    void headingsOfColumnsAreDaysMonthsAndYears() {
        assertThat(PeriodReading.heading("45047")).contains(new Period(Every.DAY, day(2023, 5, 1)));
        assertThat(PeriodReading.heading("ม.ค. 2566")).contains(new Period(Every.MONTH, day(2023, 1, 1)));
        assertThat(PeriodReading.heading("ปี ๒๕๖๖")).contains(new Period(Every.YEAR, day(2022, 10, 1)));
        for (var other : new String[] {"ตำบล", "รวม", "ม.ค.", "910101", "12"}) {
            assertThat(PeriodReading.heading(other)).as(other).isEmpty();
        }
        assertThat(PeriodReading.month(Month.OCTOBER, new FiscalYear(2566)).first())
                .isEqualTo(day(2022, 10, 1));
        assertThat(PeriodReading.month(Month.SEPTEMBER, new FiscalYear(2566)).first())
                .isEqualTo(day(2023, 9, 1));
    }

    private static SheetCell number(String number) {
        return new SheetCell.Numeric(0, new BigDecimal(number));
    }

    private static LocalDate day(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }
}
