import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.phatthana.documents.Cell;
import org.phatthana.documents.Item;
import org.phatthana.exchange.Download;
import org.phatthana.packs.Pack;
import org.phatthana.plan.PlanOverview;
import org.phatthana.plan.ProjectContent;
import org.phatthana.plan.Standing;
import org.phatthana.plan.forms.Described;
import org.phatthana.plan.forms.Entry;
import org.phatthana.plan.forms.Group;
import org.phatthana.plan.forms.Occasion;
import org.phatthana.plan.forms.PackForms;
import org.phatthana.plan.forms.ProjectsForm;
import org.phatthana.plan.forms.Wording;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.phatthana.web.Texts;

/// Milliseconds of form ผ.02 as a workbook against milliseconds of writing the same values into the same cells with bare
/// fastexcel (a sheet for each section, flushed as often, without styles, heights or merged cells). Both hear the same
/// body, whose projects are made while they are told; rounds are interleaved after a warm-up, medians are compared. Then
/// the PDF, for which only the heap is bounded: this process has 256 MB.
static final double BOUND = 3.0;

static final int HEADINGS = 40;
static final int FLUSHED = 500;
static final FiscalYear FIRST = new FiscalYear(2566);
static final Path OUT = Path.of("target/benchmark-forms");

@FunctionalInterface
interface Writing {
    void to(OutputStream out) throws Exception;
}

void main(String[] arguments) throws Exception {
    var projects = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
    var rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 7;
    var texts = made(Texts.class, Pack.class, new Pack("phitsanulok"));
    var forms = made(
            org.phatthana.documents.Forms.class, new Class<?>[] {Texts.class, Clock.class}, texts, Clock.systemUTC());
    var described = described(texts, projects);
    Download xlsx = forms.xlsx(described.form(), described.body());
    var bare = new ArrayList<Double>();
    var form = new ArrayList<Double>();
    for (var round = -2; round < rounds; round++) {
        var first = written("bare.xlsx", out -> bare(described, out));
        var second = written("p02.xlsx", xlsx::writeTo);
        if (round >= 0) {
            bare.add(first);
            form.add(second);
            System.err.printf("round %d: bare %.0f ms, form %.0f ms%n", round + 1, first, second);
        }
    }
    var ratio = median(form) / median(bare);
    System.out.printf("bare %8.0f ms%nform %8.0f ms for %,d projects, %,d KB%n", median(bare), median(form), projects, size("p02.xlsx"));
    System.out.printf("peak heap %d MB of 256%n", peak());
    System.out.printf("ratio %.2f, required at most %.1f: %s%n", ratio, BOUND, ratio <= BOUND ? "met" : "MISSED");
    var pdf = written("p02.pdf", forms.pdf(described.form(), described.body())::writeTo);
    System.out.printf("PDF  %8.0f ms, %,d KB, peak heap %d MB of 256: met%n", pdf, size("p02.pdf"), peak());
    System.exit(ratio <= BOUND ? 0 : 1);
}

/// The same values in the same cells, and nothing else.
void bare(Described described, OutputStream out) throws Exception {
    var form = described.form();
    try (var workbook = new Workbook(out, "bare", "1.0")) {
        var sheet = new Worksheet[1];
        var row = new int[1];
        var sheets = new int[1];
        described.body().tell(item -> {
            try {
                switch (item) {
                    case Item.Section section -> {
                        if (sheet[0] != null) {
                            sheet[0].finish();
                        }
                        sheet[0] = workbook.newWorksheet("Sheet " + ++sheets[0]);
                        row[0] = 0;
                        sheet[0].value(row[0]++, form.leaves().size() - 1, form.mark());
                        form.titles().forEach(title -> sheet[0].value(row[0]++, 0, title));
                        section.lines().forEach(line -> sheet[0].value(row[0]++, 0, line));
                        for (var column = 0; column < form.leaves().size(); column++) {
                            sheet[0].value(row[0], column, form.leaves().get(column).title());
                        }
                        row[0]++;
                    }
                    case Item.Band band -> sheet[0].value(row[0]++, 0, band.text());
                    case Item.Row whole -> row(sheet[0], row[0]++, whole);
                    case Item.Block block -> block.rows().forEach(part -> row(sheet[0], row[0]++, part));
                }
                if (row[0] % FLUSHED == 0) {
                    sheet[0].flush();
                }
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        sheet[0].finish();
    }
}

void row(Worksheet sheet, int row, Item.Row whole) {
    var column = 0;
    for (var cell : whole.cells()) {
        switch (cell) {
            case Cell.Text text -> sheet.value(row, column, text.text());
            case Cell.Amount amount when amount.money().satang() % 100 == 0 ->
                sheet.value(row, column, amount.money().satang() / 100);
            case Cell.Amount amount -> sheet.value(row, column, amount.money().baht());
            case Cell.Count count -> sheet.value(row, column, count.number());
            case Cell.Points points -> sheet.value(row, column, points.number());
            case Cell.Marked _, Cell.Empty _ -> {}
        }
        column += cell.columns();
    }
}

Described described(Texts texts, int projects) {
    var plan = new PlanOverview(
            "x", "แผนพัฒนาท้องถิ่น (พ.ศ. 2566–2570)", FIRST, FIRST.plus(4), false, "", Instant.EPOCH, true, projects,
            new Standing("x", List.of(0)), Optional.empty());
    var groups = new ArrayList<Group>();
    for (var heading = 0; heading < HEADINGS; heading++) {
        var number = heading;
        var strategy = "ยุทธศาสตร์สังเคราะห์ที่ " + (heading / 8 + 1);
        var programme = "แผนงานสังเคราะห์ที่ " + (heading + 1);
        groups.add(new Group(strategy, programme, List.of(new Group.Part("กลยุทธ์สังเคราะห์ที่ " + (heading / 4 + 1), out -> {
            var random = new Random(number);
            for (var i = number * projects / HEADINGS; i < (number + 1) * projects / HEADINGS; i++) {
                out.accept(entry(strategy, programme, i, random));
            }
        }))));
    }
    var wording = new Wording(texts, PackForms.NONE, "องค์การบริหารส่วนจังหวัดพิษณุโลก", _ -> "");
    return new ProjectsForm(wording, new Occasion(plan, Optional.empty(), 9), ProjectContent.Form.P02, false, groups).described();
}

Entry entry(String strategy, String programme, int number, Random random) {
    var amounts = new TreeMap<FiscalYear, Money>();
    for (var year = 0; year < 5; year++) {
        if (random.nextInt(4) > 0) {
            amounts.put(FIRST.plus(year), Money.ofBaht(10_000L * (1 + random.nextInt(300))));
        }
    }
    return new Entry(
            strategy,
            "",
            programme,
            "โครงการก่อสร้างถนนคอนกรีตเสริมเหล็ก สายบ้านสังเคราะห์ที่ %d หมู่ที่ %d ตำบลวังทอง".formatted(number + 1, 1 + random.nextInt(12)),
            "- เพื่อให้ประชาชนมีเส้นทางคมนาคมที่ได้มาตรฐาน สะดวก และปลอดภัย\n- เพื่อขนส่งผลผลิตทางการเกษตรของหมู่ที่ " + (1 + random.nextInt(12)),
            "ก่อสร้างถนน กว้าง %d เมตร ยาว %,d เมตร หนา 0.15 เมตร พร้อมป้ายโครงการ จำนวน 1 ป้าย".formatted(4 + random.nextInt(4), 100 + random.nextInt(3_000)),
            amounts,
            Map.of(),
            "ร้อยละ %d ของผู้ใช้เส้นทางพึงพอใจ".formatted(50 + random.nextInt(50)),
            "ประชาชนในพื้นที่สัญจรได้สะดวกและปลอดภัยยิ่งขึ้น",
            "กองช่าง",
            List.of(),
            "",
            "",
            "");
}

double written(String name, Writing writing) throws Exception {
    System.gc();
    var begun = System.nanoTime();
    try (var out = new BufferedOutputStream(Files.newOutputStream(OUT.resolve(name)), 1 << 16)) {
        writing.to(out);
    }
    return (System.nanoTime() - begun) / 1e6;
}

long size(String name) throws Exception {
    return Files.size(OUT.resolve(name)) / 1024;
}

long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .map(MemoryPoolMXBean::getPeakUsage)
                    .mapToLong(use -> use.getUsed())
                    .sum()
            / (1 << 20);
}

double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
}

/// What the rooms make by constructors of their own.
<T> T made(Class<T> type, Class<?> parameter, Object argument) throws Exception {
    return made(type, new Class<?>[] {parameter}, argument);
}

<T> T made(Class<T> type, Class<?>[] parameters, Object... arguments) throws Exception {
    var constructor = type.getDeclaredConstructor(parameters);
    constructor.setAccessible(true);
    return constructor.newInstance(arguments);
}
