package org.phatthana.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.phatthana.testing.Journey;
import org.phatthana.testing.Reader;
import org.phatthana.testing.Visit.With;

class HomeJourney extends Journey {

    @ParameterizedTest
    @EnumSource
    void aCitizenOpensTheProvince(Reader reader) {
        var visit = visit(reader);
        var page = visit.open("/");
        assertThat(page.locator("html")).hasAttribute("lang", reader.language());
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .isVisible();
        visit.photograph("home");
        visit.checkAccessibility();
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE_TH", "DESK_EN"})
    void itIsReadableInTheDark(Reader reader) {
        var visit = visit(reader, With.DARK_COLOURS);
        visit.open("/");
        visit.photograph("home");
        visit.checkAccessibility();
    }

    @ParameterizedTest
    @EnumSource
    void itIsThereWithoutScripts(Reader reader) {
        var visit = visit(reader, With.NO_SCRIPTS);
        var page = visit.open("/");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .isVisible();
        visit.photograph("home");
    }
}
