package org.phatthana.results.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.phatthana.results.formulas.Column;
import org.phatthana.results.formulas.Formula;
import org.phatthana.results.formulas.Kind;
import org.phatthana.results.formulas.Language;
import org.phatthana.results.formulas.Row;
import org.phatthana.results.formulas.Source;
import org.phatthana.results.formulas.Term;
import org.phatthana.results.formulas.Type;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.PlaceCode;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class KeptSumsTest {

    private static final List<PlaceCode> TAMBON = Stream.of("910101", "910102", "910201", "910202")
            .map(PlaceCode::new)
            .toList();
    private static final List<PlaceCode> ALL = Stream.concat(
                    TAMBON.stream(),
                    Stream.of("91", "9101", "9102", "91010103", "920101").map(PlaceCode::new))
            .toList();
    private static final List<String> SOURCES = List.of("pupils", "teachers");
    private static final Language LANGUAGE =
            Language.of(SOURCES.stream().map(KeptSumsTest::source).toList(), List.of());

    /// What formulas are made of: exact sums, weighted ones, divisions that round, conditions, missing values.
    private static final List<Formula> FORMULAS = Stream.of(
                    "sum(pupils: value)",
                    "count(teachers)",
                    "sum(pupils: 100 / value where flag != \"odd\") / 7",
                    "sum(teachers: value where value > 500) * 3 - sum(pupils: value where flag = \"odd\")",
                    "sum(teachers: value * weight)")
            .map(KeptSumsTest::formula)
            .toList();

    private static final List<Term> TERMS =
            FORMULAS.stream().flatMap(formula -> formula.terms().stream()).toList();

    private final Rows rows = new Rows();
    private final Grid grid = new Grid(TAMBON);
    private final KeptSums kept = new KeptSums(rows, grid, () -> rows.version, new SimpleMeterRegistry());

    @AfterEach
    void closed() {
        assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.clear();
        }
    }

    @Test
    void whatIsKeptIsToTheLastDigitWhatAFullCountComesTo() {
        for (var seed = 0; seed < 60; seed++) {
            rows.clear();
            var sums = new KeptSums(rows, grid, () -> rows.version, new SimpleMeterRegistry());
            sums.want(TERMS);
            var random = new Random(seed);
            for (var step = 0; step < 40; step++) {
                var changes = rows.random(random, 1 + random.nextInt(8));
                switch (random.nextInt(4)) {
                    case 0 -> rows.commit(changes); // somebody else, of whom nothing is told
                    case 1 -> told(sums, changes, TransactionSynchronization.STATUS_ROLLED_BACK);
                    default -> told(sums, changes, TransactionSynchronization.STATUS_COMMITTED);
                }
                if (random.nextBoolean()) {
                    assertThat(figures(sums)).as("seed %d, step %d", seed, step).isEqualTo(full());
                }
            }
            assertThat(figures(sums)).as("seed %d", seed).isEqualTo(full());
        }
    }

    @Test
    void whatIsToldIsCountedWithoutReadingTheRowsAgain() {
        rows.commit(rows.random(new Random(1), 20));
        assertThat(figures(kept)).isEqualTo(full());
        var reads = rows.reads;
        for (var i = 0; i < 5; i++) {
            told(kept, rows.random(new Random(i), 20), TransactionSynchronization.STATUS_COMMITTED);
            assertThat(figures(kept)).isEqualTo(full());
        }
        assertThat(rows.reads).isEqualTo(reads);
    }

    @Test
    void whatSomebodyElseRecordedIsReadOnAndNotAllAnew() {
        rows.commit(rows.random(new Random(1), 20));
        figures(kept);
        var reads = rows.reads;
        rows.commit(rows.random(new Random(2), 20));
        assertThat(figures(kept)).isEqualTo(full());
        assertThat(rows.reads).isEqualTo(reads);
        assertThat(rows.tails).isEqualTo(1);
    }

    @Test
    void aTransactionSeesWhatItRecordedItselfAndNobodyElseDoes() throws InterruptedException {
        rows.commit(rows.random(new Random(1), 20));
        var before = figures(kept);
        var changes = rows.random(new Random(2), 20);
        TransactionSynchronizationManager.initSynchronization();
        var first = rows.number;
        rows.commit(changes);
        kept.change(changes.stream(), first, rows.number);
        assertThat(figures(kept)).isEqualTo(full()).isNotEqualTo(before);

        var seen = new ArrayList<Map<Formula, Map<PlaceCode, Tally>>>();
        rows.visible = first;
        var other = Thread.ofVirtual().start(() -> seen.add(figures(kept)));
        other.join();
        rows.visible = Long.MAX_VALUE;
        assertThat(seen).containsExactly(before);
        end(TransactionSynchronization.STATUS_COMMITTED);
        assertThat(figures(kept)).isEqualTo(full());
    }

    @Test
    void aTermThatNobodyAskedForBeforeIsCountedFromAllRows() {
        rows.commit(rows.random(new Random(1), 30));
        figures(kept);
        var term = formula("count(pupils where flag = \"odd\")");
        told(kept, rows.random(new Random(3), 30), TransactionSynchronization.STATUS_COMMITTED);
        assertThat(tallies(kept, term)).isEqualTo(tallies(full(List.of(term)), term));
        told(kept, rows.random(new Random(4), 30), TransactionSynchronization.STATUS_COMMITTED);
        assertThat(tallies(kept, term)).isEqualTo(tallies(full(List.of(term)), term));
    }

    private void told(KeptSums sums, List<GrowingRows.Change> changes, int status) {
        TransactionSynchronizationManager.initSynchronization();
        var before = rows.number;
        if (status == TransactionSynchronization.STATUS_COMMITTED) {
            rows.commit(changes);
        }
        sums.change(changes.stream(), before, before + changes.size());
        end(status);
    }

    private static void end(int status) {
        var all = TransactionSynchronizationManager.getSynchronizations();
        TransactionSynchronizationManager.clearSynchronization();
        all.forEach(one -> one.afterCompletion(status));
    }

    private Map<Formula, Map<PlaceCode, Tally>> figures(KeptSums sums) {
        var all = new LinkedHashMap<Formula, Map<PlaceCode, Tally>>();
        FORMULAS.forEach(formula -> all.put(formula, tallies(sums, formula)));
        return all;
    }

    private Map<PlaceCode, Tally> tallies(KeptSums sums, Formula formula) {
        return sums.read(formula.terms(), each -> tallies(new Figures(grid, each), formula));
    }

    private Map<Formula, Map<PlaceCode, Tally>> full() {
        var figures = full(FORMULAS);
        var all = new LinkedHashMap<Formula, Map<PlaceCode, Tally>>();
        FORMULAS.forEach(formula -> all.put(formula, tallies(figures, formula)));
        return all;
    }

    private Figures full(List<Formula> formulas) {
        assertThat(formulas).isNotEmpty();
        var bySource = new HashMap<String, List<Figures.PlacedRow>>();
        rows.each(given ->
                bySource.computeIfAbsent(given.source(), _ -> new ArrayList<>()).add(given.row()));
        rows.reads--;
        return Figures.of(TAMBON, bySource);
    }

    /// Of both fiscal years that rows lie in.
    private static Map<PlaceCode, Tally> tallies(Figures figures, Formula formula) {
        var all = new HashMap<PlaceCode, Tally>();
        for (var year : List.of(2568, 2569)) {
            RollUp.over(figures.of(formula, Optional.empty(), new FiscalYear(year)))
                    .forEach((place, tally) -> all.merge(place, tally, Tally::plus));
        }
        return all;
    }

    private static Source source(String name) {
        return new Source(
                name,
                List.of(
                        Column.of("value", Type.of(Kind.NUMBER)),
                        Column.of("weight", Type.of(Kind.NUMBER)),
                        Column.of("flag", Type.of(Kind.TEXT)),
                        Column.of("day", Type.of(Kind.DATE))),
                "day",
                true);
    }

    private static Formula formula(String text) {
        return assertThat(LANGUAGE.read(text, Map.of(), ""))
                                .isInstanceOf(Formula.class)
                                .actual()
                        instanceof Formula formula
                ? formula
                : FORMULAS.getFirst();
    }

    /// A database of rows.
    private static final class Rows implements GrowingRows {

        private record Written(long number, Change change) {}

        private final List<Written> written = new ArrayList<>();
        private final Map<String, Given> standing = new LinkedHashMap<>();
        private long number;
        private long version;
        private long visible = Long.MAX_VALUE;
        private int reads;
        private int tails;

        void clear() {
            written.clear();
            standing.clear();
            number = 0;
        }

        void commit(List<Change> changes) {
            for (var change : changes) {
                written.add(new Written(++number, change));
                change.before().ifPresent(row -> standing.remove(row.row().id()));
                change.after().ifPresent(row -> standing.put(row.row().id(), new Given(change.source(), row)));
            }
            version++;
        }

        /// Rows that are new, others that change, move to another place and month, or are withdrawn.
        List<Change> random(Random random, int count) {
            var changes = new ArrayList<Change>();
            var now = new LinkedHashMap<>(standing);
            for (var i = 0; i < count; i++) {
                var known = List.copyOf(now.values());
                var before = known.isEmpty() || random.nextInt(3) == 0
                        ? Optional.<Given>empty()
                        : Optional.of(known.get(random.nextInt(known.size())));
                var source = before.map(Given::source).orElse(SOURCES.get(random.nextInt(SOURCES.size())));
                var id = before.map(given -> given.row().row().id()).orElse(source + "-" + random.nextLong());
                var after = before.isPresent() && random.nextInt(4) == 0
                        ? Optional.<Figures.PlacedRow>empty()
                        : Optional.of(before.map(Given::row)
                                .filter(_ -> random.nextBoolean())
                                .map(row -> corrected(row, random))
                                .orElseGet(() -> row(id, random)));
                before.ifPresent(_ -> now.remove(id));
                after.ifPresent(row -> now.put(id, new Given(source, row)));
                changes.add(new Change(source, before.map(Given::row), after));
            }
            return changes;
        }

        /// The same row in its place and on its day, with another value, or the same.
        private static Figures.PlacedRow corrected(Figures.PlacedRow row, Random random) {
            var was = (ExactRow) row.row();
            var value = random.nextBoolean() ? random.nextLong(1_000_000_000L) : was.millionths();
            return new Figures.PlacedRow(
                    new ExactRow(was.id(), value, was.weight(), was.flag(), was.day()), row.place(), row.sample());
        }

        private static Figures.PlacedRow row(String id, Random random) {
            var day = LocalDate.of(2024, 10, 1).plusDays(random.nextInt(729));
            var value = random.nextInt(5) == 0 ? 0 : random.nextLong(1_000_000_000L);
            return new Figures.PlacedRow(
                    new ExactRow(
                            id,
                            value,
                            random.nextInt(9) == 0 ? null : "1.7",
                            random.nextInt(3) == 0 ? "odd" : "ok",
                            day),
                    ALL.get(random.nextInt(ALL.size())),
                    random.nextInt(5) == 0);
        }

        @Override
        public Collection<FigureSource> sources() {
            return List.of();
        }

        @Override
        public long newest() {
            return Math.min(number, visible);
        }

        @Override
        public long each(Consumer<Given> consumer) {
            reads++;
            standing.values().forEach(consumer);
            return number;
        }

        @Override
        public long since(long from, Consumer<Change> changes) {
            tails++;
            written.stream().filter(one -> one.number > from).forEach(one -> changes.accept(one.change));
            return number;
        }
    }

    private record ExactRow(
            String id, long millionths, @Nullable String weight, String flag, LocalDate day) implements Row.Exact {

        @Override
        public @Nullable Object value(String column) {
            return switch (column) {
                case "value" -> BigDecimal.valueOf(millionths, Term.SCALE);
                case "weight" -> weight == null ? null : new BigDecimal(weight);
                case "flag" -> flag;
                default -> day;
            };
        }

        @Override
        public boolean isExact(String column) {
            return column.equals("value");
        }

        @Override
        public long millionths(String column) {
            return millionths;
        }
    }
}
