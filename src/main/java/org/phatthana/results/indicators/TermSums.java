package org.phatthana.results.indicators;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.phatthana.results.formulas.Term;
import org.phatthana.values.FiscalYear;

/// What one term comes to in each place and month. Rows are added and taken away again in any order: shares are
/// whole numbers of millionths, so what is left is to the last digit what a count of all rows anew comes to.
final class TermSums {

    /// Where rows count that count in every month.
    private static final int ALWAYS = -1;

    private static final int MONTHS = 12;

    private final Term term;
    private final Grid grid;
    private final Cells always;

    /// The months that follow one another from [#first]; null where nothing was ever counted.
    private @Nullable Cells[] months = {};

    private int first;
    private int samples;

    /// By how much a row moves the sums.
    ///
    /// @param place the number of its place; −1 where it lies in none
    /// @param month [#ALWAYS] where it counts in every month
    /// @param amount in millionths
    /// @param known how many rows more count
    /// @param missing how many rows more would, if more were known of them
    /// @param rows how many rows more there are
    /// @param samples how many of those are samples
    record Move(TermSums of, int place, int month, long amount, int known, int missing, int rows, int samples) {

        /// @throws ArithmeticException if the sum is beyond nine million millions; then nothing has moved
        void apply() {
            of.apply(this);
        }

        private boolean isBeside(Move other) {
            return place == other.place && month == other.month;
        }

        /// Both together, which are of one place and month.
        private Move plus(Move other) {
            return new Move(
                    of,
                    place,
                    month,
                    Math.addExact(amount, other.amount),
                    known + other.known,
                    missing + other.missing,
                    rows + other.rows,
                    samples + other.samples);
        }

        private boolean isNothing() {
            return amount == 0 && known == 0 && missing == 0 && rows == 0 && samples == 0;
        }
    }

    /// What the term comes to in some months together, by the number of the place: amounts in millionths, how many
    /// rows count, and how many would if more were known of them.
    static final class Cells {
        private final long[] amounts;
        private final int[] known;
        private final int[] missing;

        /// How many rows count in any of the places.
        private int knownAnywhere;

        /// How many would in any of the places, if more were known of them.
        private int missingAnywhere;

        /// How many rows there are, whether or not they count.
        private int rows;

        Cells(int places) {
            amounts = new long[places];
            known = new int[places];
            missing = new int[places];
        }

        long amount(int place) {
            return amounts[place];
        }

        int known(int place) {
            return known[place];
        }

        int missing(int place) {
            return missing[place];
        }

        private void add(Cells other) {
            for (var place = 0; place < amounts.length; place++) {
                amounts[place] = Math.addExact(amounts[place], other.amounts[place]);
                known[place] += other.known[place];
            }
            for (var place = 0; other.missingAnywhere > 0 && place < missing.length; place++) {
                missing[place] += other.missing[place];
            }
            knownAnywhere += other.knownAnywhere;
            missingAnywhere += other.missingAnywhere;
            rows += other.rows;
        }

        private void add(Move move) {
            if (move.place >= 0) {
                amounts[move.place] = Math.addExact(amounts[move.place], move.amount);
                if (move.known != 0 || move.missing != 0) {
                    known[move.place] += move.known;
                    missing[move.place] += move.missing;
                    knownAnywhere += move.known;
                    missingAnywhere += move.missing;
                }
            }
            rows += move.rows;
        }
    }

    TermSums(Term term, Grid grid) {
        this.term = term;
        this.grid = grid;
        this.always = new Cells(grid.size());
    }

    Term term() {
        return term;
    }

    /// @throws ArithmeticException if the sum is beyond nine million millions
    void add(Figures.PlacedRow row) {
        move(row, 1).apply();
    }

    /// What a change moves: where a row stays in its place and month, the difference alone, and nothing where there
    /// is none.
    void moves(GrowingRows.Change change, Collection<Move> moves) {
        if (change.staysInPlace()) {
            var rise = term.rise(
                    change.before().orElseThrow().row(),
                    change.after().orElseThrow().row());
            if (rise.isPresent()) {
                if (rise.get() instanceof Term.Amount(var amount, var day)) {
                    var place = grid.number(change.after().orElseThrow().place());
                    moves.add(new Move(this, place, month(day), amount, 0, 0, 0, 0));
                }
                return;
            }
        }
        var gone = change.before().map(row -> move(row, -1));
        var come = change.after().map(row -> move(row, 1));
        if (gone.isPresent() && come.isPresent() && gone.get().isBeside(come.get())) {
            var difference = gone.get().plus(come.get());
            if (!difference.isNothing()) {
                moves.add(difference);
            }
        } else {
            gone.ifPresent(moves::add);
            come.ifPresent(moves::add);
        }
    }

    /// What a row moves when it comes, or when it goes.
    ///
    /// @param sign 1 or −1
    private Move move(Figures.PlacedRow placed, int sign) {
        var place = grid.number(placed.place());
        var samples = placed.sample() ? sign : 0;
        return switch (term.share(placed.row())) {
            case Term.Amount(var amount, var day) ->
                new Move(this, place, month(day), sign * amount, sign, 0, sign, samples);
            case Term.Missing(var day) -> new Move(this, place, month(day), 0, 0, sign, sign, samples);
            case Term.Nothing _ ->
                day(placed)
                        .map(day -> new Move(this, -1, month(day), 0, 0, 0, sign, samples))
                        .orElseGet(() -> new Move(this, -1, ALWAYS, 0, 0, 0, 0, samples));
        };
    }

    private Optional<LocalDate> day(Figures.PlacedRow placed) {
        return !term.dated().isEmpty() && placed.row().value(term.dated()) instanceof LocalDate day
                ? Optional.of(day)
                : Optional.empty();
    }

    /// Moves these sums, or a copy of them.
    void apply(Move move) {
        cells(move.month).add(move);
        samples += move.samples;
    }

    private Cells cells(int month) {
        if (month == ALWAYS) {
            return always;
        }
        if (months.length == 0) {
            first = month;
        }
        if (month < first || month >= first + months.length) {
            reach(month);
        }
        var cells = months[month - first];
        if (cells == null) {
            cells = new Cells(grid.size());
            months[month - first] = cells;
        }
        return cells;
    }

    /// Makes room for a month, in whole years.
    private void reach(int month) {
        var from = Math.floorDiv(Math.min(first, month), MONTHS) * MONTHS;
        var to = (Math.floorDiv(Math.max(first + months.length - 1, month), MONTHS) + 1) * MONTHS;
        var wider = new @Nullable Cells[to - from];
        System.arraycopy(months, 0, wider, first - from, months.length);
        months = wider;
        first = from;
    }

    TermSums copy() {
        var copy = new TermSums(term, grid);
        copy.always.add(always);
        copy.first = first;
        copy.months = Arrays.stream(months).map(this::copy).toArray(Cells[]::new);
        copy.samples = samples;
        return copy;
    }

    private @Nullable Cells copy(@Nullable Cells cells) {
        if (cells == null) {
            return null;
        }
        var copy = new Cells(grid.size());
        copy.add(cells);
        return copy;
    }

    /// Whether any row that the term could count is a sample.
    boolean hasSamples() {
        return samples > 0;
    }

    /// The fiscal years that any row of the source lies in, whether or not the term counts it.
    SortedSet<FiscalYear> years() {
        var all = new TreeSet<FiscalYear>();
        for (var i = 0; i < months.length; i++) {
            var cells = months[i];
            if ((cells != null) && (cells.rows > 0)) {
                all.add(FiscalYear.containing(
                        LocalDate.of((first + i) / MONTHS, Math.floorMod(first + i, MONTHS) + 1, 1)));
            }
        }
        return all;
    }

    /// Whether anything counts, or would if more were known of it, in a month.
    boolean isIn(int month) {
        var at = month - first;
        var cells = (at >= 0) && (at < months.length) ? months[at] : null;
        return (cells != null) && (cells.knownAnywhere + cells.missingAnywhere > 0);
    }

    /// What the term comes to in months that follow one another, with what counts in every month once.
    Cells of(int from, int count) {
        var all = new Cells(grid.size());
        all.add(always);
        for (var at = Math.max(0, from - first); at < Math.min(months.length, from - first + count); at++) {
            var cells = months[at];
            if (cells != null) {
                all.add(cells);
            }
        }
        return all;
    }

    /// The number of the month of a day.
    static int month(LocalDate day) {
        return day.equals(LocalDate.MIN) ? ALWAYS : day.getYear() * MONTHS + day.getMonthValue() - 1;
    }
}
