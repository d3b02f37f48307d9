package org.phatthana.plan;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.phatthana.commands.Command;
import org.phatthana.commands.Synthetic;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine;

/// `sample`: makes synthetic data for trying the program under load. Everything in it says that it is synthetic.
@CommandLine.Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        description =
                "Makes synthetic data, marked as such, for load tests: a plan workbook (form P02) in a file; or in the"
                        + " database a plan with its editions, or figures of the series that the pack declares.")
public final class SampleCommand implements Command {

    private static final int MOST_ROWS = 20_000_000;
    private static final int MOST_EDITIONS = 200;
    private static final int MOST_YEARS = 50;
    private static final String WORKBOOK = "plan-workbook";
    private static final int ROWS_A_SHEET = 2_500;
    private static final int ROWS_A_PAGE = 25;
    private static final int ROWS_AT_SCALE_ONE = 500;
    private static final String[] PROGRAMMES = {
        "แผนงานอุตสาหกรรมและการโยธา",
        "แผนงานการศึกษา",
        "แผนงานสาธารณสุข",
        "แผนงานการเกษตร",
        "แผนงานเคหะและชุมชน",
        "แผนงานสังคมสงเคราะห์"
    };
    private static final String[] WORKS = {
        "ก่อสร้างถนนคอนกรีตเสริมเหล็ก",
        "ขุดลอกคลอง",
        "ส่งเสริมอาชีพผู้สูงอายุ",
        "ปรับปรุงอาคารเรียน",
        "จัดการขยะในชุมชน",
        "ก่อสร้างระบบประปา"
    };
    private static final String[] TAMBON = {
        "วังทอง", "บางระกำ", "นครไทย", "พรหมพิราม", "วัดโบสถ์", "เนินมะปราง", "บางกระทุ่ม", "หัวรอ"
    };
    private static final String[] DEPARTMENTS = {
        "กองช่าง", "กองการศึกษา ศาสนาและวัฒนธรรม", "กองสาธารณสุข", "สำนักปลัดองค์การบริหารส่วนจังหวัด"
    };

    @CommandLine.Option(
            names = "--kind",
            defaultValue = WORKBOOK,
            description = "what to make: plan-workbook, plan or observations")
    private String kind = WORKBOOK;

    @CommandLine.Option(names = "--rows", paramLabel = "N", description = "how many projects or figures")
    private int rows;

    @CommandLine.Option(
            names = "--scale",
            paramLabel = "N",
            defaultValue = "1",
            description = "times 500 projects, where --rows is not given")
    private int scale = 1;

    @CommandLine.Option(
            names = "--editions",
            paramLabel = "N",
            defaultValue = "1",
            description = "of a plan: how many editions after the first")
    private int editions = 1;

    @CommandLine.Option(
            names = "--years",
            paramLabel = "N",
            defaultValue = "5",
            description = "of figures: in how many fiscal years they lie, the one that runs being the last")
    private int years = 5;

    @CommandLine.Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "the same seed makes the same data")
    private long seed = 1;

    @CommandLine.Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "the workbook to write")
    private Path file = Path.of("");

    @Override
    public int run(BeanFactory rooms) {
        var count = rows > 0 ? rows : scale * ROWS_AT_SCALE_ONE;
        var kinds = rooms.getBeanProvider(Synthetic.class).stream()
                .sorted(Comparator.comparing(Synthetic::kind))
                .toList();
        var wanted = kinds.stream().filter(made -> made.kind().equals(kind)).findFirst();
        if ((wanted.isEmpty() && !kind.equals(WORKBOOK))
                || count < 1
                || count > MOST_ROWS
                || editions < 0
                || editions > MOST_EDITIONS
                || years < 1
                || years > MOST_YEARS) {
            System.err.println("The kinds are " + WORKBOOK + ", "
                    + kinds.stream().map(Synthetic::kind).collect(Collectors.joining(", "))
                    + ", of at most 20,000,000 rows, 200 editions and 50 years");
            return USAGE;
        }
        if (wanted.isPresent()) {
            return make(wanted.get(), new Synthetic.Wish(count, editions, years, seed));
        }
        if (file.toString().isEmpty()) {
            System.err.println("A workbook needs a FILE to be written to");
            return USAGE;
        }
        try (var out = Files.newOutputStream(file)) {
            System.out.println("total: " + write(out, count) + ".00 THB");
            System.out.println("projects: " + count);
            return DONE;
        } catch (IOException e) {
            System.err.println("Cannot write " + file + ": " + e.getMessage());
            return REFUSED;
        }
    }

    private static int make(Synthetic kind, Synthetic.Wish wish) {
        try {
            System.out.println(kind.kind() + ": " + kind.make(wish));
            return DONE;
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return REFUSED;
        }
    }

    /// Writes the workbook.
    ///
    /// @return the sum of all its amounts in baht
    long write(OutputStream out, int count) throws IOException {
        var random = new Random(seed);
        var total = 0L;
        try (var workbook = new Workbook(out, "Phatthana (synthetic)", "1.0")) {
            for (var first = 0; first < count; first += ROWS_A_SHEET) {
                var number = first / ROWS_A_SHEET + 1;
                var sheet = workbook.newWorksheet("สังเคราะห์ " + number);
                total += sheet(sheet, number, Math.min(ROWS_A_SHEET, count - first), random);
                sheet.finish();
            }
        }
        return total;
    }

    private static long sheet(Worksheet sheet, int number, int count, Random random) {
        sheet.value(0, 0, "รายละเอียดโครงการพัฒนา (ข้อมูลสังเคราะห์เพื่อทดสอบ ไม่ใช่แผนจริง)");
        sheet.value(1, 0, "แผนพัฒนาท้องถิ่น (พ.ศ. 2566 - 2570) ข้อมูลสังเคราะห์");
        sheet.value(2, 11, "แบบ ผ.02");
        sheet.value(3, 0, (number % 7 + 1) + ". ยุทธศาสตร์สังเคราะห์ที่ " + (number % 7 + 1));
        sheet.value(4, 0, "กลยุทธ์ที่ " + (number % 7 + 1) + ".1 สังเคราะห์");
        sheet.value(5, 0, PROGRAMMES[number % PROGRAMMES.length]);
        var row = 6;
        var sums = new long[5];
        for (var project = 0; project < count; project++) {
            if (project % ROWS_A_PAGE == 0) {
                heading(sheet, row);
                row += 2;
            }
            project(sheet, row, number, project, sums, random);
            row++;
        }
        sheet.value(row, 1, "รวมงบประมาณ");
        var total = 0L;
        for (var year = 0; year < sums.length; year++) {
            sheet.value(row, 4 + year, sums[year]);
            total += sums[year];
        }
        sheet.value(row + 1, 1, "รวมจำนวนโครงการ");
        sheet.value(row + 1, 2, count);
        return total;
    }

    private static void heading(Worksheet sheet, int row) {
        var words = new String[] {
            "ที่",
            "โครงการ",
            "วัตถุประสงค์",
            "เป้าหมาย\n(ผลผลิตของโครงการ)",
            "งบประมาณ",
            "",
            "",
            "",
            "",
            "ตัวชี้วัด (KPI)",
            "ผลที่คาดว่าจะได้รับ",
            "หน่วยงาน\nรับผิดชอบหลัก"
        };
        for (var column = 0; column < words.length; column++) {
            if (!words[column].isEmpty()) {
                sheet.value(row, column, words[column]);
            }
        }
        for (var year = 0; year < 5; year++) {
            sheet.value(row + 1, 4 + year, (2566 + year) + "\n(บาท)");
        }
    }

    private static void project(Worksheet sheet, int row, int number, int project, long[] sums, Random random) {
        var work = WORKS[random.nextInt(WORKS.length)];
        var tambon = TAMBON[random.nextInt(TAMBON.length)];
        sheet.value(row, 0, project + 1);
        sheet.value(row, 1, "%s บ้านสังเคราะห์ที่ %d/%d ต.%s".formatted(work, number, project + 1, tambon));
        sheet.value(row, 2, "เพื่อให้ประชาชนในตำบล" + tambon + "มีคุณภาพชีวิตที่ดีขึ้น");
        sheet.value(row, 3, "จำนวน %d แห่ง ต.%s".formatted(1 + random.nextInt(20), tambon));
        for (var year = 0; year < sums.length; year++) {
            var baht = random.nextInt(4) == 0 ? 0L : 10_000L * (1 + random.nextInt(300));
            sums[year] += baht;
            if (baht == 0) {
                if (random.nextBoolean()) {
                    sheet.value(row, 4 + year, " -   ");
                }
            } else if (random.nextInt(20) == 0) {
                sheet.value(row, 4 + year, " %,d ".formatted(baht));
            } else {
                sheet.value(row, 4 + year, baht);
            }
        }
        sheet.value(row, 9, "ร้อยละ %d ของประชาชนได้รับประโยชน์".formatted(50 + random.nextInt(50)));
        sheet.value(row, 10, "ประชาชนในตำบล" + tambon + "ได้รับประโยชน์");
        sheet.value(row, 11, DEPARTMENTS[random.nextInt(DEPARTMENTS.length)]);
    }
}
