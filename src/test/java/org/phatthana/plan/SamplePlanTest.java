package org.phatthana.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.phatthana.packs.Pack;
import org.phatthana.plan.operation.Operations;
import org.phatthana.proof.LogEntry;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/// The pack's sample plan: what it shows, that all of it says so, and that it goes whole.
@SpringBootTest
@AutoConfigureMockMvc
class SamplePlanTest {

    @Autowired
    SamplePlan sample;

    @Autowired
    Plans plans;

    @Autowired
    Editions editions;

    @Autowired
    Drafts drafts;

    @Autowired
    Announcements announcements;

    @Autowired
    Operations operations;

    @Autowired
    Breakdowns breakdowns;

    @Autowired
    PublicLog log;

    @Autowired
    JdbcClient jdbc;

    @Test
    void allGoalsFormsAndAmphoeStandInIt() {
        var projects = plans.projects(ProjectQuery.all(plan().standing()), 0, 200);
        assertThat(projects.stream().map(PlanProject::form).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(ProjectContent.Form.values());
        assertThat(plans.sumsByGoal(plan().standing())).hasSize(10);
        assertThat(breakdowns.of(Breakdowns.By.AMPHOE, plan().standing()).keySet())
                .contains("6501", "6502", "6503", "6504", "6505", "6506", "6507", "6508", "6509");
        assertThat(projects.stream().map(PlanProject::geometry).filter(text -> !text.isEmpty()))
                .anyMatch(text -> text.contains("Point"))
                .anyMatch(text -> text.contains("LineString"))
                .anyMatch(text -> text.contains("Polygon"));
        assertThat(projects.stream()
                        .flatMap(project -> project.funding().stream())
                        .map(Funding::source)
                        .collect(Collectors.toSet()))
                .hasSizeGreaterThan(3);
        assertThat(projects.stream().filter(project -> project.form() != ProjectContent.Form.P03))
                .allSatisfy(project -> {
                    assertThat(project.powers()).as(project.name().thai()).isNotEmpty();
                    assertThat(project.name().texts()).containsKey("en");
                });
    }

    @Test
    void itsEditionsAreOfEveryTypeAndOneIsStillWorkedOn() {
        var all = editions.of(plan().id());
        assertThat(all.stream().map(Edition::type).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Edition.Type.values());
        assertThat(all.stream().filter(edition -> edition.state() == Edition.State.ANNOUNCED))
                .hasSize(7)
                .isSortedAccordingTo(java.util.Comparator.comparing(
                        edition -> edition.inForceFrom().orElseThrow()));
        assertThat(jdbc.sql("""
            select count(*) filter (where merged_into is not null) > 0 and count(*) filter (where split_from is not null) > 0
                and count(*) filter (where act = 'drop') > 0 and count(*) filter (where act = 'correct') > 0
            from plan.version where plan_id = :plan
            """).param("plan", plan().id()).query(Boolean.class).single())
                .isTrue();
        var open = all.getLast();
        assertThat(open.state()).isEqualTo(Edition.State.OPEN);
        assertThat(Submissions.count(drafts.of(plan().id(), open.number())))
                .containsOnlyKeys(Draft.State.DRAFT, Draft.State.WAITING_CHECK);
    }

    @Test
    void itsOperationPlanIsAnnouncedAndStaysWithinWhatTheOrdinanceGave() {
        var operation = operations.find(new FiscalYear(2566)).orElseThrow();
        assertThat(operation.isAnnounced()).isTrue();
        assertThat(operation.sample()).isTrue();
        var activities = operations.activities(operation);
        assertThat(activities).hasSizeGreaterThan(30);
        var spent = activities.stream()
                .collect(Collectors.groupingBy(
                        activity -> activity.project().orElseThrow(),
                        Collectors.reducing(
                                Money.ZERO, activity -> activity.content().budget(), Money::plus)));
        assertThat(spent)
                .allSatisfy((project, money) -> assertThat(money)
                        .as(project)
                        .isLessThanOrEqualTo(plans.project(project)
                                .orElseThrow()
                                .ordinance()
                                .getOrDefault(new FiscalYear(2566), Money.ZERO)));
    }

    @Test
    void everyRowAndEveryPublicActOfItSaysSo() {
        for (var table : List.of("edition", "heading", "version", "draft", "operation", "activity")) {
            assertThat(jdbc.sql("select count(*) from plan." + table + " where plan_id = :plan and not is_sample")
                            .param("plan", plan().id())
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThat(jdbc.sql("select count(*) from approvals.matter where address like '/plan/drafts/%' and sample")
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(2);
        assertThat(log.newest(Long.MAX_VALUE, 500).stream()
                        .filter(entry -> entry.subject().startsWith("/plan/" + plan().id())))
                .hasSizeGreaterThanOrEqualTo(7)
                .allMatch(LogEntry::sample);
    }

    @Test
    @Transactional
    void itIsRemovedWholeAndWhatIsRealStays() {
        var real = editions.begin("แผนจริง", new FiscalYear(2571), false);
        var draft = (DraftOutcome.Kept) drafts.add(real, 0, content(), Writer.PROGRAM);
        drafts.move(draft.draft().id(), Draft.State.APPROVED);
        announcements.announce(real, 0, "planner");
        assertThat(sample.remove("administrator")).isGreaterThan(60);
        for (var table : List.of("plan", "edition", "heading", "version", "draft", "operation", "activity")) {
            assertThat(jdbc.sql("select count(*) from plan." + table + " where is_sample")
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThat(jdbc.sql("select count(*) from plan.draft_revision r where not exists"
                                + " (select 1 from plan.draft d where d.id = r.draft_id)")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from approvals.matter where sample and state in ('open', 'returned')")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(sample.isLoaded()).isFalse();
        assertThat(plans.project(draft.draft().project())).isPresent();
        assertThat(plans.find(real)).isPresent();
        assertThat(sample.load()).as("it never comes back").isEmpty();
    }

    @Test
    void aPackWithoutASampleHasNoneAndAWrongOneIsRefusedByFileAndPlace() {
        assertThat(SampleFile.of(new Pack("tiny"))).isEqualTo(Optional.empty());
        assertThatIllegalStateException()
                .isThrownBy(() -> SampleFile.of(new Pack("odd-sample")))
                .withMessage("packs/odd-sample/sample/editions.yaml: edition changed 1/2566 names «two», which no file"
                        + " tells of");
    }

    private PlanOverview plan() {
        return plans.all().stream()
                .filter(plan -> plan.name().endsWith("ตัวอย่าง"))
                .findFirst()
                .orElseThrow();
    }

    private static ProjectContent content() {
        return new ProjectContent(
                ProjectContent.Form.P02,
                "ย",
                "ก",
                "แผนงานการศึกษา",
                "G2",
                Localized.thai("โครงการจริง"),
                "",
                Localized.thai(""),
                List.of(new Funding(new FiscalYear(2571), "", Money.ofBaht(1))),
                Localized.thai(""),
                "",
                "กองการศึกษา",
                "",
                "",
                List.of(),
                "",
                List.of(),
                "",
                "");
    }
}
