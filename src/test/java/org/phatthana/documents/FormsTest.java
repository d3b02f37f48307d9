package org.phatthana.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.phatthana.values.Language;
import org.phatthana.values.Money;
import org.phatthana.web.Texts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class FormsTest {

    @Autowired
    Forms forms;

    @Autowired
    Texts texts;

    @Test
    void theWorkbookIsTheFormCellByCell() throws IOException {
        var rows = xlsx(PaperForms.projects(), out -> PaperForms.tellProjects(1, out))
                .rows(0, figures());
        assertThat(rows)
                .containsExactly(
                        List.of("แบบ ผ.02"),
                        List.of("รายละเอียดโครงการพัฒนา"),
                        List.of("แผนพัฒนาท้องถิ่น (พ.ศ. 2566-2570)"),
                        List.of("องค์การบริหารส่วนจังหวัดพิษณุโลก"),
                        List.of(PaperForms.PREAMBLE.get(0)),
                        List.of(PaperForms.PREAMBLE.get(1)),
                        List.of(PaperForms.PREAMBLE.get(2)),
                        List.of(PaperForms.PREAMBLE.get(3)),
                        List.of(
                                "ที่",
                                "โครงการ",
                                "วัตถุประสงค์",
                                "เป้าหมาย\n(ผลผลิตของโครงการ)",
                                "งบประมาณ",
                                "ตัวชี้วัด (KPI)",
                                "ผลที่คาดว่าจะได้รับ",
                                "หน่วยงานรับผิดชอบหลัก"),
                        List.of("2566\n(บาท)", "2567\n(บาท)", "2568\n(บาท)", "2569\n(บาท)", "2570\n(บาท)"),
                        List.of("กลยุทธ์ที่ 1 พัฒนาเส้นทางคมนาคมให้ได้มาตรฐาน เชื่อมโยงทุกพื้นที่"),
                        List.of(
                                "1",
                                "โครงการก่อสร้างถนนสายบ้านปากน้ำ หมู่ที่ 1 ตำบลท่าโพธิ์ อำเภอเมืองพิษณุโลก"
                                        + " เชื่อมต่อตำบลวัดพริก",
                                "- เพื่อให้ประชาชนมีน้ำอุปโภคบริโภคอย่างทั่วถึง\n- เพื่อฟื้นฟูแหล่งน้ำและป่าต้นน้ำ",
                                "ก่อสร้างถนนคอนกรีตเสริมเหล็ก กว้าง 6 เมตร ยาว 1,250 เมตร"
                                        + " พร้อมป้ายประชาสัมพันธ์โครงการ จำนวน 1 ป้าย",
                                "1,000,000",
                                "1,000,000",
                                "1,000,000",
                                "-",
                                "-",
                                "ร้อยละ 80 ของผู้ใช้น้ำพึงพอใจ",
                                "ผู้สูงอายุและผู้ป่วยที่ปรึกษาได้รับบริการที่ดีขึ้น",
                                "กองช่าง"),
                        List.of("รวม 1 โครงการ", "1,000,000", "1,000,000", "1,000,000", "-", "-"),
                        List.of("รวมทั้งสิ้น", "1,000,000", "1,000,000", "1,000,000", "-", "-"),
                        List.of("ที่มา: แผนพัฒนาท้องถิ่น พ.ศ. 2566-2570 ฉบับแรก"),
                        List.of(signature(), signature(), signature()),
                        List.of("(" + dots() + ")", "(นายสมชาย ป้องน้ำใจ)", "(" + dots() + ")"),
                        List.of(
                                "ผู้อำนวยการสำนักยุทธศาสตร์และงบประมาณ",
                                "ปลัดองค์การบริหารส่วนจังหวัดพิษณุโลก",
                                "นายกองค์การบริหารส่วนจังหวัดพิษณุโลก"),
                        List.of(signedOn(), signedOn(), signedOn()));
    }

    @Test
    void thePdfShowsWhatTheWorkbookShows() throws IOException {
        Body body = out -> {
            out.accept(Item.band(2, "แผนงานการศึกษา"));
            PaperForms.tellProjects(1, out);
        };
        var form = PaperForms.projects().signedBy();
        var cells = new StringBuilder();
        for (var sheet = 0; sheet < 2; sheet++) {
            xlsx(form, body).rows(sheet, figures()).forEach(row -> cells.append(ReadForm.bare(String.join("", row))));
        }
        var printed = pdf(form, body).pages().stream()
                .map(page -> ReadForm.bare(page).replaceAll("องค์การบริหารส่วนจังหวัดพิษณุโลก·จัดทำ.*?จาก2", ""))
                .collect(Collectors.joining());
        // The total of pages stands in each page's foot.
        assertThat(letters(printed)).isEqualTo(letters(cells.toString()));
    }

    @Test
    void amountsAreNumbersThatAddUp() throws IOException {
        var read = xlsx(PaperForms.projects(), out -> {
            out.accept(PaperForms.project(1, "ก", 1_000_000, 0, 0, 0, 0));
            out.accept(PaperForms.amendment(2));
        });
        assertThat(read.sum(0, 4)).isEqualByComparingTo("2250500.25");
        assertThat(read.rows(0, figures()).stream().flatMap(List::stream)).contains("750,500.25", "500,000", "-");
        assertThat(read.part("xl/styles.xml")).contains("#,##0;-#,##0;&quot;-&quot;", "<strike/>");
    }

    @Test
    void theHeadingIsMergedAndRepeatedOnPrintedPages() throws IOException {
        var read = xlsx(PaperForms.projects(), out -> PaperForms.tellProjects(1, out));
        assertThat(read.part("xl/worksheets/sheet1.xml"))
                .contains("<mergeCell ref=\"A10:A11\"/>", "<mergeCell ref=\"E10:I10\"/>", "orientation=\"landscape\"");
        assertThat(read.part("xl/workbook.xml")).contains("Print_Titles").contains("$10:$11");
    }

    @Test
    void eachPageHasTheHeadingTheMarkAndItsNumber() throws IOException {
        var pages = pdf(PaperForms.projects(), out -> PaperForms.tellProjects(40, out))
                .pages();
        assertThat(pages).hasSizeGreaterThan(3);
        for (var i = 0; i < pages.size(); i++) {
            assertThat(ReadForm.bare(pages.get(i)))
                    .contains("แบบผ.02", "วัตถุประสงค์", "2570(บาท)", "บันทึกสาธารณะลำดับที่1,204")
                    .contains("หน้า" + (i + 1) + "จาก");
        }
        assertThat(pages.stream().filter(page -> page.contains("รายละเอียดโครงการพัฒนา")))
                .hasSize(1);
    }

    @Test
    void theOldRowAndTheNewStandOnOnePage() throws IOException {
        var pages = pdf(PaperForms.projects(), out -> {
                    for (var number = 1; number <= 60; number++) {
                        out.accept(PaperForms.amendment(number));
                    }
                })
                .pages();
        assertThat(pages).hasSizeGreaterThan(2);
        for (var number = 1; number <= 60; number++) {
            var old = "โครงการเดิมที่" + number + "\\D";
            var changed = "โครงการใหม่ที่" + number + "\\D";
            assertThat(pages.stream().filter(page -> contains(page, old)).filter(page -> contains(page, changed)))
                    .as("change %d", number)
                    .hasSize(1);
        }
    }

    /// Wherever the table ends on its page, from its first lines to its last.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void theSignaturesStandTogetherBelowTheTotal(int amendments) throws IOException {
        var pages = pdf(PaperForms.projects(), out -> {
                    IntStream.rangeClosed(1, amendments).forEach(number -> out.accept(PaperForms.amendment(number)));
                    out.accept(PaperForms.total(Item.Weight.TOTAL, "รวมทั้งสิ้น", 1, 0, 0, 0, 0));
                })
                .pages();
        assertThat(ReadForm.bare(pages.getLast()))
                .contains("โครงการใหม่ที่" + amendments, "รวมทั้งสิ้น", "(ลงชื่อ)", "นายสมชาย", "วันที่...")
                .satisfies(page -> assertThat(page.split("ลงชื่อ", -1)).hasSize(4));
    }

    @Test
    void aRowHigherThanAPageIsDividedAndLosesNothing() throws IOException {
        var long_ = IntStream.rangeClosed(1, 300)
                .mapToObj(line -> "บรรทัดที่" + line + "จบ")
                .collect(Collectors.joining("\n"));
        var form = Form.of(
                "ยาว",
                Language.THAI,
                Paper.A4,
                List.of("ยาว"),
                List.of(Column.brief("ที่", 1), Column.text("ข้อความ", 6)));
        var pages = pdf(form, List.<Item>of(Item.row(List.of(Cell.text("1"), Cell.text(long_))))::forEach)
                .pages();
        var all = ReadForm.bare(String.join("", pages));
        assertThat(pages).hasSizeGreaterThan(4);
        assertThat(IntStream.rangeClosed(1, 300)).allMatch(line -> all.contains("บรรทัดที่" + line + "จบ"));
    }

    @Test
    void aBandStandsWithTheRowBelowIt() throws IOException {
        for (var rows = 10; rows < 40; rows++) {
            var count = rows;
            var pages = pdf(PaperForms.projects(), out -> {
                        for (var i = 1; i <= count; i++) {
                            out.accept(PaperForms.total(Item.Weight.ROW, "แถว", i, 0, 0, 0, 0));
                        }
                        out.accept(Item.band(1, "กลยุทธ์ใหม่"));
                        out.accept(PaperForms.total(Item.Weight.ROW, "แถวแรกของกลยุทธ์", 1, 0, 0, 0, 0));
                    })
                    .pages();
            assertThat(pages)
                    .filteredOn(page -> page.contains("กลยุทธ์ใหม่"))
                    .hasSize(1)
                    .allMatch(page -> page.contains("แถวแรกของกลยุทธ์"));
        }
    }

    @Test
    void sampleDataIsMarkedOnEachPageAndSheet() throws IOException {
        var sample = PaperForms.projects().sample(true);
        Body body = out -> PaperForms.tellProjects(20, out);
        assertThat(pdf(sample, body).pages()).allMatch(page -> page.contains("ข้อมูลตัวอย่าง"));
        var workbook = xlsx(sample, body);
        assertThat(workbook.rows(0, figures()).getFirst()).contains("ข้อมูลตัวอย่าง ไม่ใช่ข้อมูลจริง");
        assertThat(workbook.part("xl/worksheets/sheet1.xml")).containsPattern("<oddHeader>.*ข้อมูลตัวอย่าง");
        assertThat(pdf(PaperForms.projects(), body).pages()).noneMatch(page -> page.contains("ข้อมูลตัวอย่าง"));
    }

    @Test
    void sectionsAreSheetsWithFitNames() throws IOException {
        Body body = List.of(
                Item.section("ผ.02/1: การศึกษา", List.of("ก")),
                Item.section("ผ.02/1: การศึกษา", List.of("ข")),
                Item.section("ยุทธศาสตร์ที่ 1 การพัฒนาโครงสร้างพื้นฐาน", List.of()),
                Item.section("", List.of()))::forEach;
        assertThat(xlsx(PaperForms.projects(), body).sheets())
                .containsExactly(
                        "ผ.02-1- การศึกษา", "ผ.02-1- การศึกษา (2)", "ยุทธศาสตร์ที่ 1 การพัฒนาโครงสร้", "แบบ ผ.02");
        assertThat(pdf(PaperForms.projects(), body).pages()).hasSize(4);
    }

    @Test
    void monthsAreBarsWithArrowsAtTheirEnds() throws IOException {
        var rows = xlsx(
                        PaperForms.months(),
                        List.<Item>of(PaperForms.activity(1, 0, 1, 2), PaperForms.activity(2, 3, 5, 6))::forEach)
                .rows(0, figures());
        assertThat(rows).anySatisfy(row -> assertThat(row).endsWith("◄─", "──", "─►"));
        assertThat(rows).anySatisfy(row -> assertThat(row).endsWith("กองสาธารณสุข", "◄►", "◄─", "─►"));
    }

    @Test
    void textThatASpreadsheetWouldRunIsMadeHarmless() {
        assertThat(List.of("=1+1", "+66", "-2+3", "@SUM(A1)", "-ก|'/C calc'!A0", "-ก+HYPERLINK(\"x\")"))
                .allMatch(text -> XlsxForm.harmless(text).equals("'" + text));
        assertThat(List.of("- เพื่อส่งเสริม", "-เพื่อให้ (ระยะที่ 1)\n- และอื่น ๆ", "ถนน = ทาง", "- "))
                .filteredOn(text -> !text.equals("- "))
                .allMatch(text -> XlsxForm.harmless(text).equals(text));
    }

    @Test
    void aPartThatIsTakenAwayIsSaidInTheWorkbook() throws IOException {
        var rows = xlsx(PaperForms.projects(), List.of(PaperForms.amendment(1))::forEach)
                .rows(0, figures());
        assertThat(rows).anySatisfy(row -> assertThat(row).contains("คงเดิม [ตัดออก: ทั้งหมด]", "โครงการเดิมที่ 1"));
        assertThat(rows).anySatisfy(row -> assertThat(row).contains("ป่าชายน้ำ กว้าง 6 เมตร ฟื้นฟูผิวจราจร"));
    }

    @Test
    void aRowThatDoesNotCoverTheColumnsIsRefused() {
        Body body = List.<Item>of(Item.row(List.of(Cell.text("1"))))::forEach;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pdf(PaperForms.projects(), body))
                .withMessageContaining("covers 1 columns of 12");
        assertThatIllegalArgumentException().isThrownBy(() -> xlsx(PaperForms.projects(), body));
    }

    @Test
    void thePdfSaysWhatItIs() throws IOException {
        var read = pdf(PaperForms.projects(), out -> PaperForms.tellProjects(3, out));
        try (var document = read.document()) {
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo("รายละเอียดโครงการพัฒนา แผนพัฒนาท้องถิ่น (พ.ศ. 2566-2570)"
                            + " องค์การบริหารส่วนจังหวัดพิษณุโลก");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("th");
            assertThat(document.getDocumentCatalog()
                            .getDocumentOutline()
                            .getFirstChild()
                            .getTitle())
                    .isEqualTo("อุตสาหกรรมและการโยธา");
            for (var name : document.getPage(0).getResources().getFontNames()) {
                var font = document.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+Sarabun-.*");
            }
        }
    }

    @Test
    void rowsAreToldOneAfterTheOtherWhileTheFileIsWritten() throws IOException {
        var told = new AtomicInteger();
        var toldAtFirstByte = new AtomicInteger();
        var out = new OutputStream() {
            private long bytes;

            @Override
            public void write(int value) {
                if (bytes++ == 100_000) {
                    toldAtFirstByte.set(told.get());
                }
            }
        };
        Body body = items -> IntStream.rangeClosed(1, 2000).forEach(number -> {
            items.accept(PaperForms.project(number, "โครงการที่ " + number, number, 0, 0, 0, new Money(1).satang()));
            told.set(number);
        });
        forms.pdf(PaperForms.projects(), body).writeTo(out);
        assertThat(toldAtFirstByte.get()).isBetween(1, 1000);
        told.set(0);
        assertThat(xlsx(PaperForms.projects(), body).sum(0, 4)).isEqualByComparingTo("2001000");
    }

    private ReadForm xlsx(Form form, Body body) {
        return ReadForm.of(forms.xlsx(form, body));
    }

    private ReadForm pdf(Form form, Body body) {
        return ReadForm.of(forms.pdf(form, body));
    }

    private Figures figures() {
        return new Figures(texts.numbers(Language.THAI));
    }

    private String signature() {
        return texts.text(Language.THAI, "documents.signature");
    }

    private String signedOn() {
        return texts.text(Language.THAI, "documents.signed-on");
    }

    private String dots() {
        return texts.text(Language.THAI, "documents.unnamed");
    }

    private static boolean contains(String page, String pattern) {
        return java.util.regex.Pattern.compile(pattern)
                .matcher(ReadForm.bare(page))
                .find();
    }

    private static String letters(String text) {
        return text.replaceAll("\\s", "");
    }
}
