package org.phatthana.site.whatif;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.phatthana.testing.Journey;
import org.phatthana.testing.Reader;
import org.phatthana.testing.Visit.With;

/// A member of the council tries what would change before the vote, and sends the page to another.
class WhatIfJourney extends Journey {

    private static final String TO_PROJECT = "#whatif-to option[value^=project-]";

    @ParameterizedTest
    @EnumSource
    void moneyIsMovedInThoughtAndThePageIsSentOn(Reader reader) {
        var visit = visit(reader);
        var page = visit.open("/budget/2566");
        page.locator("main a[href$='/what-if']").click();
        page.waitForURL("**/what-if");
        visit.photograph("what-if");
        visit.checkAccessibility();
        visit.expectComplaint("status of 422");
        page.locator("main form").last().locator("button").click();
        assertThat(page.locator(".error-summary")).isVisible();
        assertThat(page.locator("#whatif-from")).hasAttribute("aria-invalid", "true");
        visit.photograph("what-if-wrong");
        visit.checkAccessibility();

        page.selectOption(
                "#whatif-from",
                page.locator("#whatif-from optgroup option").last().getAttribute("value"));
        page.selectOption("#whatif-to", page.locator(TO_PROJECT).first().getAttribute("value"));
        page.locator("#whatif-amount").fill("12,500");
        page.locator("#whatif-amount").press("Enter");
        page.waitForURL(Pattern.compile(".*move=.*"));
        page.selectOption("#whatif-from", new SelectOption().setValue(Move.OUTSIDE));
        page.selectOption("#whatif-to", page.locator(TO_PROJECT).nth(1).getAttribute("value"));
        page.locator("#whatif-amount").fill("2000000");
        page.locator("#whatif-amount").press("Enter");
        page.waitForURL(Pattern.compile(".*move=.*move=.*"));
        assertThat(page.locator(".whatif-moves li")).hasCount(2);
        assertThat(page.locator("#consequences")).containsText(visit.says("เริ่มได้", "Can begin"));
        assertThat(page.locator("#consequences")).containsText("+2,000,000");
        visit.photograph("what-if-consequences");
        visit.checkAccessibility();

        var other = visit(reader).page();
        other.navigate(page.url());
        assertThat(other.locator(".whatif-moves li")).hasCount(2);
        page.locator(".whatif-moves a").first().click();
        assertThat(page.locator(".whatif-moves li")).hasCount(1);
        assertThat(page.locator("#consequences")).not().containsText("12,500");
    }

    @ParameterizedTest
    @EnumSource(names = "PHONE_TH")
    void itWorksWithoutScripts(Reader reader) {
        var visit = visit(reader, With.NO_SCRIPTS);
        var page = visit.open("/budget/2566/what-if");
        page.selectOption("#whatif-from", new SelectOption().setValue(Move.OUTSIDE));
        page.selectOption("#whatif-to", page.locator(TO_PROJECT).first().getAttribute("value"));
        page.locator("#whatif-amount").fill("๕๐๐");
        page.locator("#whatif-amount").press("Enter");
        assertThat(page.locator(".whatif-moves li")).hasCount(1);
    }
}
