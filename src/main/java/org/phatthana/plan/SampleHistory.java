package org.phatthana.plan;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.phatthana.commands.Synthetic;
import org.phatthana.plan.workbook.ReadProject;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes a synthetic plan with a history of editions, marked as sample, for trying the program under load.
@Component
class SampleHistory implements Synthetic {

    private static final FiscalYear FIRST = new FiscalYear(2566);
    private static final int HEADINGS = 40;
    private static final int MOST_PROJECTS = 1_000_000;

    /// Of how many projects an edition touches one.
    private static final int TOUCHED = 100;

    private static final Duration BETWEEN_EDITIONS = Duration.ofDays(45);

    private final PlanStore store;
    private final Plans plans;
    private final Editions editions;
    private final Drafts drafts;
    private final Announcements announcements;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SampleHistory(
            PlanStore store,
            Plans plans,
            Editions editions,
            Drafts drafts,
            Announcements announcements,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.plans = plans;
        this.editions = editions;
        this.drafts = drafts;
        this.announcements = announcements;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "plan";
    }

    /// Makes the plan.
    ///
    /// @return the plan's id
    @Override
    public String make(Wish wish) {
        if (wish.rows() > MOST_PROJECTS) {
            throw new IllegalArgumentException("A plan has at most 1,000,000 projects");
        }
        return make(wish.rows(), wish.editions(), wish.seed());
    }

    private String make(int count, int later, long seed) {
        var random = new Random(seed);
        var plan = store.store("", true, sink -> tell(sink, count, random))
                .orElseThrow()
                .id();
        for (var number = 1; number <= later; number++) {
            transaction.executeWithoutResult(_ -> edition(plan, random));
        }
        spread(plan, later);
        return plan;
    }

    private static Optional<PlanToStore> tell(PlanToStore.Sink sink, int count, Random random) {
        for (var number = 0; number < count; number++) {
            var heading = (int) ((long) number * HEADINGS / count);
            var amounts = new TreeMap<FiscalYear, Money>();
            for (var year = 0; year < 5; year++) {
                if (random.nextInt(4) > 0) {
                    amounts.put(FIRST.plus(year), Money.ofBaht(10_000L * (1 + random.nextInt(300))));
                }
            }
            sink.project(
                    new ReadProject(
                            "สังเคราะห์",
                            number + 1,
                            Integer.toString(number + 1),
                            new ReadProject.Group(
                                    "ยุทธศาสตร์สังเคราะห์ที่ " + (heading / 8 + 1),
                                    "กลยุทธ์สังเคราะห์ที่ " + (heading / 4 + 1),
                                    "แผนงานสังเคราะห์ที่ " + (heading + 1),
                                    ""),
                            "โครงการสังเคราะห์ที่ " + (number + 1),
                            "เพื่อทดสอบระบบด้วยข้อมูลสังเคราะห์",
                            "จำนวน %d แห่ง ต.วังทอง".formatted(1 + random.nextInt(20)),
                            amounts,
                            Map.of(),
                            "ร้อยละ %d ของประชาชนได้รับประโยชน์".formatted(50 + random.nextInt(50)),
                            "ประชาชนได้รับประโยชน์",
                            "กองช่าง",
                            "",
                            ReadProject.Details.NONE,
                            ReadProject.Story.NONE),
                    "G" + (1 + random.nextInt(10)),
                    PlanToStore.English.NONE);
        }
        return Optional.of(new PlanToStore(
                "แผนพัฒนาสังเคราะห์ %d โครงการ (ไม่ใช่แผนจริง)".formatted(count),
                FIRST,
                FIRST.plus(4),
                false,
                "sample",
                "pack",
                EditionDates.NOW));
    }

    private void edition(String plan, Random random) {
        var edition = editions.open(plan, Edition.Type.CHANGED, "ข้อมูลสังเคราะห์");
        var standing = plans.known(plan).orElseThrow();
        var touched = Math.max(1, standing.projects() / TOUCHED);
        var from = random.nextLong(Math.max(1, standing.projects() - touched));
        for (var project : plans.projects(ProjectQuery.all(standing.standing()), from, (int) touched)) {
            var kept = (DraftOutcome.Kept) drafts.amend(plan, edition.number(), project.id(), Writer.PROGRAM);
            var content = project.content();
            var funding = content.funding().stream()
                    .map(part -> new Funding(
                            part.year(), part.source(), part.money().plus(Money.ofBaht(1000L * random.nextInt(50)))))
                    .toList();
            drafts.save(
                    kept.draft().id(),
                    kept.draft().revision(),
                    Amending.with(content, funding, "ปรับวงเงิน"),
                    Writer.PROGRAM);
            drafts.move(kept.draft().id(), Draft.State.APPROVED);
        }
        var objections = announcements.announce(plan, edition.number(), "pack");
        if (!objections.isEmpty()) {
            throw new IllegalStateException("A synthetic edition could not be announced: " + List.copyOf(objections));
        }
    }

    /// Puts the editions apart in time, the last one a little before today.
    private void spread(String plan, int later) {
        for (var number = 0; number <= later; number++) {
            jdbc.sql("""
                update plan.edition set in_force_from = :from, is_estimated = true
                where plan_id = :plan and number = :number and is_sample
                """)
                    .param(
                            "from",
                            Timestamp.from(clock.instant().minus(BETWEEN_EDITIONS.multipliedBy(later - number + 1L))))
                    .param("plan", plan)
                    .param("number", number)
                    .update();
        }
    }
}
