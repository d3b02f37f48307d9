package org.phatthana.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.phatthana.testing.Journey;
import org.phatthana.testing.Office;
import org.phatthana.testing.Reader;
import org.phatthana.testing.RunningPhatthana;
import org.phatthana.testing.Visit;

/// The first administrator sets up the office; a planner signs in with a passkey and takes in the office's plan;
/// the administrator starts for real, loses the password, and comes back.
class AccountsJourney extends Journey {

    // A house of its own: nobody was there before the first administrator, and nobody else misses the sample data.
    private final RunningPhatthana house = RunningPhatthana.start("accounts");

    @AfterEach
    void close() {
        house.close();
    }

    private static final Duration LONG = Duration.ofMinutes(2);

    private static final String ORDINANCE = """
        ส่วน,ด้าน,แผนงาน,งาน,งบ,ประเภทรายได้,หมวดรายได้,จำนวนเงิน (บาท)
        รวม,,,,,,,1500
        รายจ่าย,ด้านบริการชุมชนและสังคม,แผนงานการศึกษา,ระดับมัธยมศึกษา,งบลงทุน,,,1500
        """;

    @Test
    void theFirstAdministratorSetsUpTheOffice() throws IOException {
        var administrator = visit(house.baseUrl(), Reader.DESK_TH);
        Office.createTheFirst(administrator, house);
        var page = administrator.page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("สร้างบัญชีผู้ใช้"))
                .click();
        page.fill("#displayName", "วิไล แผนดี");
        page.fill("#userName", "wilai");
        page.fill("#department", "สำนักยุทธศาสตร์และงบประมาณ");
        page.check("input[value=planner]");
        administrator.photograph("new");
        administrator.checkAccessibility();
        page.click("main form button[type=submit]");
        var initial = page.textContent("#initial-password");
        administrator.photograph("initial-password");

        var planner = visit(house.baseUrl(), Reader.PHONE_TH);
        Office.signIn(planner, "wilai", initial);
        assertThat(planner.page().url()).endsWith("/account/password");
        planner.photograph("must-change");
        planner.checkAccessibility();
        Office.choosePassword(planner, initial);
        planner.photograph("account");

        addAPasskeyAndSignInWithIt(planner);
        takeInAPlan(planner);
        makeAnOperationPlan(planner);
        takeInAnOrdinance(administrator);
        startForReal(administrator);

        administrator.open("/people");
        administrator.page().click(".account-menu > summary");
        administrator.photograph("menu");
        administrator.checkAccessibility();
        administrator.page().keyboard().press("Enter");
        administrator.photograph("list");
        administrator.checkAccessibility();
        page.setViewportSize(320, 700);
        administrator.photograph("list-narrow");
        administrator.checkAccessibility();
        page.setViewportSize(1360, 900);
        administrator.open("/people/acts");
        administrator.photograph("acts");
        administrator.checkAccessibility();
        administrator.open("/people/tokens");
        administrator.photograph("tokens");
        administrator.checkAccessibility();

        comeBackWithoutAPassword(administrator);
    }

    /// The only administrator has lost the password: whoever runs the server gives a new one, beside the running
    /// server.
    private void comeBackWithoutAPassword(Visit visit) throws IOException {
        for (var wrong : new String[][] {{"password"}, {"password", "orathai", "wilai"}, {"password", "--all"}}) {
            assertThat(house.command(wrong).exit(LONG))
                    .as(List.of(wrong).toString())
                    .isEqualTo(2);
        }
        var unknown = house.command("password", "oratai");
        assertThat(unknown.exit(LONG)).isEqualTo(1);
        assertThat(unknown.complained()).contains("ไม่มีบัญชีผู้ใช้ชื่อ “oratai”", "There is no account");

        var command = house.command("password", "orathai");
        assertThat(command.exit(LONG)).isZero();
        visit.open("/people");
        assertThat(visit.page().url()).contains("/sign-in?next=");
        Office.signIn(visit, "orathai", command.said().strip());
        assertThat(visit.page().url()).endsWith("/account/password");
        Office.choosePassword(visit, command.said().strip());
        visit.open("/people/acts");
        assertThat(visit.page().textContent("main")).contains("คำสั่งบนเครื่องแม่ข่าย");
    }

    /// The planner hands in the office's workbook, looks at what was understood, accepts it, and reads the plan.
    private static void takeInAPlan(Visit visit) {
        var page = visit.page();
        visit.open("/plan/imports/new");
        visit.photograph("import");
        visit.checkAccessibility();
        visit.expectComplaint("status of 422");
        page.setInputFiles("#plan-file", new FilePayload("bad.xlsx", "application/octet-stream", new byte[] {1, 2, 3}));
        page.click("main form button[type=submit]");
        assertThat(page.textContent(".error-summary")).contains("bad.xlsx");
        visit.photograph("import-refused");
        visit.checkAccessibility();
        var workbook = Path.of(System.getProperty("shared.data", "../shared/data"), "plans/plan_2566_2570_por02.xlsx");
        assumeTrue(Files.exists(workbook), "skipped: the real workbook is not beside this project");
        visit.open("/plan/imports/new");
        page.setInputFiles("#plan-file", workbook);
        page.click("main form button[type=submit]");
        page.waitForURL("**/plan/imports/*");
        assertThat(page.textContent("main")).contains("548", "2,393,838,700");
        visit.photograph("review");
        visit.checkAccessibility();
        page.click("button[formaction$='/accept']");
        page.waitForLoadState();
        visit.open("/plan");
        assertThat(page.textContent("main")).contains("548", "2,393,838,700");
        visit.photograph("plan-real");
        visit.checkAccessibility();
        visit.open("/plan/summary");
        assertThat(page.textContent("main")).contains("409,883,820", "371,974,720");
        visit.photograph("summary-real");
    }

    /// The planner makes the year's operation plan of it, with the keyboard and with a finger.
    private static void makeAnOperationPlan(Visit visit) {
        var page = visit.page();
        visit.open("/plan/operations");
        visit.checkAccessibility();
        page.selectOption("#year", "2570");
        page.fill("#ordinance", "2026-09-30");
        page.click("main form button[type=submit]");
        page.waitForURL("**/plan/operations/2570/work");
        page.click("button[name=all]");
        page.waitForLoadState();
        var bar = page.locator("[data-bar]").first();
        bar.focus();
        page.keyboard().press("Shift+Home");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        var box = bar.boundingBox();
        page.mouse().move(box.x + box.width - 2, box.y + box.height / 2);
        page.mouse().down();
        page.mouse().move(box.x + 4 * box.width, box.y + box.height / 2);
        page.mouse().up();
        page.locator(".gantt-said").first().getByText("บันทึกแล้ว").waitFor();
        visit.open("/plan/operations/2570/work");
        assertThat(page.locator("[data-bar]").first().getAttribute("aria-valuetext"))
                .isEqualTo("ธันวาคม 2569 – มีนาคม 2570");
        visit.photograph("operation");
        visit.checkAccessibility();
        page.locator(".gantt-what a").first().click();
        visit.photograph("operation-activity");
        visit.checkAccessibility();
    }

    /// A file is refused with its places, corrected, tried, looked at and accepted.
    private static void takeInAnOrdinance(Visit visit) {
        var page = visit.page();
        visit.open("/imports");
        visit.photograph("files");
        visit.checkAccessibility();
        page.click("a[href='/imports/ordinance']");
        visit.checkAccessibility();
        visit.expectComplaint("status of 422");
        handIn(page, ORDINANCE.replace("งบลงทุน,,,1500", "งบลงทุน,,,1501"));
        assertThat(page.textContent(".error-summary")).contains("2570_pao-น่าน.csv");
        visit.photograph("ordinance-refused");
        visit.checkAccessibility();
        handIn(page, ORDINANCE);
        page.waitForURL("**/imports/ordinance/*");
        assertThat(page.textContent("main")).contains("1,500", "ยังไม่ได้บันทึก");
        visit.photograph("ordinance-tried");
        visit.checkAccessibility();
        page.click("form[action$='/accept'] button");
        page.waitForURL("**/budget/2570?organization=pao-55");
        assertThat(page.textContent("h1")).contains("น่าน");
    }

    private static void handIn(Page page, String ordinance) {
        page.setInputFiles(
                "#file", new FilePayload("2570_pao-น่าน.csv", "text/csv", ordinance.getBytes(StandardCharsets.UTF_8)));
        page.click("main form button[type=submit]");
        page.waitForLoadState();
    }

    /// The administrator removes all sample data.
    private static void startForReal(Visit visit) {
        visit.open("/sample");
        visit.photograph("start-for-real");
        visit.checkAccessibility();
        visit.page().click("main form button");
        assertThat(visit.page().locator(".pill-sample").count()).isZero();
        visit.photograph("started-for-real");
    }

    /// With an authenticator that Chromium plays itself.
    private static void addAPasskeyAndSignInWithIt(Visit visit) {
        var page = visit.page();
        var chromium = visit.context().newCDPSession(page);
        chromium.send("WebAuthn.enable");
        var authenticator = new JsonObject();
        authenticator.addProperty("protocol", "ctap2");
        authenticator.addProperty("transport", "internal");
        authenticator.addProperty("hasResidentKey", true);
        authenticator.addProperty("hasUserVerification", true);
        authenticator.addProperty("isUserVerified", true);
        var options = new JsonObject();
        options.add("options", authenticator);
        chromium.send("WebAuthn.addVirtualAuthenticator", options);

        visit.open("/account");
        page.fill("#label", "โทรศัพท์ของฉัน");
        page.click("form[data-passkey] button");
        page.waitForURL("**/account?done=passkey");
        assertThat(page.textContent("main")).contains("โทรศัพท์ของฉัน");
        visit.photograph("passkey");
        visit.checkAccessibility();
        page.click("main form[action$='/sign-out'] button");
        visit.open("/sign-in");
        page.click("form[data-passkey] button");
        page.waitForURL("**/account");
        assertThat(page.textContent("main")).contains("วิไล แผนดี");
    }
}
