package org.phatthana.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.phatthana.commands.Synthetic;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.FiscalYear;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/// Synthetic figures of the invented province, in a database that has no others.
@SpringBootTest(properties = "phatthana.pack=tiny")
@Transactional
class SampleObservationsTest {

    @Autowired
    SampleObservations samples;

    @Autowired
    Observations observations;

    @Autowired
    ObservationRecording recording;

    @Autowired
    PublicLog log;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void empty() {
        jdbc.sql("truncate registers.observation, registers.recording cascade").update();
        jdbc.sql("update registers.series set standing = 0").update();
    }

    @Test
    void figuresAreSpreadOverAllSeriesAndYearsAndSayThatTheyAreSamples() {
        assertThat(samples.make(wish(600))).isEqualTo("600 new, 0 as they were");
        var years = new HashSet<FiscalYear>();
        var series = new HashSet<String>();
        observations.each(one -> {
            years.add(FiscalYear.containing(one.day()));
            series.add(one.series());
            assertThat(one.sample()).isTrue();
            assertThat(one.flag()).isNotEqualTo(Flag.IMPOSSIBLE);
        });
        assertThat(years).hasSize(3);
        assertThat(series).isEqualTo(Set.of("rain", "patients"));
        assertThat(log.at(log.size() - 1).orElseThrow().sample()).isTrue();
    }

    @Test
    void aLargerSampleLeavesAsItIsWhatASmallerOneHasMade() {
        samples.make(wish(200));
        assertThat(samples.make(wish(200))).isEqualTo("0 new, 200 as they were");
        assertThat(samples.make(wish(600))).isEqualTo("400 new, 200 as they were");
    }

    @Test
    void moreThanThereIsRoomForIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> samples.make(wish(10_000_000)))
                .withMessageContaining("3 fiscal years");
        assertThat(observations.newest()).isZero();
    }

    @Test
    void noSamplesAreMadeBesideRealFigures() {
        recording.record(
                List.of(ObservationDraft.of("rain", "910101", LocalDate.of(2020, 1, 1), BigDecimal.ONE)),
                new EntryRecording.By(new UUID(0, 7), "officer"));
        assertThatIllegalArgumentException().isThrownBy(() -> samples.make(wish(10)));
    }

    private static Synthetic.Wish wish(int rows) {
        return new Synthetic.Wish(rows, 0, 3, 1);
    }
}
