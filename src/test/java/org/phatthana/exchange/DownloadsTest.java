package org.phatthana.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Language;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@SpringBootTest
@AutoConfigureMockMvc
class DownloadsTest {

    @Autowired
    Downloads downloads;

    @Test
    void csvBeginsWithAByteOrderMarkAndItsMachineNames() throws IOException {
        assertThat(csv(table(false)))
                .isEqualTo("\uFEFFname,amount_baht,year,day,share,is_real\r\n"
                        + "\"ถนน, \"\"สาย 1\"\"\",926200000.00,2566,2026-11-24,0.4782,true\r\n"
                        + "\"'=HYPERLINK(\"\"x\"\")\",-0.50,,,,\r\n");
    }

    @Test
    void textThatASpreadsheetWouldRunIsMadeHarmless() {
        for (var text : List.of("=1+1", "+66", "-2", "@SUM(A1)", "\t=1", "\r=1", "＝1")) {
            assertThat(CellText.harmless(text)).isEqualTo("'" + text);
        }
        assertThat(CellText.harmless("ถนน = ทาง")).isEqualTo("ถนน = ทาง");
        assertThat(CellText.harmless("")).isEmpty();
    }

    @Test
    void sampleDataIsMarkedInEveryRow() throws IOException {
        assertThat(csv(table(true)).lines().toList().getFirst()).endsWith(",is_sample");
        assertThat(csv(table(true)).lines().skip(1)).allMatch(line -> line.endsWith(",true"));
    }

    @Test
    void theWorkbookHasItsFiguresAndWhatTheyAre() throws IOException {
        var out = new ByteArrayOutputStream();
        downloads.xlsx(table(true), Language.THAI).writeTo(out);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(rows.getFirst().getCellText(1)).isEqualTo("amount_baht");
            assertThat(rows.get(1).getCellAsNumber(1).orElseThrow()).isEqualByComparingTo("926200000");
            assertThat(rows.get(2).getCellText(0)).startsWith("'=");
            assertThat(rows.get(2).getCellAsNumber(1).orElseThrow()).isEqualByComparingTo("-0.5");
            var about = workbook.getSheet(1).orElseThrow().read();
            assertThat(about.getFirst().getCellText(0)).isEqualTo("ตารางทดสอบ");
            assertThat(about.stream().map(row -> row.getCellText(0)))
                    .contains("ที่มา: ข้อบัญญัติ", "ข้อมูลตัวอย่าง ไม่ใช่ตัวเลขจริง", "is_sample");
        }
    }

    @Test
    void theAnswerNamesItsFileInThai() throws IOException {
        var response = new MockHttpServletResponse();
        downloads
                .csv(table(false), Language.THAI)
                .named("2566_pao-พิษณุโลก.csv")
                .render(null, new MockHttpServletRequest(), response);
        assertThat(response.getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''2566_pao-%E0%B8%9E");
        assertThat(response.getContentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(response.getHeader("Link")).isEqualTo("<test-table.xlsx>; rel=\"describedby\"");
    }

    private String csv(Table table) throws IOException {
        var out = new ByteArrayOutputStream();
        downloads.csv(table, Language.THAI).writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Table table(boolean sample) {
        return new Table(
                "test-table",
                Localized.of("ตารางทดสอบ", "Test table"),
                List.of(
                        column("name"),
                        column("amount_baht"),
                        column("year"),
                        column("day"),
                        column("share"),
                        column("is_real")),
                List.of(
                        List.of(
                                "ถนน, \"สาย 1\"",
                                Money.ofBaht(926_200_000),
                                new FiscalYear(2566),
                                LocalDate.of(2026, 11, 24),
                                new BigDecimal("0.4782"),
                                true),
                        Arrays.asList("=HYPERLINK(\"x\")", new Money(-50), null, null, null, null)),
                List.of(Localized.of("ที่มา: ข้อบัญญัติ", "Source: ordinance")),
                sample);
    }

    private static Table.Column column(String name) {
        return new Table.Column(name, Localized.of("ไทย " + name, "English " + name));
    }
}
