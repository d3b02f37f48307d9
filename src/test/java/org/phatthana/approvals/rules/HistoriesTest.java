package org.phatthana.approvals.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.phatthana.approvals.Act;
import org.phatthana.approvals.Ask;
import org.phatthana.approvals.Decider;
import org.phatthana.approvals.Office;
import org.phatthana.approvals.Route;
import org.phatthana.approvals.State;
import org.phatthana.people.Role;
import org.phatthana.values.Localized;

/// What holds of every history: random routes, random people with random duties who ask for random things. The name
/// of a case is its seed.
class HistoriesTest {

    private static final int ASKS = 120;
    private static final Instant START = Instant.parse("2026-01-05T03:00:00Z");

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    private final List<Act> acts = new ArrayList<>();
    private final List<UUID> people = new ArrayList<>();

    @ParameterizedTest
    @MethodSource("seeds")
    void theRulesHoldOfEveryHistory(int seed) {
        var random = new Random(seed);
        var route = route(random);
        IntStream.range(0, 7).forEach(i -> people.add(new UUID(seed, i)));
        acts.add(RulesTest.submission(people.getFirst()));
        for (var i = 1; i <= ASKS; i++) {
            var before = Standing.of(route, acts);
            var asker = asker(random);
            var ask = ask(random, before);
            switch (Rules.rule(route, acts, asker, ask, START.plusSeconds(i))) {
                case Ruling.Refused(var why) -> assertThat(why.key()).startsWith("approvals.refused.");
                case Ruling.Accepted(var appended, var after) -> {
                    check(route, before, asker, appended);
                    acts.addAll(appended);
                    assertThat(Standing.of(route, acts)).isEqualTo(after);
                    assertThat(after.acts()).isEqualTo(acts.size());
                    assertThat(after.authors()).containsAll(before.authors());
                }
            }
        }
    }

    private static void check(Route route, Standing before, Asker asker, List<Act> appended) {
        assertThat(before.state().isClosed())
                .as("a closed matter never changes")
                .isFalse();
        var number = before.acts();
        for (var act : appended) {
            assertThat(act.number()).isEqualTo(++number);
            assertThat(act.account()).isEqualTo(asker.account());
            switch (act.kind()) {
                case APPROVE, RETURN, REJECT -> {
                    assertThat(before.authors()).as("no author decides").doesNotContain(act.account(), act.holder());
                    assertThat(before.votes()).noneMatch(vote -> vote.holder().equals(act.holder()));
                    assertThat(act.kind() != Act.Kind.APPROVE
                                    || before.step(route).record().isEmpty()
                                    || before.records()
                                            .contains(before.step(route).record()))
                            .as("what is passed has its record")
                            .isTrue();
                }
                case CLOSE_VOTE -> checkVote(route, before, appended, act);
                default -> assertThat(appended).hasSize(1);
            }
        }
    }

    private static void checkVote(Route route, Standing before, List<Act> appended, Act closing) {
        var count = Objects.requireNonNull(closing.count());
        var votes = new ArrayList<>(before.votes());
        if (appended.size() == 2) {
            var last = appended.getFirst();
            votes.add(new Vote(
                    Objects.requireNonNull(last.holder()),
                    Objects.requireNonNull(last.account()),
                    last.office(),
                    last.kind()));
        }
        assertThat(count.cast()).isEqualTo(votes.size());
        var decider = (Decider.ByVote) before.step(route).decider();
        var needed = decider.quorum() == Decider.Quorum.HALF ? count.members() / 2.0 : count.members() * 2 / 3.0;
        assertThat((double) count.cast())
                .as("a quorum")
                .isGreaterThanOrEqualTo(needed)
                .isPositive();
        assertThat(votes.stream().map(Vote::holder)).doesNotHaveDuplicates();
        assertThat(votes.stream().map(Vote::caster)).doesNotHaveDuplicates();
        if (count.result() == Act.Kind.APPROVE) {
            var chair =
                    votes.stream().anyMatch(vote -> vote.office() == Office.CHAIR && vote.choice() == Act.Kind.APPROVE);
            assertThat(2 * count.approving() > count.cast() || (2 * count.approving() == count.cast() && chair))
                    .as("a majority")
                    .isTrue();
        }
    }

    private Asker asker(Random random) {
        var account = people.get(random.nextInt(people.size()));
        var duties = new ArrayList<Duty>();
        var offices = List.of(Office.values());
        for (var i = random.nextInt(4); i > 0; i--) {
            var holder = random.nextInt(3) == 0 ? people.get(random.nextInt(people.size())) : account;
            duties.add(
                    switch (random.nextInt(3)) {
                        case 0 -> new Duty.InRole(Role.PLANNER, holder);
                        case 1 -> new Duty.InRole(Role.EXECUTIVE, holder);
                        default -> new Duty.OnBody("board", offices.get(random.nextInt(offices.size())), holder);
                    });
        }
        return new Asker(account, "officer", duties, Map.of("board", people.subList(0, 2 + random.nextInt(4))));
    }

    private Ask ask(Random random, Standing standing) {
        var kinds = Act.Kind.values();
        var kind = random.nextInt(3) == 0 ? Act.Kind.APPROVE : kinds[random.nextInt(kinds.length)];
        if (kind == Act.Kind.WITHDRAW && random.nextInt(8) > 0) {
            kind = Act.Kind.RECORD;
        }
        var behalf = random.nextInt(3) == 0 ? people.get(random.nextInt(people.size())) : null;
        var seen = random.nextInt(10) == 0 ? standing.acts() - 1 : standing.acts();
        var minutes = kind == Act.Kind.RECORD ? RulesTest.minutes("forum", "2026-01-01", "ก", 40) : null;
        var authors = kind == Act.Kind.SUBMIT ? Set.of(people.get(random.nextInt(people.size()))) : Set.<UUID>of();
        return new Ask(kind, random.nextInt(5) == 0 ? "" : "เหตุผล", behalf, authors, minutes, seen);
    }

    private static Route route(Random random) {
        var deciders = List.<Decider>of(
                new Decider.ByRole(Role.PLANNER),
                new Decider.ByRole(Role.EXECUTIVE),
                new Decider.ByVote("board", Decider.Quorum.HALF),
                new Decider.ByVote("board", Decider.Quorum.TWO_THIRDS),
                new Decider.ByOffice("board", Set.of(Office.CHAIR, Office.SECRETARY)));
        var steps = IntStream.rangeClosed(1, 1 + random.nextInt(4))
                .mapToObj(i -> RulesTest.step(
                        "s" + i,
                        deciders.get(random.nextInt(deciders.size())),
                        random.nextBoolean(),
                        random.nextInt(3) == 0 ? "forum" : ""))
                .toList();
        return new Route("random", Localized.thai("สุ่ม"), 1, Localized.thai("-"), false, steps);
    }

    @Test
    void theHistoriesReachEveryEnd() {
        var ends = new HashSet<State>();
        for (var seed : seeds().toArray()) {
            acts.clear();
            people.clear();
            theRulesHoldOfEveryHistory(seed);
            ends.add(Standing.of(route(new Random(seed)), acts).state());
        }
        assertThat(ends).contains(State.APPROVED, State.REJECTED, State.WITHDRAWN);
        assertThat(ends.size()).isGreaterThan(3);
    }
}
