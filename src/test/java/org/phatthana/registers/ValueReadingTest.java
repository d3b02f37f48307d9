package org.phatthana.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.phatthana.packs.Pack;
import org.phatthana.registers.declared.Declarations;
import org.phatthana.registers.reading.ReadValue;
import org.phatthana.registers.reading.ValueReading;
import org.phatthana.values.Message;

/// What people write into cells, read as values of the fields of wells.
class ValueReadingTest {

    private static final Declarations TINY = new Declarations(new Pack("tiny"));
    private static final ValueReading READING = new ValueReading(TINY.units(), _ -> Optional.empty());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        12.5      | 12.5
        ๑๒.๕      | 12.5
        12 ม.     | 12
        ๑๒ เมตร   | 12
        0.25 กม.  | 250
        ๒๕๐ ซม.   | 2.5
        1,250.5 m | 1250.5
        """)
    void numbersMayCarryTheirUnit(String written, BigDecimal metres) {
        assertThat(read("depth", written))
                .isInstanceOfSatisfying(
                        BigDecimal.class, value -> assertThat(value).isEqualByComparingTo(metres));
    }

    @Test
    void whatWasConvertedIsToldAndWhatCannotBeIsRefused() {
        var converted = (ReadValue.Value) READING.read(field("depth"), "0.25 กม.");
        assertThat(converted.note().map(Message::key)).contains("registers.read.converted");
        assertThat(((ReadValue.Value) READING.read(field("depth"), "12 ม.")).note())
                .isEmpty();
        assertThat(why("depth", "12 ไร่")).isEqualTo("registers.read.other-unit");
        assertThat(why("depth", "ลึกมาก")).isEqualTo("registers.read.no-number");
        assertThat(why("users", "12.5")).isEqualTo("registers.read.no-whole");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2542       | 1999
        ๒๕๔๒       | 1999
        พ.ศ. 2542  | 1999
        ปี พ.ศ.2542 | 1999
        1999       | 1999
        ค.ศ. 1999  | 1999
        """)
    void yearsOfTheBuddhistEraAreNotTakenForCommonOnes(String written, int year) {
        assertThat(read("dug", written)).isEqualTo(year);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/05/2567", "๓๑ พ.ค. ๒๕๖๗", "31 พฤษภาคม 2567", "2024-05-31", "31/05/2024"})
    void daysOfEitherEra(String written) {
        assertThat(read("inspected", written)).isEqualTo(LocalDate.of(2024, 5, 31));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "–", "ไม่มี", "ไม่ระบุ", "N/A", "ไม่มีข้อมูล"})
    void whatSaysThatThereIsNothingIsNothing(String written) {
        assertThat(READING.read(field("depth"), written)).isInstanceOf(ReadValue.Nothing.class);
        assertThat(READING.read(field("inspected"), written)).isInstanceOf(ReadValue.Nothing.class);
    }

    @Test
    void codesAreReadByTheirWordsRangesAndCombinations() {
        assertThat(read("kind", "บาดาล")).isEqualTo("drilled");
        assertThat(read("kind", "Drilled")).isEqualTo("drilled");
        assertThat(read("uses", "เกษตร, ดื่ม")).isEqualTo(List.of("drinking", "farming"));
        assertThat(read("uses", "ดื่ม–เกษตร")).isEqualTo(List.of("drinking", "washing", "farming"));
        assertThat(read("uses", "ครัวเรือน")).isEqualTo(List.of("drinking", "washing"));
        assertThat(why("kind", "น้ำมัน")).isEqualTo("registers.read.no-code");
        assertThat(why("kind", "บ่อขุด, บาดาล")).isEqualTo("registers.read.several");
    }

    @Test
    void yesNoAndLinks() {
        assertThat(read("works", "ใช้ได้")).isEqualTo(true);
        assertThat(read("works", "ไม่มี")).isEqualTo(false);
        assertThat(why("works", "บางครั้ง")).isEqualTo("registers.read.no-yes");
        assertThat(read("page", "https://example.org/well")).isEqualTo("https://example.org/well");
        assertThat(why("page", "javascript:alert(1)")).isEqualTo("registers.read.no-link");
    }

    private static Object read(String field, String written) {
        return ((ReadValue.Value) READING.read(field(field), written)).value();
    }

    private static String why(String field, String written) {
        return ((ReadValue.Unreadable) READING.read(field(field), written))
                .why()
                .key();
    }

    private static Field field(String code) {
        return TINY.registers(_ -> true).getFirst().field(code).orElseThrow();
    }
}
