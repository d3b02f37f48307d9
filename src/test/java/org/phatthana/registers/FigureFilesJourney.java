package org.phatthana.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.phatthana.testing.Journey;
import org.phatthana.testing.Office;
import org.phatthana.testing.Reader;
import org.phatthana.testing.Visit;

/// An officer hands in a table of years, is told what nobody can tell, looks at what would become of it, accepts
/// it, and takes it away again.
class FigureFilesJourney extends Journey {

    private static final String SERIES = "/observations/population";
    private static final String TABLE = """
        ประชากรตามทะเบียนราษฎร,,,,
        ตำบล,อำเภอ,ปี ๒๕๕๑,2552,2553
        ท่าโพธิ์,เมืองพิษณุโลก,"20,110",20150 คน,ไม่มี
        บ้านกร่าง,เมืองพิษณุโลก,๑๑๒๐๐,11250,250000
        หนองกะท้าว,นครไทย,3100,-,3120
        รวม,,34410,31400,253120
        """;

    @Test
    void aTableOfYearsIsTriedAcceptedAndTakenAway() throws IOException {
        assumeTrue(server().isOwn(), "accounts are made on our own server");
        var administrator = visit(Reader.DESK_TH);
        Office.administrator(administrator, server());
        var officer = visit(Reader.DESK_TH);
        Office.join(administrator, officer, "ครูทอง วัดผล", "khruthong", "officer");
        officer.open(SERIES);
        officer.page().click("main a[href$='/imports/observations']");
        officer.photograph("hand-in");
        officer.checkAccessibility();
        refused(officer);
        accepted(officer);
        taken(officer);
    }

    private static void refused(Visit officer) {
        handIn(
                officer,
                TABLE.replace("บ้านกร่าง,", "บ้านกรางง,").replace("3120", "มาก").replace(",2552,", ",3095,"));
        officer.page().waitForURL("**/imports/observations/*");
        assertThat(officer.page().textContent("main")).contains("บอกไม่ได้ว่า", "“มาก” ไม่ใช่ตัวเลข", "ถ้าหมายถึง");
        officer.photograph("refused");
        officer.checkAccessibility();
    }

    private static void accepted(Visit officer) {
        officer.open("/imports/observations");
        handIn(officer, TABLE);
        officer.page().waitForURL("**/imports/observations/*");
        assertThat(officer.page().textContent("main"))
                .contains("อยู่นอกช่วงที่เป็นไปได้", "เป็นผลรวมหรือค่าเฉลี่ย", "ปีงบประมาณ 2553");
        officer.photograph("tried");
        officer.checkAccessibility();
        var tried = officer.page().url().replaceFirst("https?://[^/]+", "");
        officer.page().setViewportSize(390, 844);
        officer.open("/en" + tried);
        assertThat(officer.page().textContent("main")).contains("outside of what is possible");
        officer.photograph("narrow-tried-en");
        officer.checkAccessibility();
        officer.page().setViewportSize(1360, 900);
        officer.open(tried);
        officer.page().click("form[action$='/accept'] button");
        officer.page().waitForURL("**" + SERIES);
        officer.photograph("recorded");
        officer.checkAccessibility();
    }

    private static void taken(Visit officer) throws IOException {
        var download =
                officer.page().waitForDownload(() -> officer.page().click("main a[href$='/population/figures.csv']"));
        assertThat(download.suggestedFilename()).isEqualTo("population.csv");
        var text = Files.readString(download.path());
        assertThat(text).contains(",2551,20110,", "ตำบลท่าโพธิ์", "impossible");
        officer.open("/imports/observations");
        handIn(officer, text);
        officer.page().waitForURL("**/imports/observations/*");
        officer.photograph("nothing-new");
        assertThat(officer.page().textContent("main")).doesNotContain("ไม่รู้จักหัวคอลัมน์");
    }

    private static void handIn(Visit officer, String table) {
        officer.page()
                .setInputFiles(
                        "#file",
                        new FilePayload(
                                "ประชากรตามทะเบียนราษฎร 2551-2553.csv",
                                "text/csv",
                                table.getBytes(StandardCharsets.UTF_8)));
        officer.page().click("main form[enctype] button[type=submit]");
    }
}
