package org.phatthana.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Looks at a page with axe-core. The library is put into the page from outside, so that the content security
/// policy stays as strict as it is for everyone.
final class Accessibility {

    private static final Path AXE = Path.of("src/main/frontend/node_modules/axe-core/axe.min.js");

    private static final String VIOLATIONS = """
        async () => {
          const found = await axe.run(document, {
            runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
            resultTypes: ["violations"],
          });
          return found.violations.map((rule) =>
            `${rule.id} (${rule.impact}): ${rule.help}\\n` +
            rule.nodes.slice(0, 5).map((node) =>
              `    ${node.target.join(" ")}\\n      ${node.html.slice(0, 160)}\\n      ` +
              node.failureSummary.replace(/\\n\\s*/g, "; ")).join("\\n") +
            (rule.nodes.length > 5 ? `\\n    and ${rule.nodes.length - 5} more` : ""));
        }
        """;

    private Accessibility() {}

    static void check(Page page) {
        try {
            page.evaluate(Files.readString(AXE));
        } catch (IOException e) {
            throw new UncheckedIOException("axe-core is missing: the Maven build installs it (npm ci)", e);
        }
        var violations = (List<?>) page.evaluate(VIOLATIONS);
        assertThat(violations.stream().map(Object::toString).toList())
                .as("what axe-core finds on %s", page.url())
                .isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("%s fits the width of its window", page.url())
                .isEqualTo(true);
    }
}
