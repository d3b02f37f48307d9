package org.phatthana.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.phatthana.proof.PublicLog;
import org.phatthana.registers.ObservationOutcome.Recorded;
import org.phatthana.registers.ObservationOutcome.Refused;
import org.phatthana.registers.RecordingOutcome.Fault;
import org.phatthana.values.PlaceCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Dated figures, in the series that the invented province's pack declares.
@SpringBootTest(properties = "phatthana.pack=tiny")
@Import(ObservationsTest.Heard.class)
class ObservationsTest {

    private static final EntryRecording.By BY = new EntryRecording.By(new UUID(0, 7), "officer");
    private static final String NORTH = "910101";
    private static final String SOUTH = "910201";

    /// A year that nobody else writes about.
    private static final LocalDate DAY = LocalDate.of(1998, 5, 1);

    @Autowired
    ObservationRecording recording;

    @Autowired
    Observations observations;

    @Autowired
    EntryRecording entries;

    @Autowired
    Registers registers;

    @Autowired
    PublicLog log;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    Heard heard;

    /// What a room above would hear.
    static class Heard {

        final List<ObservationsChanged> news = new ArrayList<>();

        @EventListener
        void changed(ObservationsChanged changed) {
            news.add(changed);
        }
    }

    @Test
    void aFigureStandsUntilAnotherReplacesItAndBothStay() {
        var first = recorded(rain(NORTH, DAY, "12.5")).getFirst();
        var between = clock.instant();
        var second = recorded(rain(NORTH, DAY, "13.1")).getFirst();
        assertThat(second.replaces()).hasValue(first.number());
        assertThat(second.number()).isGreaterThan(first.number());
        assertThat(observations.history("rain", NORTH, DAY))
                .extracting(one -> one.value().toPlainString())
                .containsExactly("13.1", "12.5");
        assertThat(standing("rain", DAY, DAY)).containsExactly(tuple(NORTH, 13_100_000L));
        var then = new ArrayList<Observed>();
        observations.each("rain", Optional.of(between), then::add);
        assertThat(then.stream().filter(one -> one.day().equals(DAY)))
                .extracting(Observed::millionths)
                .containsExactly(12_500_000L);
        var change = heard.news.getLast().changes().getFirst();
        assertThat(change.before())
                .hasValueSatisfying(one -> assertThat(one.number()).isEqualTo(first.number()));
        assertThat(change.after()).isEqualTo(second);
        assertThat(heard.news.getLast().newestBefore()).isEqualTo(first.number());
    }

    @Test
    void whatSaysNothingNewIsLeftAsItIs() {
        var day = DAY.plusDays(1);
        recorded(rain(NORTH, day, "7"));
        var size = log.size();
        assertThat(recording.record(List.of(rain(NORTH, day, "7.0"), rain(SOUTH, day, "8")), BY))
                .asInstanceOf(type(Recorded.class))
                .satisfies(done -> {
                    assertThat(done.unchanged()).isEqualTo(1);
                    assertThat(done.observations())
                            .extracting(Observation::subject)
                            .containsExactly(SOUTH);
                });
        assertThat(log.size()).isEqualTo(size + 1);
        assertThat(recording.record(List.of(rain(NORTH, day, "7")), BY)).isEqualTo(new Recorded(List.of(), 1));
        assertThat(log.size()).isEqualTo(size + 1);
    }

    @Test
    void aWithdrawnFigureStandsNoMoreAndSaysWhy() {
        var day = DAY.plusDays(2);
        recorded(rain(NORTH, day, "7"));
        assertThat(refused(withdrawn(NORTH, day, ""))).containsExactly("0 note registers.observation.why");
        var gone = recorded(withdrawn(NORTH, day, "เครื่องวัดเสีย")).getFirst();
        assertThat(gone.withdrawn()).isTrue();
        assertThat(standing("rain", day, day)).isEmpty();
        assertThat(refused(withdrawn(NORTH, day, "อีกครั้ง"))).containsExactly("0 value registers.observation.nothing");
        recorded(rain(NORTH, day, "9"));
        assertThat(standing("rain", day, day)).containsExactly(tuple(NORTH, 9_000_000L));
    }

    @Test
    void everythingThatStandsAgainstFiguresIsToldAndNothingIsKept() {
        var newest = observations.newest();
        var day = DAY.plusDays(3);
        var future = LocalDate.now(clock).plusDays(2);
        assertThat(refused(
                        rain(NORTH, day, "1"),
                        rain("919999", day, "1"),
                        rain("9101", day, "1"),
                        rain(NORTH, future, "1"),
                        rain(NORTH, LocalDate.of(1066, 1, 1), "1"),
                        rain(NORTH, day.plusDays(1), "1.25"),
                        rain(NORTH, day.plusDays(2), "1000000000001"),
                        ObservationDraft.of("snow", NORTH, day, BigDecimal.ONE),
                        new ObservationDraft(
                                "rain",
                                SOUTH,
                                day,
                                Optional.of(BigDecimal.ONE),
                                Optional.of("bucket"),
                                "x".repeat(201),
                                Flag.UNLIKELY,
                                "",
                                OptionalLong.empty()),
                        rain(NORTH, day, "2")))
                .containsExactlyInAnyOrder(
                        "1 subject registers.observation.no-subject",
                        "2 subject registers.observation.no-subject",
                        "3 day registers.fault.future",
                        "4 day registers.observation.no-day",
                        "5 value registers.observation.decimals",
                        "6 value registers.observation.large",
                        "7 series registers.observation.no-series",
                        "8 method registers.fault.no-code",
                        "8 source registers.fault.long",
                        "8 flag registers.observation.found",
                        "9 day registers.observation.twice");
        assertThat(observations.newest()).isEqualTo(newest);
    }

    @Test
    void aFigureIsOnlyCorrectedByWhoSawItAsItStands() {
        var day = DAY.plusDays(10);
        var first = recorded(rain(NORTH, day, "1")).getFirst();
        recorded(rain(NORTH, day, "2"));
        assertThat(refused(new ObservationDraft(
                        "rain",
                        NORTH,
                        day,
                        Optional.of(BigDecimal.TEN),
                        Optional.empty(),
                        "",
                        Flag.OK,
                        "",
                        OptionalLong.of(first.number()))))
                .containsExactly("0 value registers.observation.overtaken");
    }

    @Test
    void whatIsImpossibleOrUnlikelyIsKeptAndWaitsForAPerson() {
        var from = LocalDate.of(1998, 7, 1);
        var drafts = new ArrayList<ObservationDraft>();
        for (var i = 0; i < 10; i++) {
            drafts.add(rain(SOUTH, from.plusDays(i), Integer.toString(10 + i % 3)));
        }
        drafts.add(rain(SOUTH, from.plusDays(10), "90"));
        drafts.add(rain(SOUTH, from.plusDays(11), "11"));
        drafts.add(rain(SOUTH, from.plusDays(12), "501"));
        drafts.add(rain(SOUTH, from.plusDays(13), "-1"));
        var all = recorded(drafts.toArray(ObservationDraft[]::new));
        assertThat(all).filteredOn(one -> one.flag() == Flag.OK).hasSize(11);
        assertThat(all.subList(10, 14))
                .extracting(Observation::flag)
                .containsExactly(Flag.UNLIKELY, Flag.OK, Flag.IMPOSSIBLE, Flag.IMPOSSIBLE);
        assertThat(observations.waiting(1_000)).contains(all.get(10), all.get(12), all.get(13));
        assertThat(standing("rain", from, from.plusDays(13))).hasSize(14);

        recorded(new ObservationDraft(
                "rain",
                SOUTH,
                from.plusDays(10),
                Optional.of(new BigDecimal("90")),
                Optional.empty(),
                "",
                Flag.CHECKED,
                "ฝนตกหนักจริง",
                OptionalLong.of(all.get(10).number())));
        assertThat(observations.waiting(1_000)).doesNotContain(all.get(10)).contains(all.get(12));
    }

    @Test
    void figuresOfEntriesCountWhereTheEntryStands() {
        var wells = registers.find("wells").orElseThrow();
        var draft = EntryDraft.of(Map.of("name", "บ่อวัดระดับ"), LocalDate.of(2020, 1, 1))
                .in(new PlaceCode(SOUTH));
        var well = ((RecordingOutcome.Recorded) entries.record(wells, List.of(draft), BY))
                .entries()
                .getFirst();
        var level = recorded(
                        ObservationDraft.of("well-level", well.id(), LocalDate.of(1998, 5, 17), new BigDecimal("4.25")))
                .getFirst();
        assertThat(level.place()).isEqualTo(new PlaceCode(SOUTH));
        assertThat(level.day()).isEqualTo(LocalDate.of(1998, 5, 1));
        assertThat(recorded(
                        ObservationDraft.of("well-level", well.id(), LocalDate.of(1998, 6, 2), new BigDecimal("30"))))
                .extracting(Observation::flag)
                .containsExactly(Flag.UNLIKELY);
        assertThat(refused(ObservationDraft.of("well-level", "nobody", DAY, BigDecimal.ONE)))
                .containsExactly("0 subject registers.observation.no-subject");
    }

    @Test
    void theLogTellsHowManyAndTheDigestOverAllOfThem() {
        var day = LocalDate.of(1998, 8, 1);
        var all = recorded(rain(NORTH, day, "3"), rain(SOUTH, day, "4"));
        var entry = log.newest(Long.MAX_VALUE, 1).getFirst();
        assertThat(entry.canonical())
                .contains(
                        ObservationRecording.digest("", all), "registers.observations-recorded", "/observations/rain");
        assertThat(ObservationRecording.digest(
                        "",
                        all.stream()
                                .map(one -> observations.find(one.number()).orElseThrow())
                                .toList()))
                .isEqualTo(ObservationRecording.digest("", all));
    }

    @Test
    void theDigestOfFiguresOfPeopleCannotBeFoundByTryingAndTheStaffCanCheckIt() {
        var all = recorded(ObservationDraft.of("patients", NORTH, LocalDate.of(1993, 10, 1), BigDecimal.TWO));
        var entry = log.newest(Long.MAX_VALUE, 1).getFirst().canonical();
        var salt = jdbc.sql("select salt from registers.recording where last = :last")
                .param("last", all.getFirst().number())
                .query(String.class)
                .single();
        assertThat(salt).hasSizeGreaterThanOrEqualTo(32);
        assertThat(entry)
                .contains(ObservationRecording.digest(salt, all))
                .doesNotContain(ObservationRecording.digest("", all), salt);
    }

    @Test
    void theDatabaseItselfRefusesToChangeOrDeleteWhatWasObserved() {
        var one = recorded(rain(NORTH, LocalDate.of(1998, 8, 9), "3")).getFirst();
        for (var statement : List.of(
                "update registers.observation set value = 1 where number = :number",
                "update registers.observation set replaced_by = number where number = :number",
                "delete from registers.observation where number = :number",
                "delete from registers.recording where last >= :number")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() ->
                            jdbc.sql(statement).param("number", one.number()).update());
        }
    }

    @Test
    void manyFiguresAreRecordedAtOnceAndReadInPages() {
        var from = LocalDate.of(1999, 10, 1);
        var drafts = IntStream.range(0, 700)
                .mapToObj(i -> rain(i % 2 == 0 ? NORTH : SOUTH, from.plusDays(i / 2), Integer.toString(i % 20)))
                .toArray(ObservationDraft[]::new);
        recorded(drafts);
        var seen = new ArrayList<Observation>();
        var last = Optional.<Observation>empty();
        do {
            var page = observations.page("rain", new PlaceCode("91"), from, from.plusDays(349), last, 300);
            seen.addAll(page);
            last = page.size() < 300 ? Optional.empty() : Optional.of(page.getLast());
        } while (last.isPresent());
        assertThat(seen).hasSize(700).doesNotHaveDuplicates();
        var north = new ArrayList<Observed>();
        observations.within("rain", new PlaceCode(NORTH), from, from.plusDays(9), north::add);
        assertThat(north).hasSize(10);
        assertThat(observations.of("rain", NORTH, Optional.empty(), 3)).hasSize(3);
    }

    private static ObservationDraft rain(String place, LocalDate day, String value) {
        return ObservationDraft.of("rain", place, day, new BigDecimal(value));
    }

    private static ObservationDraft withdrawn(String place, LocalDate day, String why) {
        return new ObservationDraft(
                "rain", place, day, Optional.empty(), Optional.empty(), "", Flag.OK, why, OptionalLong.empty());
    }

    private List<Observation> recorded(ObservationDraft... drafts) {
        var outcome = recording.record(List.of(drafts), BY);
        assertThat(outcome).isInstanceOf(Recorded.class);
        return ((Recorded) outcome).observations();
    }

    private List<String> refused(ObservationDraft... drafts) {
        var outcome = recording.record(List.of(drafts), BY);
        assertThat(outcome).isInstanceOf(Refused.class);
        return ((Refused) outcome).faults().stream().map(ObservationsTest::told).toList();
    }

    private static String told(Fault fault) {
        return fault.draft() + " " + fault.field() + " " + fault.message().key();
    }

    private List<Tuple> standing(String series, LocalDate from, LocalDate to) {
        var all = new ArrayList<Observed>();
        observations.within(series, new PlaceCode("91"), from, to, all::add);
        return all.stream().map(one -> tuple(one.subject(), one.millionths())).toList();
    }
}
