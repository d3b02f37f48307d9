package org.phatthana.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.phatthana.testing.FormToken.formToken;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import picocli.CommandLine;

/// Which column of a file is which: said on a page, remembered, used everywhere, forgotten.
@SpringBootTest
@ExtendWith(OutputCaptureExtension.class)
@AutoConfigureMockMvc
class ColumnPagesTest {

    @TempDir
    Path folder;

    @Autowired
    MockMvcTester browser;

    @Autowired
    Imports imports;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BeanFactory rooms;

    /// A register in words of an office's own: nobody can know that ยอดเงินต้นปี is what was given.
    private static String register(String item, String given, String left) {
        return """
            แผนงาน,งาน,งบ,รายการ,ยอดเงินต้นปี,เบิกจ่าย,คงเหลือ,สี
            แผนงานบริหารงานทั่วไป,งานบริหารทั่วไป,งบลงทุน,%s,%s,100,%s,แดง
            """.formatted(item, given, left);
    }

    @Test
    void whatIsNotRecognisedIsSaidOnThePageRememberedAndForgotten() throws IOException {
        var officer = "c-" + UUID.randomUUID();
        var address = location(attempt(officer, register("ตู้", "1000", "900"), "2641"));
        assertThat(browser.get().uri(address).with(officer(officer)))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "ไม่มีคอลัมน์สำหรับ “ตั้งไว้”",
                        "ยอดเงินต้นปี",
                        "ไม่รู้จัก",
                        "name=\"column-4\"",
                        "ยังรับไฟล์นี้ไม่ได้")
                .doesNotContain("/accept\"");
        assertThat(post(address + "/accept", officer)).hasStatus(422);

        var mapped = location(say(
                address,
                officer,
                Map.of(
                        "column-0",
                        "programme",
                        "column-1",
                        "task",
                        "column-2",
                        "type",
                        "column-3",
                        "item",
                        "column-4",
                        "appropriated",
                        "column-5",
                        "disbursed",
                        "column-6",
                        "left",
                        "column-7",
                        "")));
        assertThat(mapped).isNotEqualTo(address);
        assertThat(browser.get().uri(mapped).with(officer(officer)))
                .hasStatusOk()
                .bodyText()
                .contains("สิ่งที่จะเปลี่ยน", "ตู้", "1,000", "ท่านเลือก", "/accept\"");
        assertThat(post(address + "/accept", officer))
                .as("what was looked at before is not accepted")
                .hasRedirectedUrl("/budget");
        assertThat(lines(2641)).isZero();
        assertThat(post(mapped + "/accept", officer)).hasStatus(303).hasRedirectedUrl("/budget/2641/books");
        assertThat(lines(2641)).isEqualTo(1);

        isRememberedUntilItIsForgotten(officer);
    }

    private void isRememberedUntilItIsForgotten(String officer) {
        var again = location(attempt(officer, register("เก้าอี้", "500", "400"), "2642"));
        assertThat(browser.get().uri(again).with(officer(officer)))
                .bodyText()
                .contains("จำจากไฟล์ก่อน", "/accept\"")
                .doesNotContain("ไม่รู้จักหัวคอลัมน์");
        var remembered = browser.get()
                .uri("/imports/balances/columns")
                .with(officer(officer))
                .exchange();
        assertThat(remembered).hasStatusOk().bodyText().contains("ยอดเงินต้นปี", "ตั้งไว้", "สี");
        var id = jdbc.sql("select id from exchange.column_mapping where kind = 'balances'")
                .query(String.class)
                .single();
        assertThat(post("/imports/balances/columns/" + id + "/forget", officer))
                .hasRedirectedUrl("/imports/balances/columns");
        assertThat(browser.get().uri(again).with(officer(officer)))
                .bodyText()
                .contains("ไม่มีคอลัมน์สำหรับ “ตั้งไว้”")
                .doesNotContain("/accept\"");
    }

    @Test
    void oneThingHasOneColumnAndNothingChosenIsLost() {
        var officer = "c-" + UUID.randomUUID();
        var address = location(attempt(officer, register("ตู้", "1000", "900"), "2643"));
        assertThat(say(address, officer, Map.of("column-4", "left", "column-6", "left", "column-3", "item")))
                .hasStatus(422)
                .bodyText()
                .contains("ข้อมูลหนึ่งใช้ได้กับคอลัมน์เดียว", "value=\"left\" selected", "value=\"item\" selected");
    }

    @Test
    void aHeadingThatIsNotFoundIsShownByItsRow() {
        var officer = "c-" + UUID.randomUUID();
        var text = "บันทึกของสำนัก\nก,ข,ค,ง\nถนน,1000,100,900\n";
        var address = location(attempt(officer, text, "2644"));
        assertThat(browser.get().uri(address).with(officer(officer)))
                .bodyText()
                .contains("ไม่พบหัวตาราง", "name=\"column-3\"");
        var mapped = location(say(
                address,
                officer,
                Map.of("column-0", "item", "column-1", "appropriated", "column-2", "disbursed", "column-3", "left")));
        assertThat(browser.get().uri(mapped).with(officer(officer)))
                .bodyText()
                .contains("ไม่รู้ว่า “ถนน” อยู่ในแผนงานใด")
                .doesNotContain("ไม่พบหัวตาราง");
        var moved = location(say(mapped, officer, Map.of("heading", "๑")));
        assertThat(browser.get().uri(moved).with(officer(officer)))
                .hasStatusOk()
                .bodyText()
                .contains("บันทึกของสำนัก");
    }

    @Test
    void commandsAndTheInterfaceStateColumnsToo(CapturedOutput output) throws IOException {
        var file = Files.writeString(folder.resolve("2645.csv"), register("รถ", "1000", "900"));
        assertThat(command(file.toString(), "--dry-run")).isEqualTo(1);
        assertThat(output).contains("There is no column for");
        assertThat(command(file.toString(), "--dry-run", "--option=column.appropriated=ยอดเงินต้นปี"))
                .isZero();
        assertThat(command(file.toString(), "--dry-run", "--option=column.appropriated=@E"))
                .isZero();
        assertThat(output).contains("(appropriated): 0.00 THB -> 1000.00 THB");
        assertThat(command(file.toString(), "--dry-run", "--option=column.appropriated=ไม่มี"))
                .isEqualTo(1);
        assertThat(command(file.toString(), "--dry-run", "--option=column.colour=สี"))
                .isEqualTo(1);
        assertThat(output).contains("There is no field “colour”");
        assertThat(browser.post()
                        .uri("/api/v1/imports/balances?dry-run=true&column.appropriated=ยอดเงินต้นปี")
                        .multipart()
                        .file(new MockMultipartFile(
                                "file",
                                "2645.csv",
                                null,
                                register("รถ", "1000", "900").getBytes(StandardCharsets.UTF_8)))
                        .with(officer("api"))
                        .with(formToken()))
                .hasStatusOk()
                .bodyText()
                .contains("\"changeCount\":3", "\"before\":\"0.00\"", "\"after\":\"1000.00\"");
        assertThat(lines(2645)).isZero();
        assertThat(jdbc.sql("select count(*) from exchange.column_mapping where file_name = '2645.csv'")
                        .query(Long.class)
                        .single())
                .as("a trial remembers nothing")
                .isZero();
    }

    private int command(String... arguments) {
        var all = new java.util.ArrayList<String>(java.util.List.of("balances"));
        all.addAll(java.util.List.of(arguments));
        var command = new ImportCommand();
        new CommandLine(command).parseArgs(all.toArray(String[]::new));
        return command.run(rooms);
    }

    private long lines(int year) {
        return jdbc.sql("select count(*) from budget.book_line where fiscal_year = :year")
                .param("year", year)
                .query(Long.class)
                .single();
    }

    private MvcTestResult attempt(String officer, String text, String year) {
        return browser.post()
                .uri("/imports/balances")
                .multipart()
                .file(new MockMultipartFile("file", "ทะเบียน.csv", null, text.getBytes(StandardCharsets.UTF_8)))
                .param("year", year)
                .with(officer(officer))
                .with(formToken())
                .exchange();
    }

    private MvcTestResult say(String address, String officer, Map<String, String> columns) {
        var request = browser.post().uri(address + "/columns");
        columns.forEach(request::param);
        return request.with(officer(officer)).with(formToken()).exchange();
    }

    private MvcTestResult post(String address, String officer) {
        return browser.post()
                .uri(address)
                .with(officer(officer))
                .with(formToken())
                .exchange();
    }

    private static RequestPostProcessor officer(String name) {
        return user(name).roles("BUDGET_OFFICER");
    }

    private static String location(MvcTestResult result) {
        return Objects.requireNonNull(result.getResponse().getHeader("Location"), "no Location")
                .replaceFirst("#.*", "");
    }
}
