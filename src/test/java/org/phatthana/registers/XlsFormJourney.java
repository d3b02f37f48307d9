package org.phatthana.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.phatthana.registers.xlsform.Forms;
import org.phatthana.testing.Journey;
import org.phatthana.testing.Office;
import org.phatthana.testing.Reader;
import org.phatthana.testing.Visit;

/// An administrator hands in a survey form, sees what it would become, and everyone reads the register at once.
class XlsFormJourney extends Journey {

    private static final String SURVEY = """
        type|name|label::Thai (th)|label::English (en)|hint::Thai (th)|required|constraint|relevant|privacy
        start|start
        text|temple|ชื่อวัด|Name of temple||yes|||public
        geopoint|where|ตำแหน่งวัด|Position of the temple
        select_one sect|sect|นิกาย|Order|||||public
        integer|monks|จำนวนพระภิกษุ|Monks|นับเฉพาะที่จำพรรษา||. >= 0 and . <= 500||public
        select_multiple uses|uses|ชุมชนใช้ทำอะไร|Used by the community for|||||public
        date|founded|ปีที่ตั้งวัด|Founded in
        image|photo|ภาพถ่ายวัด|Photograph
        text|phone|โทรศัพท์ผู้ประสานงาน|Telephone of the contact|||regex(., '0[0-9]{8,9}')||personal
        begin_repeat|building|อาคาร|Buildings
        text|building_name|ชื่ออาคาร|Name of building
        end_repeat
        """;
    private static final String LISTS = """
        list_name|name|label::Thai (th)|label::English (en)
        sect|maha|มหานิกาย|Maha Nikaya
        sect|thammayut|ธรรมยุติกนิกาย|Dhammayuttika Nikaya
        uses|school|สอนหนังสือ|Teaching
        uses|shelter|ที่พักพิงเมื่อน้ำท่วม|Shelter from floods
        """;

    @Test
    void aSurveyFormBecomesARegisterAtOnce() throws IOException {
        assumeTrue(server().isOwn(), "accounts are made on our own server");
        var administrator = visit(Reader.DESK_TH);
        Office.administrator(administrator, server());
        administrator.open("/registers");
        administrator.photograph("registers-administrator");
        administrator.page().click("main a[href$='/imports/xlsform']");
        administrator.photograph("hand-in");
        administrator.checkAccessibility();
        refused(administrator);
        accepted(administrator);
        filled(administrator);
        for (var reader : Reader.values()) {
            var citizen = visit(reader);
            citizen.open("/registers/temple-survey");
            assertThat(citizen.page().textContent("main"))
                    .contains("วัดเดินทาง")
                    .doesNotContain("0812345678");
            citizen.photograph("temples");
            citizen.checkAccessibility();
            citizen.page().click("main table a:has-text('วัดเดินทาง')");
            citizen.photograph("temple");
            citizen.checkAccessibility();
        }
    }

    private static void refused(Visit administrator) {
        administrator.expectComplaint("status of 422");
        handIn(
                administrator,
                SURVEY.replace("text|temple", "txet|temple").replace("select_one sect|", "select_one sects|"));
        assertThat(administrator.page().textContent("main"))
                .contains("ไม่รู้จักชนิดคำถาม “txet”", "ไม่มีรายการตัวเลือก “sects”");
        administrator.photograph("refused");
        administrator.checkAccessibility();
    }

    private static void accepted(Visit administrator) {
        handIn(administrator, SURVEY);
        administrator.page().waitForURL("**/imports/xlsform/*");
        assertThat(administrator.page().textContent("main"))
                .contains(
                        "จำนวนเต็ม · 0 ถึง 500 · ทุกคนอ่านได้",
                        "จะเป็นทะเบียน “วัดในจังหวัด”",
                        "อยู่ในกลุ่มที่ตอบซ้ำได้");
        administrator.photograph("tried");
        administrator.checkAccessibility();
        var tried = administrator.page().url().replaceFirst("https?://[^/]+", "");
        administrator.page().setViewportSize(390, 844);
        administrator.open("/en" + tried);
        assertThat(administrator.page().textContent("main")).contains("whole number · 0 to 500 · for everyone");
        administrator.photograph("narrow-tried-en");
        administrator.checkAccessibility();
        administrator.page().setViewportSize(1360, 900);
        administrator.open(tried);
        administrator.page().click("form[action$='/accept'] button");
        administrator.page().waitForURL("**/registers/temple-survey");
        administrator.photograph("made");
        administrator.checkAccessibility();
    }

    private static void filled(Visit administrator) {
        var form =
                administrator.page().waitForDownload(() -> administrator.page().click("main a[href$='/form.xlsx']"));
        assertThat(form.suggestedFilename()).isEqualTo("temple-survey-form.xlsx");
        administrator.page().click("main a[href$='/temple-survey/new']");
        administrator.photograph("form");
        administrator.checkAccessibility();
        administrator.page().fill("#f-temple", "วัดเดินทาง");
        administrator.page().fill("#f-monks", "๑๒");
        administrator.page().selectOption("#f-sect", "maha");
        administrator.page().check("input[name=uses][value=shelter]");
        administrator.page().fill("#f-phone", "12");
        administrator.page().fill("#f-lat", "16.8211");
        administrator.page().fill("#f-lon", "100.2659");
        administrator.page().click("main form.form button[type=submit]");
        assertThat(administrator.page().textContent("main")).contains("ข้อความต้องตรงกับรูปแบบ");
        administrator.page().fill("#f-phone", "0812345678");
        administrator.page().click("main form.form button[type=submit]");
        administrator.page().waitForURL(url -> !url.endsWith("/new"));
        assertThat(administrator.page().textContent("main")).contains("วัดเดินทาง", "ที่พักพิงเมื่อน้ำท่วม");
    }

    private static void handIn(Visit administrator, String survey) {
        var bytes = Forms.survey(survey)
                .choices(LISTS)
                .settings("form_id|form_title|version\ntemple_survey|วัดในจังหวัด|2569-01")
                .bytes();
        administrator
                .page()
                .setInputFiles(
                        "#file",
                        new FilePayload(
                                "แบบสำรวจวัด.xlsx",
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                                bytes));
        administrator.page().fill("#keeper", "กองการศึกษา ศาสนา และวัฒนธรรม");
        administrator.page().click("main form[enctype] button[type=submit]");
    }
}
