package org.phatthana.plan.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Language;

class FiscalMonthsTest {

    private final FiscalMonths thai = new FiscalMonths(new FiscalYear(2570), Language.THAI);
    private final FiscalMonths english = new FiscalMonths(new FiscalYear(2570), Language.ENGLISH);

    @Test
    void aFiscalYearBeginsInOctoberOfTheYearBefore() {
        assertThat(thai.whole(1)).isEqualTo("ตุลาคม 2569");
        assertThat(thai.whole(3)).isEqualTo("ธันวาคม 2569");
        assertThat(thai.whole(4)).isEqualTo("มกราคม 2570");
        assertThat(thai.whole(12)).isEqualTo("กันยายน 2570");
        assertThat(english.whole(1)).isEqualTo("October 2026");
    }

    @Test
    void aSpanNamesBothEndsAndASingleMonthItself() {
        assertThat(thai.in(List.of(2, 3, 4, 5))).isEqualTo("พ.ย. 2569 – ก.พ. 2570");
        assertThat(english.in(List.of(6))).isEqualTo("Mar 2027");
    }

    @Test
    void monthsWithAGapAreSeveralSpans() {
        assertThat(thai.in(List.of(1, 3, 4, 12))).isEqualTo("ต.ค. 2569, ธ.ค. 2569 – ม.ค. 2570, ก.ย. 2570");
    }
}
