package org.phatthana.works;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.phatthana.people.Directory;
import org.phatthana.people.Person;
import org.phatthana.strategy.Mission;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.PlaceCode;
import org.phatthana.values.Thailand;
import org.springframework.stereotype.Component;

/// Finds works by what readers ask, and says what is of concern about them.
@Component
public class WorkList {

    private final Works works;
    private final Strategy strategy;
    private final Directory directory;
    private final Clock clock;

    WorkList(Works works, Strategy strategy, Directory directory, Clock clock) {
        this.works = works;
        this.strategy = strategy;
        this.directory = directory;
        this.clock = clock;
    }

    /// Works in the order of [Works#all].
    public List<Work> find(WorkQuery query) {
        var all = works.all();
        var owners = query.concern().filter(Concern.UNOWNED::equals).isPresent() ? owners(all) : Set.<UUID>of();
        var matches = matching(query);
        return all.stream()
                .filter(matches)
                .filter(work -> query.concern().stream().allMatch(concern -> has(work, concern, owners)))
                .toList();
    }

    private Predicate<Work> matching(WorkQuery query) {
        var words = query.text().strip().toLowerCase(Locale.ROOT).split("\\s+");
        return work -> query.year().stream().allMatch(work.year()::equals)
                && query.state().stream().allMatch(work.state()::equals)
                && (query.mission().isEmpty()
                        || mission(work)
                                .filter(mission -> mission.id().equals(query.mission()))
                                .isPresent())
                && fits(query.department(), List.of(work.opened().department()))
                && fits(
                        query.amphoe(),
                        work.amphoe().stream().map(PlaceCode::code).toList())
                && Stream.of(words).allMatch(text(work)::contains);
    }

    private static boolean fits(String wanted, List<String> values) {
        return wanted.isEmpty()
                || (wanted.equals(WorkQuery.NONE)
                        ? values.stream().allMatch(String::isEmpty)
                        : values.contains(wanted));
    }

    private static String text(Work work) {
        return Stream.concat(
                        work.name().texts().values().stream(),
                        Stream.of(
                                work.opened().department(),
                                work.supplier().orElse(""),
                                work.opened().egp(),
                                work.contract()
                                        .map(each -> each.fact().number())
                                        .orElse("")))
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
    }

    /// The mission that works serve, by the goal of their project when they were opened.
    public Optional<Mission> mission(Work work) {
        return strategy.goal(work.opened().goal()).map(strategy::missionOf);
    }

    /// Those who look after some works and whose accounts may be used. The sample's are looked after by whoever
    /// told it.
    public Set<UUID> owners(Collection<Work> some) {
        var ids =
                some.stream().flatMap(work -> work.owner().stream()).distinct().toList();
        return Stream.concat(
                        directory.find(ids).values().stream()
                                .filter(Person::enabled)
                                .map(Person::id),
                        some.stream()
                                .filter(Work::sample)
                                .flatMap(work -> work.owner().stream())
                                .filter(SampleWorks.OWNER::equals))
                .collect(Collectors.toSet());
    }

    /// Whether something is of concern about works.
    ///
    /// @param owners as [#owners] gives them
    public boolean has(Work work, Concern concern, Set<UUID> owners) {
        return switch (concern) {
            case LATE -> work.isLate(today());
            case OVER -> !work.over().isZero();
            case UNPAID -> !work.unpaid().isZero();
            case UNOWNED ->
                work.state().isOpen() && work.owner().filter(owners::contains).isEmpty();
            case UNSIGNED -> work.state() == WorkState.AWARDED;
        };
    }

    /// The day in Thailand.
    public LocalDate today() {
        return Thailand.date(clock.instant());
    }
}
