package org.phatthana.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.phatthana.exchange.ImportFile;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.people.Acting;
import org.phatthana.people.Role;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/// Plans that are taken in with the editions by which they came to stand so.
@SpringBootTest
class EditionsImportTest {

    private static final Path PLANS = Path.of(System.getProperty("shared.data", "../shared/data"), "plans");
    private static final ZoneId THAILAND = ZoneId.of("Asia/Bangkok");

    @Autowired
    PlanImporter importer;

    @Autowired
    Plans plans;

    @Autowired
    Editions editions;

    @Autowired
    Drafts drafts;

    @Autowired
    EquipmentImporter equipment;

    @Autowired
    EditionImporter edition;

    @TempDir
    Path folder;

    @Test
    void theRealPlanGoesInThroughItsEditionsToTheBaht() throws IOException {
        var file = PLANS.resolve("nakhonsawan_municipality_plan_2566_2570_projects.csv");
        assumeTrue(Files.exists(file), "the shared plan is not at " + file);
        var stored = stored(file, Map.of());
        assertThat(stored.counts()).containsEntry("projects", 548L);
        var plan = plan(stored);
        assertThat(plan.projects()).isEqualTo(548);
        var sums = plans.sums(ProjectQuery.all(plan.standing()));
        assertThat(sums.money()).isEqualTo(Money.ofBaht(2_393_838_700L));
        assertThat(plan.years().stream().map(year -> sums.year(year).money()))
                .containsExactly(
                        Money.ofBaht(409_883_820),
                        Money.ofBaht(443_281_520),
                        Money.ofBaht(678_100_920),
                        Money.ofBaht(490_597_720),
                        Money.ofBaht(371_974_720));
        var projects = plans.projects(ProjectQuery.all(plan.standing()), 0, 1000);
        assertThat(projects)
                .filteredOn(project -> project.programme().isEmpty())
                .hasSize(31);
        assertThat(projects)
                .filteredOn(project -> plans.story(project.id()).size() > 1)
                .as("177 that name editions; one of them only that which added it")
                .hasSize(176);
        assertThat(projects).allMatch(project -> project.decision().textKnown());
        var known = editions.of(plan.id());
        assertThat(known).hasSize(42).allMatch(Edition::estimated);
        assertThat(known.getFirst().inForceFrom().orElseThrow())
                .isEqualTo(LocalDate.of(2022, 10, 1).atStartOfDay(THAILAND).toInstant());
        assertThat(known)
                .isSortedAccordingTo(java.util.Comparator.comparing(
                        edition -> edition.inForceFrom().orElseThrow()));
        for (var edition : known) {
            stoodAsItsFileSays(plan.id(), edition, file);
        }
    }

    /// Replays the file: a project is in the plan from the edition that added it.
    private void stoodAsItsFileSays(String plan, Edition edition, Path file) throws IOException {
        var names = editions.of(plan).stream()
                .filter(other -> other.number() <= edition.number())
                .skip(1)
                .map(other -> new EditionName(other.type(), other.sequence(), other.year()))
                .toList();
        var expected = new ArrayList<Money>();
        try (var reader = Files.newBufferedReader(file);
                var rows = CSVFormat.DEFAULT.builder().setHeader().get().parse(reader)) {
            for (var row : rows) {
                var touched = new TreeSet<EditionName>();
                for (var name : (row.get("allAmendments") + ";" + row.get("amendmentVersion")).split(";")) {
                    EditionName.in(name).ifPresent(touched::add);
                }
                var added = touched.stream()
                        .filter(name -> name.type() == Edition.Type.ADDED)
                        .findFirst();
                if (added.isEmpty() || names.contains(added.get())) {
                    expected.add(total(row.toMap()));
                }
            }
        }
        var day = LocalDate.ofInstant(edition.inForceFrom().orElseThrow(), THAILAND);
        var until = editions.of(plan).stream()
                .filter(other -> other.inForceFrom().equals(edition.inForceFrom()))
                .count();
        if (until > 1) {
            return;
        }
        var stood = plans.find(plan, day).orElseThrow();
        assertThat(stood.projects()).as(edition.title().thai()).isEqualTo(expected.size());
        assertThat(plans.sums(ProjectQuery.all(stood.standing())).money()).isEqualTo(Money.sum(expected));
    }

    private static Money total(Map<String, String> row) {
        return Money.sum(row.entrySet().stream()
                .filter(cell ->
                        cell.getKey().startsWith("budget") && !cell.getValue().isBlank())
                .map(cell -> Money.ofBaht(new java.math.BigDecimal(cell.getValue())))
                .toList());
    }

    private static ImportOutcome.Stored as(UUID account, Supplier<ImportOutcome> act) {
        var acting = new Acting(account, false, "", Set.of(Role.PLANNER), false);
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(acting, ""));
        try {
            return (ImportOutcome.Stored) act.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    @Test
    void earlierTextsAreMarkedUnknownAndDaysCanBeStated() throws IOException {
        var file = Files.writeString(folder.resolve("plan.csv"), """
            name,objective,target,budget2566,department,planName,amendmentVersion,allAmendments
            ถนน %s,เพื่อ,ก,100,กองช่าง,แผนงานสาธารณสุข,แก้ไข 2/2567,แก้ไข 2/2567;เปลี่ยนแปลง 1/2566
            ท่อ,เพื่อ,ก,50,กองช่าง,แผนงานสาธารณสุข,เพิ่มเติม 1/2567,
            """.formatted(UUID.randomUUID()));
        var refused = importer.take(new ImportFile(
                file, "plan.csv", Map.of("announced", "2022-09-09", "edition-added-1-2567", "2022-01-01"), "planner"));
        assertThat(refused).isInstanceOf(ImportOutcome.Refused.class);
        var plan = plan(stored(file, Map.of("announced", "2022-09-09", "edition-added-1-2567", "2023-02-03")));
        var known = editions.of(plan.id());
        assertThat(known.stream().map(edition -> edition.title().thai()))
                .containsExactly(
                        "ฉบับแรก", "เพิ่มเติม ครั้งที่ 1/2567", "เปลี่ยนแปลง ครั้งที่ 1/2566", "แก้ไข ครั้งที่ 2/2567");
        assertThat(known.stream().map(Edition::estimated)).containsExactly(false, false, true, true);
        assertThat(plans.find(plan.id(), LocalDate.of(2022, 9, 9)).orElseThrow().projects())
                .isEqualTo(1);
        assertThat(plans.find(plan.id(), LocalDate.of(2023, 2, 3)).orElseThrow().projects())
                .isEqualTo(2);
        var road = plans.projects(ProjectQuery.all(plan.standing()), 0, 1).getFirst();
        var story = plans.story(road.id());
        assertThat(story.stream().map(PlanProject::edition)).containsExactly(3, 2, 0);
        assertThat(story.stream().map(version -> version.decision().textKnown()))
                .containsExactly(true, false, false);
        assertThat(story.stream().map(version -> version.decision().act()))
                .containsExactly(Edition.Act.CORRECT, Edition.Act.CHANGE, Edition.Act.ADD);
        assertThat(story).extracting(PlanProject::total).containsOnly(Money.ofBaht(100));
    }

    @Test
    void equipmentStandsInItsOwnLinesOfTheSummary() throws IOException {
        var file = Files.writeString(folder.resolve("both.csv"), """
            ที่,โครงการ,แบบ,แผนงาน,หมวด,ประเภท,เป้าหมาย,ปี 2566,ปี 2567,หน่วยงาน,พิกัด,แหล่งงบประมาณ
            1,ถนน %s,ผ.02/1,แผนงานสาธารณสุข,,,ก,100,200,กองช่าง,"16.8245, 100.2586",งบ อบจ.
            2,รถพยาบาล,ผ.03,แผนงานสาธารณสุข,ค่าครุภัณฑ์,ครุภัณฑ์ยานพาหนะ,1 คัน,,5000,กองช่าง,,
            """.formatted(UUID.randomUUID()));
        var stored = stored(file, Map.of());
        assertThat(stored.sums())
                .containsEntry("total", Money.ofBaht(300))
                .containsEntry("equipment total", Money.ofBaht(5000));
        var plan = plan(stored);
        assertThat(plan.projects()).isEqualTo(1);
        assertThat(plans.equipment(plan.standing()).money()).isEqualTo(Money.ofBaht(5000));
        assertThat(plans.summary(plan.standing()).stream().map(Plans.SummaryLine::equipment))
                .containsExactly(false, true);
        var both = plans.projects(ProjectQuery.all(plan.standing()), 0, 10);
        assertThat(both.stream().map(PlanProject::form))
                .containsExactly(ProjectContent.Form.P02_1, ProjectContent.Form.P03);
        assertThat(both.getLast().kind()).isEqualTo("ครุภัณฑ์ยานพาหนะ");
        assertThat(both.getFirst().geometry()).contains("[100.2586,16.8245]");
        assertThat(both.getFirst().funding())
                .containsExactlyInAnyOrder(
                        new Funding(new FiscalYear(2566), "ordinance", Money.ofBaht(100)),
                        new Funding(new FiscalYear(2567), "ordinance", Money.ofBaht(200)));
    }

    @Test
    void equipmentOfItsOwnFileBecomesDraftsOfAnAddition() throws IOException {
        var file = PLANS.resolve("nakhonsawan_municipality_plan_equipment_por03.csv");
        assumeTrue(Files.exists(file), "the shared list of equipment is not at " + file);
        var plan = plan(stored(someProjects(), Map.of()));
        assertThat(importer.take(new ImportFile(file, "e.csv", Map.of(), "planner")))
                .as("equipment alone is no plan")
                .isInstanceOf(ImportOutcome.Refused.class);
        var outcome = equipment.take(new ImportFile(file, "e.csv", Map.of("plan", plan.id()), "planner"));
        assertThat(outcome).isInstanceOf(ImportOutcome.Stored.class);
        var taken = (ImportOutcome.Stored) outcome;
        var money = new TreeMap<String, Money>();
        var cut = 0;
        try (var reader = Files.newBufferedReader(file);
                var rows = CSVFormat.DEFAULT.builder().setHeader().get().parse(reader)) {
            for (var row : rows) {
                cut += row.get("target_truncated").endsWith("...") ? 1 : 0;
                row.toMap().forEach((column, text) -> {
                    if (column.matches("y\\d{4}") && !text.isBlank()) {
                        money.merge(
                                column.substring(1),
                                Money.ofBaht(new java.math.BigDecimal(text.replace(",", ""))),
                                Money::plus);
                    }
                });
            }
        }
        var all = drafts.of(plan.id(), 1);
        assertThat(all).hasSize(68).allMatch(draft -> draft.content().form() == ProjectContent.Form.P03);
        assertThat(taken.sums()).containsEntry("total", Money.sum(money.values()));
        money.forEach((year, sum) -> assertThat(Money.sum(all.stream()
                        .map(draft -> draft.content()
                                .amounts()
                                .getOrDefault(new FiscalYear(Integer.parseInt(year)), Money.ZERO))
                        .toList()))
                .as(year)
                .isEqualTo(sum));
        assertThat(taken.notes())
                .filteredOn(note -> note.message().key().equals("plan.import.cut-short"))
                .hasSize(cut)
                .isNotEmpty();
        assertThat(drafts.lacking(all.getFirst()))
                .as("nothing is lacking that the form has")
                .isEmpty();
        assertThat(plan(stored(someProjects(), Map.of())).projects()).isEqualTo(4);
    }

    @Test
    void anEditionsFileIsMatchedToThePlanAndNothingIsGuessed() throws IOException {
        var plan = plan(stored(someProjects(), Map.of("announced", "2022-10-01")));
        var file = Files.writeString(folder.resolve("edition.csv"), """
            แผนพัฒนาท้องถิ่น (พ.ศ. 2566-2570) แก้ไข ครั้งที่ ๓/๒๕๖๗,
            ที่,โครงการ,วัตถุประสงค์,เป้าหมาย,ปี 2566,ปี 2567,หน่วยงาน,แผนงาน,เหตุผล
            1,ถนน,เพื่อ,ก,100,200,กองช่าง,สาธารณสุข,
            1,ถนนสายใหม่,เพื่อ,ก,100,900,กองช่าง,สาธารณสุข,พิมพ์ผิด
            2,ท่อ,เพื่อ,ก,1,,กองช่าง,สาธารณสุข,
            3,ไม่มีในแผน,เพื่อ,ก,1,,กองช่าง,สาธารณสุข,
            """);
        var options = new TreeMap<>(Map.of("plan", plan.id(), "announced", "2024-05-31"));
        assertThat(edition.take(new ImportFile(file, "e.csv", options, "planner")))
                .as("what is not understood whole is not announced")
                .isInstanceOf(ImportOutcome.Refused.class);
        assertThat(editions.of(plan.id())).hasSize(1);
        options.remove("announced");
        var planner = UUID.randomUUID();
        var taken = as(planner, () -> edition.take(new ImportFile(file, "e.csv", options, "planner")));
        assertThat(taken.notes().stream().map(note -> note.message().key()))
                .startsWith("plan.import.ambiguous", "plan.import.unmatched");
        var draft = drafts.of(plan.id(), 1).getFirst();
        assertThat(drafts.writers(draft.id()))
                .as("who hands a file in wrote what comes of it")
                .containsExactly(planner);
        var again = as(planner, () -> edition.take(new ImportFile(file, "e2.csv", options, "planner")));
        assertThat(again.notes().getFirst().message().key()).isEqualTo("plan.import.already-stored");
        assertThat(again.subject()).isEqualTo(taken.subject());
        assertThat(drafts.of(plan.id(), 1)).hasSize(1);
        assertThat(draft.act()).isEqualTo(Edition.Act.CORRECT);
        assertThat(draft.content().name().thai()).isEqualTo("ถนนสายใหม่");
        assertThat(draft.content().reason()).isEqualTo("พิมพ์ผิด");
        assertThat(editions.of(plan.id()).getLast().title().thai()).isEqualTo("แก้ไข ครั้งที่ 3/2567");
    }

    @Test
    void anEditionThatWasAnnouncedBeforeIsInForceFromItsDay() throws IOException {
        var plan = plan(stored(someProjects(), Map.of("announced", "2022-10-01")));
        var file = Files.writeString(folder.resolve("edition.csv"), """
            แผนพัฒนาท้องถิ่น (พ.ศ. 2566-2570) แก้ไข ครั้งที่ 4/2567,
            ที่,โครงการ,วัตถุประสงค์,เป้าหมาย,ปี 2566,ปี 2567,หน่วยงาน,แผนงาน
            1,ถนน,เพื่อ,ก,100,900,กองช่าง,สาธารณสุข
            """);
        var options = Map.of("plan", plan.id(), "announced", "2024-05-31");
        assertThat(edition.take(new ImportFile(file, "e.csv", options, "planner")))
                .isInstanceOf(ImportOutcome.Stored.class);
        assertThat(total(plan, LocalDate.of(2024, 5, 30))).isEqualTo(Money.ofBaht(306));
        assertThat(total(plan, LocalDate.of(2024, 5, 31))).isEqualTo(Money.ofBaht(1006));
        assertThat(edition.take(new ImportFile(file, "e.csv", options, "planner")))
                .isInstanceOfSatisfying(
                        ImportOutcome.Stored.class,
                        again -> assertThat(again.subject()).isEqualTo("/plan/" + plan.id() + "/editions/1"));
        var other = Files.writeString(folder.resolve("other.csv"), Files.readString(file) + "\n");
        assertThat(edition.take(new ImportFile(other, "e.csv", options, "planner")))
                .as("the edition is closed")
                .isInstanceOf(ImportOutcome.Refused.class);
    }

    private Money total(PlanOverview plan, LocalDate day) {
        return plans.sums(ProjectQuery.all(
                        plans.find(plan.id(), day).orElseThrow().standing()))
                .money();
    }

    private Path someProjects() throws IOException {
        return Files.writeString(folder.resolve("some.csv"), """
            ที่,โครงการ,วัตถุประสงค์,เป้าหมาย,ปี 2566,ปี 2567,ปี 2570,หน่วยงาน,แผนงาน
            1,ถนน,เพื่อ,ก,100,200,,กองช่าง,แผนงานสาธารณสุข
            2,ท่อ,เพื่อ,ก,1,,1,กองช่าง,แผนงานสาธารณสุข
            3,ท่อ,เพื่อ,ข,2,,1,กองช่าง,แผนงานสาธารณสุข
            4,%s,เพื่อ,ข,1,,,กองช่าง,แผนงานสาธารณสุข
            """.formatted(UUID.randomUUID()));
    }

    private ImportOutcome.Stored stored(Path file, Map<String, String> options) {
        var outcome = importer.take(
                new ImportFile(file, String.valueOf(file.getFileName()), new TreeMap<>(options), "planner"));
        assertThat(outcome).isInstanceOf(ImportOutcome.Stored.class);
        return (ImportOutcome.Stored) outcome;
    }

    private PlanOverview plan(ImportOutcome.Stored stored) {
        return plans.find(stored.subject().replace("/plan?plan=", "")).orElseThrow();
    }
}
