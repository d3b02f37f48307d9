package org.phatthana.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.phatthana.values.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The plan at any date against the replay of what editions decided.
@SpringBootTest
@Import(HistoryTest.Days.class)
class HistoryTest {

    private static final ZoneId THAILAND = ZoneId.of("Asia/Bangkok");
    private static final FiscalYear FIRST = new FiscalYear(2566);
    private static final List<Edition.Type> LATER =
            List.of(Edition.Type.ADDED, Edition.Type.CHANGED, Edition.Type.CORRECTED, Edition.Type.URGENT);

    @TestConfiguration
    static class Days {

        @Bean
        @Primary
        DayClock dayClock() {
            return new DayClock();
        }
    }

    /// A clock that a test moves on.
    static final class DayClock extends Clock {

        private volatile Instant now = Instant.parse("2022-10-01T03:00:00Z");

        void nextDay() {
            now = now.plusSeconds(86_400);
        }

        @Override
        public ZoneId getZone() {
            return THAILAND;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Autowired
    Plans plans;

    @Autowired
    Editions editions;

    @Autowired
    Drafts drafts;

    @Autowired
    Announcements announcements;

    @Autowired
    PublicLog log;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DayClock clock;

    @Autowired
    JdbcClient jdbc;

    /// What a project was decided to say, as the test remembers it.
    private record Told(ProjectContent content) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void thePlanAtAnyDateEqualsTheReplayOfItsDecisions(long seed) {
        var random = new Random(seed);
        var plan = editions.begin("แผนสุ่ม " + seed, FIRST, seed % 2 == 0);
        var state = new HashMap<String, Told>();
        var days = new LinkedHashMap<LocalDate, Map<String, Told>>();
        for (var project = 0; project < 12; project++) {
            approve(drafts.add(plan, 0, content(random), Writer.PROGRAM));
        }
        announce(plan, 0, state, days);
        for (var step = 0; step < 8; step++) {
            var type = LATER.get(random.nextInt(LATER.size()));
            var edition = editions.open(plan, type, "เหตุผล");
            decideSomething(plan, edition, random, state);
            if (!drafts.of(plan, edition.number()).isEmpty()) {
                announce(plan, edition.number(), state, days);
            }
        }
        assertThat(plans.find(plan, LocalDate.of(2022, 9, 1))).isEmpty();
        days.forEach((day, expected) -> stoodSo(plan, day, expected, seed));
        var last = List.copyOf(days.values()).getLast();
        assertThat(texts(plans.find(plan).orElseThrow()))
                .as("today, seed " + seed)
                .isEqualTo(replay(last));
    }

    private void decideSomething(String plan, Edition edition, Random random, Map<String, Told> state) {
        var known = new ArrayList<>(state.keySet().stream().sorted().toList());
        for (var count = 1 + random.nextInt(4); count > 0; count--) {
            var project = known.isEmpty() ? "" : known.remove(random.nextInt(known.size()));
            var outcome = switch (edition.type()) {
                case ADDED, BASE -> drafts.add(plan, edition.number(), content(random), Writer.PROGRAM);
                case CORRECTED -> rewrite(drafts.amend(plan, edition.number(), project, Writer.PROGRAM), random);
                case CHANGED, URGENT ->
                    switch (random.nextInt(3)) {
                        case 0 -> drafts.drop(plan, edition.number(), project, "เลิก", Writer.PROGRAM);
                        case 1 -> drafts.split(plan, edition.number(), project, Writer.PROGRAM);
                        default ->
                            known.isEmpty()
                                    ? rewrite(drafts.amend(plan, edition.number(), project, Writer.PROGRAM), random)
                                    : drafts.merge(
                                            plan,
                                            edition.number(),
                                            project,
                                            List.of(known.removeFirst()),
                                            "รวม",
                                            Writer.PROGRAM);
                    };
            };
            assertThat(outcome).isInstanceOf(DraftOutcome.Kept.class);
        }
        drafts.of(plan, edition.number()).forEach(draft -> drafts.move(draft.id(), Draft.State.APPROVED));
    }

    private DraftOutcome rewrite(DraftOutcome begun, Random random) {
        var draft = ((DraftOutcome.Kept) begun).draft();
        return drafts.save(draft.id(), draft.revision(), content(random), Writer.PROGRAM);
    }

    private void announce(String plan, int edition, Map<String, Told> state, Map<LocalDate, Map<String, Told>> days) {
        assertThat(announceNow(plan, edition)).isEmpty();
        for (var draft : drafts.of(plan, edition)) {
            if (draft.act() == Edition.Act.DROP) {
                state.remove(draft.project());
            } else {
                state.put(draft.project(), new Told(draft.content()));
            }
        }
        days.put(LocalDate.ofInstant(clock.instant(), THAILAND), Map.copyOf(state));
        clock.nextDay();
        clock.nextDay();
    }

    private List<Message> announceNow(String plan, int edition) {
        return transaction.execute(_ -> announcements.announce(plan, edition, "executive"));
    }

    private void stoodSo(String plan, LocalDate day, Map<String, Told> expected, long seed) {
        for (var at : new LocalDate[] {day, day.plusDays(1)}) {
            var stood = plans.find(plan, at).orElseThrow();
            assertThat(texts(stood)).as(at + ", seed " + seed).isEqualTo(replay(expected));
            assertThat(stood.projects()).isEqualTo(expected.size());
            var byLine = plans.summary(stood.standing());
            var listed = plans.projects(ProjectQuery.all(stood.standing()), 0, 1000);
            for (var year : stood.years()) {
                var projects =
                        listed.stream().map(project -> project.amount(year)).toList();
                var money = Money.sum(byLine.stream()
                        .map(line -> line.sums().year(year).money())
                        .toList());
                assertThat(money).as("ผ.01 of " + year + " on " + at).isEqualTo(Money.sum(projects));
                assertThat(byLine.stream()
                                .mapToLong(line -> line.sums().year(year).projects())
                                .sum())
                        .isEqualTo(projects.stream()
                                .filter(amount -> !amount.isZero())
                                .count());
            }
            assertThat(Money.sum(plans.sumsByGoal(stood.standing()).values().stream()
                            .map(ProjectSums::money)
                            .toList()))
                    .isEqualTo(plans.sums(ProjectQuery.all(stood.standing())).money());
        }
    }

    private Map<String, String> texts(PlanOverview plan) {
        return plans.projects(ProjectQuery.all(plan.standing()), 0, 1000).stream()
                .collect(Collectors.toMap(PlanProject::id, project -> text(project.content())));
    }

    private static Map<String, String> replay(Map<String, Told> state) {
        return state.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, told -> text(told.getValue().content())));
    }

    private static String text(ProjectContent content) {
        var money = content.funding().stream()
                .map(part -> part.year() + part.source() + part.money())
                .sorted()
                .toList();
        return String.join(
                "|",
                content.name().thai(),
                content.strategy(),
                content.programme(),
                content.goal(),
                content.reason(),
                money.toString(),
                content.powers().toString(),
                content.form().code());
    }

    private static ProjectContent content(Random random) {
        var funding = new ArrayList<Funding>();
        for (var year = 0; year < 5; year++) {
            if (random.nextBoolean()) {
                funding.add(new Funding(FIRST.plus(year), "", Money.ofBaht(1 + random.nextInt(9_000_000))));
                if (random.nextBoolean()) {
                    funding.add(new Funding(FIRST.plus(year), "grant", Money.ofBaht(1 + random.nextInt(900))));
                }
            }
        }
        var number = random.nextInt(4);
        return new ProjectContent(
                ProjectContent.Form.P02,
                "ยุทธศาสตร์ที่ " + number,
                "กลยุทธ์ที่ " + number,
                "แผนงาน " + random.nextInt(3),
                "G" + (1 + random.nextInt(10)),
                Localized.thai("โครงการ " + random.nextInt(1_000_000)),
                "เพื่อ\tทดสอบ\\",
                Localized.thai("เป้าหมาย"),
                funding,
                Localized.thai("ตัวชี้วัด"),
                "ผล",
                "กองช่าง",
                "",
                "",
                List.of(),
                "",
                List.of(16, 18),
                "เหตุผล " + random.nextInt(9),
                "");
    }

    private void approve(DraftOutcome outcome) {
        drafts.move(((DraftOutcome.Kept) outcome).draft().id(), Draft.State.APPROVED);
    }

    @Test
    void ofTwoOpenEditionsTheSecondIsToldWhatTheFirstDecided() {
        var random = new Random(7);
        var plan = editions.begin("สองฉบับ", FIRST, false);
        approve(drafts.add(plan, 0, content(random), Writer.PROGRAM));
        announceNow(plan, 0);
        var project = plans.projects(
                        ProjectQuery.all(plans.find(plan).orElseThrow().standing()), 0, 1)
                .getFirst();
        var first = editions.open(plan, Edition.Type.CHANGED, "ก");
        var second = editions.open(plan, Edition.Type.CORRECTED, "ข");
        var changed = rewrite(drafts.amend(plan, first.number(), project.id(), Writer.PROGRAM), random);
        var corrected = rewrite(drafts.amend(plan, second.number(), project.id(), Writer.PROGRAM), random);
        assertThat(drafts.about(project.id())).hasSize(2);
        approve(changed);
        approve(corrected);

        assertThat(announceNow(plan, second.number())).isEmpty();
        assertThat(announceNow(plan, first.number()))
                .extracting(Message::key)
                .containsExactly("plan.announce.decided-meanwhile");
        assertThat(plans.project(project.id()).orElseThrow().name())
                .isEqualTo(((DraftOutcome.Kept) corrected).draft().content().name());

        var draft = drafts.find(((DraftOutcome.Kept) changed).draft().id()).orElseThrow();
        drafts.goOnFromNewest(draft.id(), draft.revision(), Writer.PROGRAM);
        assertThat(announceNow(plan, first.number())).isEmpty();
        assertThat(plans.story(project.id()))
                .extracting(PlanProject::edition)
                .containsExactly(first.number(), second.number(), 0);
    }

    @Test
    void ofTwoPlannersOnOneProjectTheSecondIsToldAndNothingIsLost() {
        var random = new Random(8);
        var plan = editions.begin("สองคน", FIRST, false);
        var draft = ((DraftOutcome.Kept) drafts.add(plan, 0, content(random), Writer.PROGRAM)).draft();
        var one = content(random);
        var other = content(random);
        assertThat(drafts.save(draft.id(), 1, one, Writer.PROGRAM)).isInstanceOf(DraftOutcome.Kept.class);
        var told = drafts.save(draft.id(), 1, other, Writer.PROGRAM);
        assertThat(told)
                .isInstanceOfSatisfying(
                        DraftOutcome.Stale.class,
                        stale -> assertThat(stale.newest().content()).isEqualTo(one));
        drafts.save(draft.id(), 2, other, Writer.PROGRAM);
        assertThat(drafts.revisions(draft.id()))
                .extracting(DraftRevision::content)
                .containsExactly(other, one, draft.content());
    }

    @Test
    void whatWasDecidedCannotBeChangedOrDeleted() {
        var plan = editions.begin("คงอยู่", FIRST, false);
        approve(drafts.add(plan, 0, content(new Random(9)), Writer.PROGRAM));
        announceNow(plan, 0);
        for (var sql : new String[] {
            "update plan.version set name = 'x' where plan_id = ?",
            "update plan.version set next_edition = 3, goal = 'G1' where plan_id = ?",
            "delete from plan.version where plan_id = ?",
            "delete from plan.plan where id = ?"
        }) {
            assertThatThrownBy(() -> jdbc.sql(sql).param(plan).update()).as(sql).hasMessageContaining("never");
        }
    }

    @Test
    void anEditionThatIsNotWhollyDecidedIsNotAnnounced() {
        var plan = editions.begin("ยังไม่ครบ", FIRST, false);
        assertThat(announceNow(plan, 0)).extracting(Message::key).containsExactly("plan.announce.empty");
        drafts.add(plan, 0, content(new Random(1)), Writer.PROGRAM);
        assertThat(announceNow(plan, 0)).extracting(Message::key).contains("plan.announce.undecided");
        assertThat(plans.all()).extracting(PlanOverview::id).doesNotContain(plan);
        assertThat(plans.known(plan)).isPresent();
    }

    @Test
    void editionsAreCountedByTypeAndYear() {
        var plan = editions.begin("นับครั้ง", FIRST, false);
        assertThat(editions.open(plan, Edition.Type.ADDED, "").title().thai()).startsWith("เพิ่มเติม ครั้งที่ 1/25");
        assertThat(editions.open(plan, Edition.Type.ADDED, "").sequence()).isEqualTo(2);
        assertThat(editions.open(plan, Edition.Type.CORRECTED, "").sequence()).isEqualTo(1);
    }
}
