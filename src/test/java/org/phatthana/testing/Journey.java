package org.phatthana.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A way of a reader through the program, walked in a real browser against the packaged jar. All journeys of a run
/// share one server and one browser; every visit has a profile of its own.
///
/// `mvn verify` walks them all. While writing one, start a server and run
/// `mvn test -Dtest=HomeJourney -Djourney.url=http://localhost:8080`.
@ExtendWith(Journey.Guide.class)
public abstract class Journey {

    private final List<Visit> visits = new ArrayList<>();

    /// Begins a visit. It ends with the test, which fails if a page complained (see [Visit]).
    protected final Visit visit(Reader reader, Visit.With... particulars) {
        return visit(server().baseUrl(), reader, particulars);
    }

    /// Begins a visit to a server of the journey's own.
    protected final Visit visit(String baseUrl, Reader reader, Visit.With... particulars) {
        var name = getClass().getSimpleName().replaceAll("Journey$", "").toLowerCase(Locale.ROOT);
        var visit = new Visit(Stage.get().browser, baseUrl, name, reader, particulars);
        visits.add(visit);
        return visit;
    }

    /// The server that the journeys visit.
    protected static RunningPhatthana server() {
        return Stage.get().server;
    }

    /// The server and the browser, started with the first journey and stopped after the last.
    private static final class Stage implements AutoCloseable {

        private static @Nullable Stage current;

        private final RunningPhatthana server = RunningPhatthana.start("shared");
        private final Playwright playwright = Chromium.playwright();
        private final Browser browser = Chromium.find().launch(playwright);

        static Stage get() {
            if (current == null) {
                current = new Stage();
            }
            return current;
        }

        @Override
        public void close() {
            current = null;
            try {
                playwright.close();
            } finally {
                server.close();
            }
        }
    }

    /// Opens the stage before the first journey, and looks after each at what went wrong.
    static final class Guide implements BeforeAllCallback, AfterEachCallback {

        @Override
        public void beforeAll(ExtensionContext context) {
            context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(Stage.class, _ -> Stage.get(), Stage.class);
        }

        @Override
        public void afterEach(ExtensionContext context) {
            var journey = (Journey) context.getRequiredTestInstance();
            var complaints = new ArrayList<String>();
            for (var visit : journey.visits) {
                if (context.getExecutionException().isPresent()) {
                    photographTheFailure(visit, context.getRequiredTestMethod().getName());
                }
                complaints.addAll(visit.complaints());
                visit.close();
            }
            journey.visits.clear();
            if (context.getExecutionException().isEmpty()) {
                assertThat(complaints).as("complaints of the pages").isEmpty();
            }
        }

        private static void photographTheFailure(Visit visit, String test) {
            try {
                visit.photograph("failed-" + test);
            } catch (PlaywrightException e) {
                System.err.println("no picture of the failure: " + e.getMessage());
            }
        }
    }
}
