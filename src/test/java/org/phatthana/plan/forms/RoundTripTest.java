package org.phatthana.plan.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.phatthana.documents.Forms;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.WorkbookLimits;
import org.phatthana.plan.PlanOverview;
import org.phatthana.plan.ProjectContent;
import org.phatthana.plan.Standing;
import org.phatthana.plan.workbook.Home;
import org.phatthana.plan.workbook.PlanReader;
import org.phatthana.plan.workbook.ReadPlan;
import org.phatthana.plan.workbook.ReadProject;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.phatthana.web.Texts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/// What ผ.02 shows of a plan is read back from it as the same plan. `-Dforms.seed=N` repeats one case.
///
/// A cell cannot keep everything: what [CellText#clean] evens out (blanks at the ends, runs of blanks, kinds of
/// line ends, invisible signs) is evened out on both sides, an apostrophe before a sign that begins a formula is
/// taken for the spreadsheet's own, a name stands on one line, and a year without money is the same as one with
/// none.
@SpringBootTest
class RoundTripTest {

    private static final int CASES = 60;
    private static final FiscalYear FIRST = new FiscalYear(2566);

    private static final List<String> STRATEGIES = List.of(
            "1. ยุทธศาสตร์ด้านการบริหารจัดการที่ดี",
            "ยุทธศาสตร์ที่ ๒ เมืองน่าอยู่",
            "ประเด็นการพัฒนาที่ 3 การศึกษา",
            "ยุทธศาสตร์จังหวัดสะอาด",
            "การท่องเที่ยวสี่แยกอินโดจีน",
            "ก. หัวข้อที่ขึ้นต้นด้วยตัวอักษร",
            "=1+1",
            "ยุทธศาสตร์: มีป้ายอยู่แล้ว",
            "");
    private static final List<String> TACTICS = List.of(
            "กลยุทธ์ที่ 1.1 พัฒนาระบบงาน",
            "แนวทางการพัฒนาเส้นทาง",
            "พัฒนาคน",
            "แผนงานที่เป็นกลยุทธ์",
            "รวมพลังชุมชน",
            "");
    private static final List<String> PROGRAMMES = List.of(
            "แผนงานการศึกษา",
            "การศึกษา",
            "1.2.1 แผนงานสาธารณสุข",
            "แผนงาน: เกษตร",
            "งบกลาง",
            "ยุทธศาสตร์ที่เป็นแผนงาน",
            "");
    private static final List<String> TEXTS = List.of(
            "ก่อสร้างถนนคอนกรีตเสริมเหล็ก หมู่ที่ ๔",
            "- เพื่อให้ประชาชนมีน้ำ\n- เพื่อฟื้นฟูป่าต้นน้ำ",
            "บรรทัดหนึ่ง\r\nบรรทัดสอง\rบรรทัดสาม",
            "007",
            "0001234",
            "=1+1",
            "'=1+1",
            "+66 55 123456",
            "-5 องศา",
            "@SUM(A1)",
            "=HYPERLINK(\"http://example.org\")",
            "“คำพูด” \"อีกคำ\" 'สาม'",
            "<b>&amp; ]]> </b>",
            "  เว้นหน้าหลัง  ",
            "วรรค   หลาย    วรรค",
            "ต่อ\u200bคำ",
            "ที่ปรึกษา ผู้ป่วย ฟ้า น้ำ กตัญญู ฎีกา",
            "นำ\u0e4d\u0e32ไป",
            "รวม 3 โครงการ",
            "โครงการ",
            "เป้าหมาย",
            "2566",
            "๒๕๖๖",
            "ยุทธศาสตร์ที่ 9 ในชื่อโครงการ",
            "ดู #REF! ก่อน",
            "ก_x0041_ข",
            "🚌 รถ",
            "tab\tกลาง",
            "ยาว".repeat(1_200));

    @TempDir
    Path folder;

    @Autowired
    Forms forms;

    @Autowired
    Texts texts;

    /// What has to be the same on both sides.
    private record Told(
            String strategy,
            String tactic,
            String programme,
            String name,
            String objective,
            String target,
            Map<FiscalYear, Money> amounts,
            Map<FiscalYear, Money> ordinance,
            String kpi,
            String result,
            String department) {}

    @Test
    void whatIsExportedIsImportedAsTheSamePlan() throws IOException {
        var one = Long.getLong("forms.seed");
        for (var seed = one == null ? 1L : one; seed <= (one == null ? CASES : one); seed++) {
            var random = new Random(seed);
            var issueFormat = random.nextInt(3) == 0;
            var hasOrdinance = random.nextBoolean();
            var entries = new ArrayList<Entry>();
            var groups = groups(random, entries, issueFormat);
            var read = exported(groups, issueFormat, hasOrdinance);
            assertThat(read.errors()).as("seed " + seed).isEmpty();
            assertThat(read.projects().stream().map(RoundTripTest::told).toList())
                    .as("seed " + seed)
                    .containsExactlyElementsOf(entries.stream()
                            .map(entry -> told(entry, issueFormat, hasOrdinance))
                            .toList());
            assertThat(read.notes())
                    .as("seed " + seed)
                    .extracting(note -> note.message().key())
                    .doesNotContain(
                            "plan.import.total-differs",
                            "plan.import.count-differs",
                            "plan.import.unknown-heading",
                            "plan.import.unknown-column",
                            "plan.import.continued");
            assertThat(read.issueFormat()).as("seed " + seed).isEqualTo(issueFormat || hasIssues(entries));
        }
    }

    @Test
    void aFormOfMoreThanAThousandProjectsIsCountedRight() throws IOException {
        var entries = new ArrayList<Entry>();
        for (var i = 0; i < 2_345; i++) {
            entries.add(entry(new Random(i), "ยุทธศาสตร์ที่ 1", "", "แผนงานการศึกษา", "โครงการที่ " + i));
        }
        var read = exported(
                List.of(new Group("ยุทธศาสตร์ที่ 1", "แผนงานการศึกษา", List.of(new Group.Part("", entries::forEach)))),
                false,
                false);
        assertThat(read.projects()).hasSize(2_345);
        assertThat(read.sheets()).singleElement().satisfies(sheet -> {
            assertThat(sheet.ownCount()).isEqualTo(2_345);
            assertThat(sheet.agrees()).isTrue();
        });
    }

    private ReadPlan exported(List<Group> groups, boolean issueFormat, boolean hasOrdinance) throws IOException {
        var plan = new PlanOverview(
                "x",
                "แผนพัฒนาท้องถิ่น (พ.ศ. 2566 - 2570)",
                FIRST,
                FIRST.plus(4),
                issueFormat,
                "",
                Instant.EPOCH,
                false,
                1,
                new Standing("x", List.of(0)),
                Optional.empty());
        var pack = new PackForms(
                Map.of(),
                List.of(new PackForms.Alignment("", List.of("ก. ยุทธศาสตร์ชาติ 20 ปี", "จ. ยุทธศาสตร์ในเขตจังหวัด"))),
                List.of(new PackForms.Sign("", "ปลัด อบจ."), new PackForms.Sign("นายหนึ่ง", "นายก อบจ.")));
        var wording = new Wording(texts, pack, "องค์การบริหารส่วนจังหวัดทดสอบ", _ -> "");
        var described = new ProjectsForm(
                        wording, new Occasion(plan, Optional.empty(), 7), ProjectContent.Form.P02, hasOrdinance, groups)
                .described();
        var file = folder.resolve("p02.xlsx");
        try (var out = Files.newOutputStream(file)) {
            forms.xlsx(described.form(), described.body()).writeTo(out);
        }
        return PlanReader.read(file, WorkbookLimits.USUAL, Home.ANYWHERE);
    }

    /// Random groups; `entries` gets their projects in the order in which the form shows them.
    private static List<Group> groups(Random random, List<Entry> entries, boolean issueFormat) {
        var groups = new ArrayList<Group>();
        for (var count = 1 + random.nextInt(4); count > 0; count--) {
            var strategy = issueFormat ? "ประเด็นการพัฒนาที่ " + count : pick(STRATEGIES, random);
            var programme = pick(PROGRAMMES, random);
            var parts = new ArrayList<Group.Part>();
            var first = random.nextInt(TACTICS.size());
            for (var tactics = 1 + random.nextInt(3); tactics > 0; tactics--) {
                // No tactic stands first, as the plan's groups have it.
                var tactic = TACTICS.get((first + tactics) % TACTICS.size());
                var own = new ArrayList<Entry>();
                for (var projects = 1 + random.nextInt(5); projects > 0; projects--) {
                    own.add(entry(random, strategy, tactic, programme, text(random, "โครงการ ")));
                }
                parts.add(tactic.isEmpty() ? 0 : parts.size(), new Group.Part(tactic, own::forEach));
            }
            parts.forEach(part -> part.projects().tell(entries::add));
            groups.add(new Group(strategy, programme, parts));
        }
        return groups;
    }

    private static Entry entry(Random random, String strategy, String tactic, String programme, String name) {
        return new Entry(
                strategy,
                tactic,
                programme,
                name,
                text(random, ""),
                text(random, ""),
                money(random),
                money(random),
                text(random, ""),
                text(random, ""),
                text(random, ""),
                List.of(),
                "",
                "",
                "");
    }

    private static Map<FiscalYear, Money> money(Random random) {
        var money = new TreeMap<FiscalYear, Money>();
        for (var year = 0; year < 5; year++) {
            switch (random.nextInt(5)) {
                case 0 -> money.put(FIRST.plus(year), Money.ZERO);
                case 1 -> {}
                case 2 -> money.put(FIRST.plus(year), new Money(random.nextInt(1_000_000_000)));
                default -> money.put(FIRST.plus(year), Money.ofBaht(random.nextLong(10_000_000_000L)));
            }
        }
        return money;
    }

    private static String text(Random random, String instead) {
        return switch (random.nextInt(4)) {
            case 0 -> instead + random.nextInt(1_000);
            case 1 -> instead + pick(TEXTS, random) + "\n" + pick(TEXTS, random);
            case 2 -> instead.isEmpty() ? "" : instead + pick(TEXTS, random);
            default -> pick(TEXTS, random);
        };
    }

    private static String pick(List<String> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static boolean hasIssues(List<Entry> entries) {
        return entries.stream().anyMatch(entry -> entry.strategy().startsWith("ประเด็น"));
    }

    private static Told told(Entry entry, boolean issueFormat, boolean hasOrdinance) {
        return new Told(
                entry.strategy(),
                entry.tactic(),
                entry.programme(),
                CellText.oneLine(even(entry.name())),
                even(entry.objective()),
                even(entry.target()),
                withMoney(entry.amounts()),
                hasOrdinance ? withMoney(entry.ordinance()) : Map.of(),
                issueFormat ? "" : even(entry.kpi()),
                even(entry.result()),
                even(entry.department()));
    }

    private static Told told(ReadProject project) {
        return new Told(
                project.group().strategy(),
                project.group().tactic(),
                project.group().programme(),
                project.name(),
                project.objective(),
                project.target(),
                withMoney(project.amounts()),
                withMoney(project.ordinance()),
                project.kpi(),
                project.result(),
                project.department());
    }

    private static String even(String text) {
        return CellText.meant(CellText.clean(text));
    }

    private static Map<FiscalYear, Money> withMoney(Map<FiscalYear, Money> amounts) {
        var money = new TreeMap<>(amounts);
        money.values().removeIf(Money::isZero);
        return money;
    }
}
