package org.phatthana.results.indicators;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.phatthana.packs.Pack;
import org.phatthana.packs.UnsoundPack;
import org.phatthana.results.formulas.Language;
import org.phatthana.results.formulas.NamedFunction;
import org.phatthana.strategy.Goal;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.PlaceCode;
import org.phatthana.web.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/// The indicators that the pack declares, in the files of its folder `indicators`, and their figures. A pack with
/// an unsound one does not start, and every fault is told.
@Component
public class Indicators {

    /// The fewest people that a figure may count where the pack's `indicators.yaml` says nothing else.
    private static final int USUAL_K = 5;

    /// @param fewestPeople k of k-anonymity, 3 at least
    record Settings(int fewestPeople) {

        Settings {
            if (fewestPeople < 3) {
                throw new IllegalArgumentException("indicators.yaml: fewestPeople is 3 at least, not " + fewestPeople);
            }
        }
    }

    /// What is shown of an indicator in a fiscal year.
    ///
    /// @param tallies of every place, rolled up
    /// @param hidden the places whose figures count too few people, or would give such away
    /// @param sample whether it rests on invented rows
    public record Shown(Map<PlaceCode, Tally> tallies, Set<PlaceCode> hidden, boolean sample) {

        /// What is known of a place; nothing where it is hidden.
        public Tally tally(PlaceCode place) {
            return hidden.contains(place) ? Tally.NONE : tallies.getOrDefault(place, Tally.NONE);
        }

        /// The figure of a place; empty where it is missing or hidden.
        public Optional<BigDecimal> value(Indicator indicator, PlaceCode place) {
            return indicator.value(tally(place));
        }
    }

    private final Language language;
    private final Set<String> goals;
    private final List<Map<String, Object>> declared;
    private final List<Indicator> all;
    private final Sums sums;
    private final int fewestPeople;

    Indicators(
            Pack pack, Strategy strategy, Texts texts, KnownSources sources, Sums sums, List<NamedFunction> functions) {
        this.sums = sums;
        fewestPeople = pack.find("indicators.yaml", Settings.class)
                .orElse(new Settings(USUAL_K))
                .fewestPeople();
        language = Language.of(sources.all().stream().map(FigureSource::source).toList(), functions);
        goals = strategy.goals().stream().map(Goal::id).collect(Collectors.toSet());
        var files = new TreeMap<String, List<Map<String, Object>>>();
        for (var file : pack.files("indicators")) {
            files.put(file, pack.read(file, new TypeReference<List<Map<String, Object>>>() {}));
        }
        var read = IndicatorFile.read(files, language, goals);
        if (!read.faults().isEmpty()) {
            var reader = pack.organization().mainLanguage();
            throw new UnsoundPack(read.faults().stream()
                    .map(fault -> "%s: %s, %s: %s"
                            .formatted(
                                    pack.path(fault.file()),
                                    fault.indicator(),
                                    fault.field(),
                                    texts.text(reader, fault.message())))
                    .collect(Collectors.joining("\n")));
        }
        declared = files.values().stream().flatMap(List::stream).toList();
        all = read.indicators();
        all.forEach(indicator -> sums.want(indicator.terms()));
    }

    /// What the pack says of each.
    List<Map<String, Object>> declared() {
        return declared;
    }

    /// Reads what was declared at another time.
    ///
    /// @return those that still can be understood
    List<Indicator> read(List<Map<String, Object>> others) {
        return IndicatorFile.read(Map.of("", others), language, goals).indicators();
    }

    /// All of them, in the order of their codes.
    public List<Indicator> all() {
        return all;
    }

    /// Those of a goal, in the order of their codes.
    public List<Indicator> of(Goal goal) {
        return all.stream()
                .filter(indicator -> indicator.goal().equals(goal.id()))
                .toList();
    }

    public Optional<Indicator> find(String code) {
        return all.stream().filter(indicator -> indicator.code().equals(code)).findFirst();
    }

    /// The figures of an indicator in a fiscal year, worked out from everything as it is now.
    public Shown shown(Indicator indicator, FiscalYear year) {
        var terms = kin(indicator).stream()
                .flatMap(each -> each.terms().stream())
                .distinct()
                .toList();
        return sums.read(terms, figures -> {
            var tallies = RollUp.over(figures.of(indicator, year));
            return new Shown(
                    tallies,
                    hidden(indicator, tallies, other -> RollUp.over(figures.of(other, year))),
                    figures.isSample(indicator));
        });
    }

    /// The places whose figures of an indicator are not shown.
    ///
    /// @param tallies its own, rolled up
    /// @param others those of an indicator of the same time
    public Set<PlaceCode> hidden(
            Indicator indicator, Map<PlaceCode, Tally> tallies, Function<Indicator, Map<PlaceCode, Tally>> others) {
        if (!indicator.ofPeople()) {
            return Set.of();
        }
        var tables = kin(indicator).stream()
                .map(each -> each.equals(indicator) ? tallies : others.apply(each))
                .toList();
        return Suppression.of(tables, fewestPeople).stream()
                .filter(place -> tallies.getOrDefault(place, Tally.NONE).known() > 0)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The indicator, and of those of people also all that count over the same rows, or over those of one that
    /// does, in the order of their codes. How many live somewhere is told to everyone and joins none.
    private List<Indicator> kin(Indicator indicator) {
        if (!indicator.ofPeople()) {
            return List.of(indicator);
        }
        var joined = sources(indicator);
        for (var before = 0; before < joined.size(); ) {
            before = joined.size();
            all.stream()
                    .filter(other -> other.ofPeople() && !Collections.disjoint(joined, sources(other)))
                    .forEach(other -> joined.addAll(sources(other)));
        }
        return Stream.concat(Stream.of(indicator), all.stream().filter(other -> !other.equals(indicator)))
                .filter(other ->
                        other.equals(indicator) || (other.ofPeople() && !Collections.disjoint(joined, sources(other))))
                .sorted(Comparator.comparing(Indicator::code))
                .toList();
    }

    private static Set<String> sources(Indicator indicator) {
        return indicator.terms().stream()
                .map(term -> term.source().name())
                .filter(name -> !name.equals(PlacesSource.NAME))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
