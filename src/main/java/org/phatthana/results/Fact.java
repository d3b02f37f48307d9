package org.phatthana.results;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import org.phatthana.values.Message;
import org.phatthana.values.Money;

/// Something that the program counted.
///
/// @param name as templates write it: `with-kpi`
/// @param count how many, or how many satang, or 1 for yes and 0 for no; empty where it is not known
/// @param whole of how many; empty where it is no part of anything
/// @param unknown of how many nothing is known
/// @param address of the page that shows it, without a language
public record Fact(String name, Kind kind, Optional<Long> count, Optional<Long> whole, long unknown, String address) {

    private static final int HUNDRED = 100;

    /// What a fact's numbers are.
    public enum Kind {
        NUMBER,
        BAHT,
        ANSWER;

        /// As programs read it.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Fact number(String name, long count, String address) {
        return new Fact(name, Kind.NUMBER, Optional.of(count), Optional.empty(), 0, address);
    }

    static Fact share(String name, long count, long whole, String address) {
        return new Fact(name, Kind.NUMBER, Optional.of(count), Optional.of(whole), 0, address);
    }

    /// A share of what is known.
    ///
    /// @param known of how many it is known at all; where it is of none, the fact is not known
    static Fact share(String name, Kind kind, long count, long known, long unknown, String address) {
        return known == 0 && unknown > 0
                ? unknown(name, kind, address)
                : new Fact(name, kind, Optional.of(count), Optional.of(known), unknown, address);
    }

    static Fact answer(String name, boolean yes, String address) {
        return new Fact(name, Kind.ANSWER, Optional.of(yes ? 1L : 0L), Optional.empty(), 0, address);
    }

    static Fact unknown(String name, Kind kind, String address) {
        return new Fact(name, kind, Optional.empty(), Optional.empty(), 0, address);
    }

    /// What it says, for readers.
    public Message value() {
        if (count.isEmpty()) {
            return Message.of("results.value.unknown");
        }
        if (kind == Kind.ANSWER) {
            return Message.of(count.get() == 1 ? "results.value.yes" : "results.value.no");
        }
        return percent()
                .map(percent -> Message.of("results.value.share", shown(count.get()), shown(whole.orElse(0L)), percent))
                .orElseGet(() -> whole.isPresent()
                        ? Message.of("results.value.of", shown(count.get()), shown(whole.get()))
                        : Message.of("results.value.number", shown(count.get())));
    }

    private Object shown(long number) {
        return kind == Kind.BAHT ? Message.of("results.value.baht", new Money(number)) : (Object) number;
    }

    /// The share in percent with one decimal; empty where it is no share, or one of nothing.
    Optional<String> percent() {
        return ofWhole(HUNDRED, 1).map(BigDecimal::toPlainString);
    }

    /// The share of some points, with two decimals.
    Optional<BigDecimal> suggestion(int points) {
        return ofWhole(points, Scores.DECIMALS).map(Scores::plain);
    }

    private Optional<BigDecimal> ofWhole(int points, int decimals) {
        return count.flatMap(part -> whole.filter(all -> all > 0)
                .map(all -> BigDecimal.valueOf(part)
                        .multiply(BigDecimal.valueOf(points))
                        .divide(BigDecimal.valueOf(all), decimals, RoundingMode.HALF_UP)));
    }
}
