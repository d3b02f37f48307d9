package org.phatthana.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChromiumTest {

    /// The browser for machines that have none: unpacked from the npm package, it starts, has fonts also for fields
    /// and signs that the page's own fonts lack, and draws WebGL.
    @Test
    void theBrowserThatTheNpmPackageCarriesStartsAndDrawsMaps() {
        try (var playwright = Chromium.playwright();
                var browser = Chromium.carriedByNpm().launch(playwright)) {
            var page = browser.newPage();
            page.setContent("<h1>พัฒนา</h1><input placeholder=ค้นหา><select><option>ก</select><p>⌘");
            assertThat(page.screenshot()).isNotEmpty();
            assertThat(page.locator("h1").textContent()).isEqualTo("พัฒนา");
            assertThat(page.evaluate("document.createElement('canvas').getContext('webgl2') !== null"))
                    .isEqualTo(true);
        }
    }
}
