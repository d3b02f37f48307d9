package org.phatthana.results.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.phatthana.registers.Entry;
import org.phatthana.registers.EntryDraft;
import org.phatthana.registers.EntryRecording;
import org.phatthana.registers.RecordingOutcome;
import org.phatthana.registers.Registers;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.PlaceCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/// A register and an indicator over it that only a pack declares: its figures follow what is recorded.
@SpringBootTest(properties = "phatthana.pack=tiny")
class RegisterSourceTest {

    private static final EntryRecording.By BY = new EntryRecording.By(new UUID(0, 8), "officer");
    private static final PlaceCode NORTH = new PlaceCode("910101");
    private static final PlaceCode PROVINCE = new PlaceCode("91");
    private static final FiscalYear BEFORE = new FiscalYear(2566);
    private static final FiscalYear FIRST = new FiscalYear(2567);
    private static final FiscalYear SECOND = new FiscalYear(2568);
    private static final LocalDate DUG = LocalDate.of(2024, 5, 1);

    @Autowired
    Indicators indicators;

    @Autowired
    FigureRows rows;

    @Autowired
    KnownSources sources;

    @Autowired
    Registers registers;

    @Autowired
    EntryRecording recording;

    Indicator wells;

    @BeforeEach
    void wells() {
        wells = indicators.find("G1-02").orElseThrow();
    }

    @Test
    void anEntryCountsInItsTambonFromTheYearOnInWhichItCame() {
        var before = counts(NORTH);
        recorded(draft("บ่อนับ", Map.of()).in(NORTH));
        var after = counts(NORTH);
        assertThat(after.before()).isEqualTo(before.before());
        assertThat(after.first()).isEqualTo(before.first() + 1);
        assertThat(after.second()).isEqualTo(before.second() + 1);
    }

    @Test
    void anEntryThatEndedCountsNoMoreAndStillCountsInThePast() {
        var entry = recorded(draft("บ่อเลิกนับ", Map.of()).in(NORTH));
        var before = counts(NORTH);
        recorded(new EntryDraft(
                Optional.of(entry.id()),
                entry.version(),
                entry.values(),
                entry.geometry(),
                entry.place(),
                "",
                entry.holdsFrom(),
                Optional.of(LocalDate.of(2025, 2, 1)),
                "เลิกใช้"));
        var after = counts(NORTH);
        assertThat(after.first()).isEqualTo(before.first());
        assertThat(after.second()).isEqualTo(before.second() - 1);
    }

    @Test
    void whatNobodyCanPlaceCountsInTheProvince() {
        var tambon = counts(NORTH);
        var province = counts(PROVINCE);
        recorded(draft("บ่อไม่รู้ที่", Map.of()));
        assertThat(counts(NORTH)).isEqualTo(tambon);
        assertThat(counts(PROVINCE).first()).isEqualTo(province.first() + 1);
    }

    @Test
    void formulasSpeakOfEveryKindOfField() {
        var formula = rows.formula(
                "sum(wells: depth where name = \"บ่อสูตร\" and kind = \"drilled\" and uses_drinking and not"
                        + " uses_farming and works and users = 40 and dug < 2000 and inspected > \"2020-01-01\" and"
                        + " placed)");
        recorded(draft(
                        "บ่อสูตร",
                        Map.of(
                                "depth",
                                new BigDecimal("12.5"),
                                "users",
                                40L,
                                "kind",
                                "drilled",
                                "uses",
                                List.of("drinking"),
                                "works",
                                true,
                                "dug",
                                1999,
                                "inspected",
                                DUG))
                .in(NORTH));
        assertThat(rows.sums(formula, FIRST).get(NORTH)).isEqualTo(Tally.known(12_500_000, 0));
    }

    @Test
    void fieldsThatAreNotForEveryoneAreNotCountedOver() {
        assertThat(sources.of("wells").source().columns())
                .extracting(column -> column.name())
                .contains("depth", "uses_farming")
                .doesNotContain("fault", "caretaker", "uses");
    }

    @Test
    void aFigureOpensToItsEntriesAndToWhatWasKnownEarlier() {
        var earlier = Instant.now();
        var entry = recorded(draft("บ่อที่มา", Map.of()).in(NORTH));
        assertThat(rows.parts(wells, FIRST, NORTH, Optional.empty()).orElseThrow())
                .extracting(part -> part.row().id())
                .contains(entry.address() + "#2567");
        var source = sources.of("wells");
        assertThat(ids(source.rows(Instant.now()).orElseThrow())).contains(entry.address() + "#2567");
        assertThat(ids(source.rows(earlier).orElseThrow())).doesNotContain(entry.address() + "#2567");
        var origin = source.origin(entry.address() + "#2567").orElseThrow();
        assertThat(origin.name().thai()).isEqualTo("บ่อที่มา");
        assertThat(origin.address()).isEqualTo(entry.address());
        assertThat(origin.told()).isEqualTo(entry.address());
    }

    @Test
    void noRegisterIsCalledAsASourceOfTheProgram() {
        var one = sources.of("places");
        assertThatIllegalStateException()
                .isThrownBy(() -> KnownSources.byName(List.of(one, one)))
                .withMessageContaining("places");
    }

    private static List<String> ids(List<Figures.PlacedRow> rows) {
        return rows.stream().map(placed -> placed.row().id()).toList();
    }

    private record Counts(long before, long first, long second) {}

    private Counts counts(PlaceCode place) {
        return new Counts(count(place, BEFORE), count(place, FIRST), count(place, SECOND));
    }

    private long count(PlaceCode place, FiscalYear year) {
        var tally = indicators.shown(wells, year).tallies().getOrDefault(place, Tally.NONE);
        return tally.numerator() / 1_000_000;
    }

    private static EntryDraft draft(String name, Map<String, Object> more) {
        var values = new HashMap<String, Object>(more);
        values.put("name", name);
        return EntryDraft.of(values, DUG);
    }

    private Entry recorded(EntryDraft draft) {
        return switch (recording.record(registers.find("wells").orElseThrow(), List.of(draft), BY)) {
            case RecordingOutcome.Recorded(var entries) -> entries.getFirst();
            case RecordingOutcome other -> throw new AssertionError(other);
        };
    }
}
