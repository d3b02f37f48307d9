package org.phatthana.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Geolocation;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.phatthana.testing.Journey;
import org.phatthana.testing.Reader;
import org.phatthana.testing.Visit.With;

/// A citizen finds their own tambon, and reads what is planned and what it costs.
class CitizenJourney extends Journey {

    @ParameterizedTest
    @EnumSource
    void aTambonIsFoundByItsNameWithATypingMistakeAndItsAddressCanBeShared(Reader reader) {
        var visit = visit(reader);
        var page = visit.open("/");
        page.locator("input[name=q]").fill(visit.says("หนองกุหลา", "Nong Kulla"));
        page.locator("input[name=q]").press("Enter");
        visit.photograph("search");
        visit.checkAccessibility();
        page.locator(".results a").first().click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText(visit.says("ตำบลหนองกุลา", "Tambon Nong Kula"));
        assertThat(page.locator("main")).containsText("14,464");
        var shared = page.url();
        visit.photograph("tambon");
        visit.checkAccessibility();
        var other = visit(reader).page();
        other.navigate(shared);
        assertThat(other.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText(visit.says("ตำบลหนองกุลา", "Tambon Nong Kula"));
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE_TH", "PHONE_EN"})
    void aTambonIsFoundByWhereTheReaderIs(Reader reader) {
        var visit = visit(reader);
        visit.context().grantPermissions(List.of("geolocation"));
        visit.context().setGeolocation(new Geolocation(16.8167, 100.26596));
        var page = visit.open("/");
        page.locator("[data-locate] button").click();
        page.waitForURL(Pattern.compile(".*/places/65\\d{4}$"));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText(visit.says("ตำบลในเมือง", "Tambon Nai Mueang"));
    }

    @ParameterizedTest
    @EnumSource
    void goalsAndTheLogCanBeRead(Reader reader) {
        var visit = visit(reader);
        for (var address : List.of("/goals", "/goals/G8", "/missions/M6", "/proof", "/about", "/sample", "/places")) {
            var page = visit.open(address);
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .isVisible();
            visit.photograph(address.substring(1).replace('/', '-'));
            visit.checkAccessibility();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theBudgetIsReadAsAFlowAsBarsAndAsATableThatAddsUp(Reader reader) {
        var visit = visit(reader);
        for (var year : List.of("2566", "2565")) {
            var page = visit.open("/budget/" + year);
            var total = year.equals("2566") ? "926,200,000" : "929,300,000";
            assertThat(page.locator("main")).containsText(total);
            assertThat(page.locator("tfoot")
                            .filter(new Locator.FilterOptions().setHasText(total))
                            .first())
                    .isVisible();
            assertThat(page.locator("main svg").first()).isVisible();
            visit.photograph("budget-" + year);
            visit.checkAccessibility();
        }
        assertThat(visit.open("/budget/2566").locator("main")).containsText("926,217,100");
    }

    @ParameterizedTest
    @EnumSource
    void thePlanIsFilteredAndAProjectOpened(Reader reader) {
        var visit = visit(reader);
        var page = visit.open("/plan?goal=G8");
        visit.photograph("plan");
        visit.checkAccessibility();
        page.locator("main a[href*='/projects/']").first().click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .isVisible();
        assertThat(page.locator(".pill-sample").first()).isVisible();
        visit.photograph("project");
        visit.checkAccessibility();
        visit.open("/plan/summary");
        visit.photograph("summary");
        visit.checkAccessibility();
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE_TH", "DESK_EN"})
    void everythingCanBeReadWithoutScripts(Reader reader) {
        var visit = visit(reader, With.NO_SCRIPTS);
        for (var address : List.of("/places/650405", "/budget/2566", "/plan", "/goals/G10")) {
            var page = visit.open(address);
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .isVisible();
            visit.photograph(address.substring(1).replace('/', '-'));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE_TH", "DESK_EN"})
    void everythingCanBeReadInTheDark(Reader reader) {
        var visit = visit(reader, With.DARK_COLOURS);
        for (var address : List.of("/places/650405", "/budget/2566", "/plan", "/goals")) {
            visit.open(address);
            visit.photograph(address.substring(1).replace('/', '-'));
            visit.checkAccessibility();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE_TH", "PHONE_EN"})
    void everythingFitsTheNarrowestPhone(Reader reader) {
        var visit = visit(reader);
        visit.page().setViewportSize(320, 640);
        for (var address : List.of("/", "/places/650405", "/budget/2566", "/plan", "/goals", "/proof", "/sign-in")) {
            visit.open(address);
            visit.photograph("narrow" + address.replace('/', '-'));
            visit.checkAccessibility();
        }
    }
}
