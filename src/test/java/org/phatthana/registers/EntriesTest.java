package org.phatthana.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.phatthana.proof.PublicLog;
import org.phatthana.registers.RecordingOutcome.Fault;
import org.phatthana.registers.RecordingOutcome.Overtaken;
import org.phatthana.registers.RecordingOutcome.Recorded;
import org.phatthana.registers.RecordingOutcome.Refused;
import org.phatthana.values.PlaceCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Entries and their versions, in the register that the invented province's pack declares.
@SpringBootTest(properties = "phatthana.pack=tiny")
@Import(EntriesTest.Heard.class)
class EntriesTest {

    private static final EntryRecording.By BY = new EntryRecording.By(new UUID(0, 7), "officer");
    private static final LocalDate DAY = LocalDate.of(2024, 1, 15);
    private static final PlaceCode NORTH = new PlaceCode("910101");
    private static final PlaceCode SOUTH = new PlaceCode("910201");

    @Autowired
    Registers registers;

    @Autowired
    Entries entries;

    @Autowired
    EntryRecording recording;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PublicLog log;

    @Autowired
    Heard heard;

    Register wells;

    /// What a room above would hear.
    static class Heard {

        final List<EntriesChanged> news = new ArrayList<>();

        @EventListener
        void changed(EntriesChanged changed) {
            news.add(changed);
        }
    }

    @BeforeEach
    void wells() {
        wells = registers.find("wells").orElseThrow();
    }

    @Test
    void aPointStandsInItsTambonByShape() {
        var entry = added(EntryDraft.of(Map.of("name", "บ่อเหนือ"), DAY).at(point(6.05, 99.05)));
        assertThat(entry.place()).contains(NORTH);
        assertThat(entries.find(entry.id())).contains(entry);
    }

    @Test
    void valuesComeBackAsTheyWere() {
        var values = Map.<String, Object>of(
                "name",
                "บ่อครบ",
                "depth",
                new BigDecimal("12.50"),
                "users",
                40L,
                "kind",
                "drilled",
                "uses",
                List.of("drinking", "farming"),
                "dug",
                1999,
                "inspected",
                DAY,
                "works",
                true,
                "fault",
                "ฝาแตก",
                "caretaker",
                "นายสมมุติ");
        var entry = added(EntryDraft.of(values, DAY).in(SOUTH));
        var read = entries.find(entry.id()).orElseThrow();
        assertThat(read.number("depth"))
                .hasValueSatisfying(depth -> assertThat(depth).isEqualByComparingTo("12.5"));
        assertThat(read.values())
                .containsEntry("users", 40L)
                .containsEntry("uses", List.of("drinking", "farming"))
                .containsEntry("dug", 1999)
                .containsEntry("inspected", DAY)
                .containsEntry("works", true)
                .containsEntry("fault", "ฝาแตก")
                .doesNotContainKey("caretaker");
        assertThat(entries.personal(read)).containsExactly(Map.entry("caretaker", "นายสมมุติ"));
    }

    @Test
    void whatWasRecordedStaysAndAnyDayCanBeAsked() {
        var first = added(
                EntryDraft.of(Map.of("name", "บ่อเก่า", "users", 10L), DAY).in(NORTH));
        var second = changed(new EntryDraftOf(first).with(Map.of("name", "บ่อเก่า", "users", 25L), DAY.plusYears(1)));
        // A correction of what held from the first day on does not touch what came later.
        var third = changed(new EntryDraftOf(second).with(Map.of("name", "บ่อเก่า", "users", 12L), DAY));
        assertThat(entries.history(first.id())).extracting(Entry::version).containsExactly(3, 2, 1);
        assertThat(entries.on(first.id(), DAY.plusDays(3)).flatMap(entry -> entry.number("users")))
                .contains(BigDecimal.valueOf(12));
        assertThat(entries.on(first.id(), DAY.plusYears(2)).flatMap(entry -> entry.number("users")))
                .contains(BigDecimal.valueOf(25));
        assertThat(entries.knownAt(first.id(), second.recordedAt()).map(Entry::version))
                .contains(2);
        assertThat(entries.on(first.id(), DAY.minusDays(1))).isEmpty();
        assertThat(third.version()).isEqualTo(3);
    }

    @Test
    void whoWritesOverAnotherIsTold() {
        var first = added(EntryDraft.of(Map.of("name", "บ่อสองคน"), DAY).in(NORTH));
        changed(new EntryDraftOf(first).with(Map.of("name", "บ่อของคนแรก"), DAY));
        assertThat(record(new EntryDraftOf(first).with(Map.of("name", "บ่อของคนที่สอง"), DAY)))
                .asInstanceOf(type(Overtaken.class))
                .extracting(overtaken -> overtaken.now().text("name"))
                .isEqualTo(Optional.of("บ่อของคนแรก"));
    }

    @Test
    void badDraftsAreRefusedWithTheirFieldsAndNothingIsKept() {
        var size = log.size();
        var outcome = recording.record(
                wells,
                List.of(
                        EntryDraft.of(Map.of("name", "ดี"), DAY).in(NORTH),
                        EntryDraft.of(Map.of("depth", new BigDecimal("501"), "kind", "oil"), LocalDate.of(2999, 1, 1))),
                BY);
        assertThat(outcome)
                .asInstanceOf(type(Refused.class))
                .satisfies(refused -> assertThat(refused.faults())
                        .allMatch(fault -> fault.draft() == 1)
                        .extracting(Fault::field)
                        .containsExactlyInAnyOrder("name", "depth", "kind", "holds_from"));
        assertThat(log.size()).isEqualTo(size);
    }

    @Test
    void pointsOutsideAreRefusedAndSwappedOnesRecognized() {
        assertThat(faultOf(point(6.05, 105))).isEqualTo("registers.fault.outside");
        assertThat(faultOf(new GeometryFactory().createPoint(new Coordinate(6.05, 99.05))))
                .isEqualTo("registers.fault.swapped");
    }

    @Test
    void daysAndYearsOfTheOtherEraAreRefused() {
        var wrong =
                Map.<String, Object>of("name", "บ่อต่างศักราช", "dug", 2566, "inspected", LocalDate.of(2566, 1, 15));
        assertThat(recording.faults(wells, List.of(EntryDraft.of(wrong, LocalDate.of(1480, 1, 15)))))
                .extracting(Fault::field, fault -> fault.message().key())
                .containsExactlyInAnyOrder(
                        tuple("dug", "registers.fault.year"),
                        tuple("inspected", "registers.fault.day"),
                        tuple("holds_from", "registers.fault.day"));
    }

    @Test
    void aLineMayCrossTheBorderButNotLeaveTheCountry() {
        var shapes = new GeometryFactory();
        var roads = new Register(
                "roads",
                wells.title(),
                wells.description(),
                GeometryKind.LINE,
                wells.fields(),
                wells.nameField(),
                Optional.empty(),
                false,
                wells.keeper(),
                wells.source(),
                List.of(),
                Optional.empty(),
                false,
                Optional.empty(),
                List.of());
        Function<Coordinate, List<String>> ending = end -> recording
                .faults(
                        roads,
                        List.of(EntryDraft.of(Map.of("name", "ถนน"), DAY).at(shapes.createLineString(new Coordinate[] {
                            new Coordinate(99.04, 6.04), new Coordinate(99.05, 6.05), end
                        }))))
                .stream()
                .map(fault -> fault.message().key())
                .toList();
        assertThat(ending.apply(new Coordinate(99.06, 5.9))).isEmpty();
        assertThat(ending.apply(new Coordinate(6.05, 99.05))).containsExactly("registers.fault.swapped");
        assertThat(ending.apply(new Coordinate(0, 0))).containsExactly("registers.fault.outside");
    }

    @Test
    void noTwoOpenEntriesShareACode() {
        var first = added(
                EntryDraft.of(Map.of("name", "บ่อหนึ่ง", "number", "W-1"), DAY).in(NORTH));
        assertThat(record(EntryDraft.of(Map.of("name", "บ่อซ้ำ", "number", "W-1"), DAY)))
                .asInstanceOf(type(Refused.class))
                .satisfies(refused ->
                        assertThat(refused.faults()).extracting(Fault::field).containsExactly("number"));
        changed(new EntryDraftOf(first).ended(DAY.plusMonths(1)));
        assertThat(record(EntryDraft.of(Map.of("name", "บ่อใหม่", "number", "W-1"), DAY)))
                .isInstanceOf(Recorded.class);
    }

    @Test
    void listsAreInTheOrderOfNamesAndNarrowedWithoutCounting() {
        var values = Map.<String, Object>of("name", "บ่อกรองก", "kind", "dug", "works", false);
        added(EntryDraft.of(values, DAY).in(SOUTH));
        added(EntryDraft.of(Map.of("name", "บ่อกรองข", "kind", "dug", "works", false), DAY)
                .in(SOUTH));
        added(EntryDraft.of(Map.of("name", "บ่อกรองเก", "kind", "dug", "works", false), DAY)
                .in(SOUTH));
        var query = new EntryQuery(
                true, Optional.of(new PlaceCode("9102")), false, Map.of("kind", "dug", "works", "false"), "", "", 2);
        var page = entries.page(wells, query);
        // เก stands beside ก in a dictionary.
        assertThat(page.entries())
                .extracting(entry -> entry.text("name").orElseThrow())
                .containsExactly("บ่อกรองก", "บ่อกรองเก");
        var next = entries.page(wells, query.after(page.next().orElseThrow()));
        assertThat(next.entries())
                .extracting(entry -> entry.text("name").orElseThrow())
                .containsExactly("บ่อกรองข");
        assertThat(next.next()).isEmpty();
        var words = new EntryQuery(true, Optional.of(SOUTH), false, Map.of(), "กรองข", "", 10);
        assertThat(entries.page(wells, words).entries()).hasSize(1);
        assertThat(entries.byValue(wells, wells.field("kind").orElseThrow()).get("dug"))
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void anEntryThatEndsLeavesTheListAndTheCountButNotThePast() {
        var before = entries.count(wells);
        var entry = added(EntryDraft.of(Map.of("name", "บ่อเลิกใช้"), DAY).in(NORTH));
        assertThat(entries.count(wells)).isEqualTo(before + 1);
        changed(new EntryDraftOf(entry).ended(DAY.plusYears(1)));
        assertThat(entries.count(wells)).isEqualTo(before);
        assertThat(there(DAY.plusMonths(2))).contains(entry.id());
        assertThat(there(DAY.plusYears(1).plusDays(1))).doesNotContain(entry.id());
    }

    @Test
    void newsCarryWhatWasAndWhatIs() {
        heard.news.clear();
        var entry = added(EntryDraft.of(Map.of("name", "บ่อข่าว"), DAY).in(NORTH));
        changed(new EntryDraftOf(entry).with(Map.of("name", "บ่อข่าวใหม่"), DAY));
        assertThat(heard.news).hasSize(2);
        assertThat(heard.news.getLast().changes()).singleElement().satisfies(change -> {
            assertThat(change.before().flatMap(was -> was.text("name"))).contains("บ่อข่าว");
            assertThat(change.after().flatMap(is -> is.text("name"))).contains("บ่อข่าวใหม่");
        });
    }

    @Test
    void theLogNamesNobodyAndTheSchemaKeepsWhatWasRecorded() {
        var entry = added(EntryDraft.of(Map.of("name", "บ่อลับ", "fault", "รั่วมาก", "caretaker", "นางสาวสมมุติ"), DAY)
                .in(NORTH));
        assertThat(log.newestAbout(entry.address()).orElseThrow().canonical())
                .contains(entry.digest(), "บ่อลับ")
                .doesNotContain("รั่วมาก", "สมมุติ");
        for (var statement : List.of(
                "update registers.version set note = 'x' where entry = :id",
                "delete from registers.version where entry = :id",
                "delete from registers.entry where id = :id",
                "update registers.personal set content = '{}' where entry = :id")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(
                            () -> jdbc.sql(statement).param("id", entry.id()).update());
        }
        assertThat(jdbc.sql("delete from registers.personal where entry = :id")
                        .param("id", entry.id())
                        .update())
                .isEqualTo(1);
        assertThat(entries.personal(entry)).isEmpty();
    }

    /// The next version of an entry.
    private record EntryDraftOf(Entry entry) {

        EntryDraft with(Map<String, Object> values, LocalDate from) {
            return EntryDraft.of(values, from).in(entry.place().orElseThrow()).of(entry);
        }

        EntryDraft ended(LocalDate day) {
            return new EntryDraft(
                    Optional.of(entry.id()),
                    entry.version(),
                    entry.values(),
                    entry.geometry(),
                    entry.place(),
                    "",
                    entry.holdsFrom(),
                    Optional.of(day),
                    "เลิกใช้");
        }
    }

    private List<String> there(LocalDate day) {
        var ids = new ArrayList<String>();
        entries.each(wells, day, java.time.Instant.now(), entry -> ids.add(entry.id()));
        return ids;
    }

    private Entry added(EntryDraft draft) {
        return changed(draft);
    }

    private Entry changed(EntryDraft draft) {
        return switch (record(draft)) {
            case Recorded(var recorded) -> recorded.getFirst();
            case RecordingOutcome other -> throw new AssertionError(other);
        };
    }

    private RecordingOutcome record(EntryDraft draft) {
        return recording.record(wells, List.of(draft), BY);
    }

    private String faultOf(Geometry geometry) {
        var outcome = record(EntryDraft.of(Map.of("name", "บ่อไกล"), DAY).at(geometry));
        return ((Refused) outcome).faults().getFirst().message().key();
    }

    private static Geometry point(double lat, double lon) {
        return new GeometryFactory().createPoint(new Coordinate(lon, lat));
    }
}
