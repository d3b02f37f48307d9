package org.phatthana.plan;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.phatthana.testing.Journey;
import org.phatthana.testing.Reader;
import org.phatthana.testing.Visit;
import org.phatthana.testing.Visit.With;

/// A reader follows the plan through its editions: compares them, asks which promises got no money, follows one
/// project, and takes the forms home.
class PlanReadingJourney extends Journey {

    @ParameterizedTest
    @EnumSource
    void plansAreComparedInEveryDimension(Reader reader) {
        var visit = visit(reader);
        var page = visit.open("/plan");
        tab(visit, "/plan/compare").click();
        page.waitForURL("**/plan/compare**");
        for (var by : List.of("mission", "programme", "amphoe", "year")) {
            page.selectOption("#by", by);
            page.locator("main form button[type=submit]").first().click();
            page.waitForURL("**by=" + by + "**");
            assertThat(page.locator(".plan-compare tbody tr").first()).isVisible();
            visit.photograph("compare-" + by);
            visit.checkAccessibility();
        }
        assertThat(page.locator(".plan-compare tfoot")).containsText("+");
    }

    @ParameterizedTest
    @EnumSource
    void promisesThatNeverGotMoneyAreToldWithTheirReason(Reader reader) {
        var visit = visit(reader);
        var page = visit.open("/plan/funded");
        var promises = page.locator("#promises");
        assertThat(promises).containsText("ที่ดินที่เสนอเป็นที่ราชพัสดุ");
        assertThat(promises).containsText(visit.says("รวมเข้ากับโครงการอื่น", "Merged into another project"));
        assertThat(page.locator("main")).containsText("926,200,000");
        visit.photograph("funded");
        visit.checkAccessibility();
        promises.locator(".chips a").last().click();
        assertThat(promises).containsText(visit.says("ไม่มีข้อมูล", "no data"));
        visit.photograph("funded-unknown");
        visit.open("/plan/funded?at=edition-0");
        assertThat(page.locator(".plan-then")).isVisible();
        assertThat(page.locator("#promises")).not().containsText("ที่ราชพัสดุ");
        visit.photograph("funded-then");
        visit.checkAccessibility();
    }

    @ParameterizedTest
    @EnumSource
    void oneProjectIsFollowedThroughEveryEdition(Reader reader) {
        var visit = visit(reader);
        var page = visit.open("/plan?q=" + "สะพานคอนกรีต");
        page.locator("main a[href*='/projects/']").first().click();
        var steps = page.locator(".plan-story > li");
        assertThat(steps).hasCount(4);
        assertThat(steps.first()).containsText("ราคากลางใหม่สูงกว่าวงเงินเดิม");
        assertThat(page.locator(".pill-sample").first()).isVisible();
        visit.photograph("story");
        visit.checkAccessibility();
        steps.last().locator("a[href*='/editions/0']").click();
        assertThat(heading(page))
                .hasText(java.util.regex.Pattern.compile(visit.says("ฉบับแรก.*", "[Ff]irst edition.*")));
        page.goBack();
        steps.last().locator("a[href*='edition=0']").click();
        assertThat(heading(page)).containsText(visit.says("ต.ท่างาม", "Tha Ngam"));
        assertThat(heading(page)).not().containsText(visit.says("ต.วัดโบสถ์", "and Wat Bot"));
        visit.photograph("project-then");
        visit.checkAccessibility();
    }

    @ParameterizedTest
    @EnumSource
    void anEditionShowsTheOldTextAboveTheNew(Reader reader) {
        var visit = visit(reader);
        var page = visit.open("/plan");
        page.locator(".tabs a[href$='/editions']").click();
        assertThat(page.locator(".plan-editions tbody tr")).hasCount(7);
        visit.photograph("editions");
        visit.checkAccessibility();
        edition(page, visit.says("เปลี่ยนแปลง ครั้งที่ 1/2568", "change no. 1/2025"));
        assertThat(page.locator(".plan-old").first()).isVisible();
        assertThat(page.locator(".plan-new ins").first()).isVisible();
        visit.photograph("edition-changed");
        visit.checkAccessibility();
        page.goBack();
        edition(page, visit.says("เพิ่มเติมกรณีเร่งด่วน ครั้งที่ 1/2568", "urgent edition no. 1/2025"));
        assertThat(page.locator("main")).containsText("อุทกภัย");
        visit.photograph("edition-urgent");
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE_TH", "DESK_EN"})
    void formsAreTakenHomeAsWorkbooksAndAsPdfs(Reader reader) throws IOException {
        var visit = visit(reader);
        var page = visit.open("/plan/forms");
        visit.photograph("forms");
        visit.checkAccessibility();
        for (var form : List.of("p01", "p02", "p02-1", "p02-2", "p03")) {
            assertThat(download(page, form + ".xlsx")).as(form).startsWith("PK");
            assertThat(download(page, form + ".pdf")).as(form).startsWith("%PDF-");
        }
        assertThat(download(page, "p02.pdf?ordinance=1")).startsWith("%PDF-");
        var amendment = page.locator(".plan-form a[href*='edition-5']").first();
        assertThat(amendment).isVisible();
        visit.open("/plan/operations/2566");
        assertThat(page.locator("main")).containsText("ก่อสร้างฐานรากและตอม่อสะพาน");
        visit.photograph("operation");
        visit.checkAccessibility();
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE_TH", "DESK_EN"})
    void allOfItCanBeReadWithoutScriptsAndInTheDark(Reader reader) {
        for (var particular : List.of(With.NO_SCRIPTS, With.DARK_COLOURS)) {
            var visit = visit(reader, particular);
            var page = visit.open("/plan");
            var editions = page.locator(".tabs a[href$='/editions']").getAttribute("href");
            for (var address : List.of(
                    "/plan/compare?by=amphoe",
                    "/plan/funded",
                    "/plan/forms",
                    editions.replaceFirst("^/en", ""),
                    editions.replaceFirst("^/en", "") + "/5",
                    "/plan/operations/2566")) {
                visit.open(address);
                assertThat(heading(page)).isVisible();
                visit.photograph(address.replaceFirst("\\?.*", "")
                        .replaceFirst("^/plan/?", "")
                        .replaceFirst("\\w{26}/", "")
                        .replace('/', '-'));
                if (particular == With.DARK_COLOURS) {
                    visit.checkAccessibility();
                }
            }
        }
    }

    private static Locator tab(Visit visit, String address) {
        return visit.page().locator(".tabs a[href^='" + visit.inLanguage(address) + "']");
    }

    private static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    private static void edition(Page page, String name) {
        page.locator(".plan-editions")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    /// The beginning of a file that a link of the page gives.
    private static String download(Page page, String file) throws IOException {
        var download = page.waitForDownload(() -> page.locator(".plan-form a[href*='/plan/forms/" + file + "']")
                .first()
                .click());
        try (var in = Files.newInputStream(download.path())) {
            return new String(in.readNBytes(5), StandardCharsets.US_ASCII);
        }
    }
}
