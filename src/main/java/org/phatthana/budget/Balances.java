package org.phatthana.budget;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.phatthana.values.Money;

/// What stands in each stage of a budget line's money, or of several lines'.
///
/// @param amounts debits less credits of every stage
public record Balances(Map<Stage, Money> amounts) {

    public static final Balances NONE = new Balances(Map.of());

    public Balances {
        var all = new EnumMap<Stage, Money>(Stage.class);
        for (var stage : Stage.values()) {
            all.put(stage, amounts.getOrDefault(stage, Money.ZERO));
        }
        amounts = Collections.unmodifiableMap(all);
    }

    public Balances plus(Balances other) {
        var sums = new EnumMap<Stage, Money>(Stage.class);
        for (var stage : Stage.values()) {
            sums.put(stage, of(stage).plus(other.of(stage)));
        }
        return new Balances(sums);
    }

    /// Debits less credits of a stage: of a source negative where it gave.
    public Money of(Stage stage) {
        return amounts.getOrDefault(stage, Money.ZERO);
    }

    public Money appropriated() {
        return of(Stage.APPROPRIATED).negated();
    }

    public Money supplemented() {
        return of(Stage.SUPPLEMENTED).negated();
    }

    /// Negative where more was taken than brought.
    public Money transferred() {
        return of(Stage.TRANSFERRED).negated();
    }

    public Money carriedIn() {
        return of(Stage.CARRIED_IN).negated();
    }

    /// What may be spent in all: given, supplemented, transferred and brought over.
    public Money authorised() {
        return appropriated().plus(supplemented()).plus(transferred()).plus(carriedIn());
    }

    public Money reserved() {
        return of(Stage.RESERVED);
    }

    public Money committed() {
        return of(Stage.COMMITTED);
    }

    public Money disbursed() {
        return of(Stage.DISBURSED);
    }

    /// What is free: allotted or not, and neither set aside, owed nor paid (คงเหลือ).
    public Money left() {
        return of(Stage.UNALLOTTED).plus(of(Stage.ALLOTTED));
    }
}
