package org.phatthana.people.web;

import org.phatthana.people.accounts.FirstRun;
import org.phatthana.values.Language;
import org.phatthana.web.Texts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Prints where the first administrator is created, as long as there is none. It goes to the console of whoever
/// starts the program and not into the log, since the address holds the code.
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class FirstRunNotice {

    private final FirstRun firstRun;
    private final Texts texts;
    private final Environment environment;
    private final String baseUrl;

    FirstRunNotice(
            FirstRun firstRun, Texts texts, Environment environment, @Value("${phatthana.base-url:}") String baseUrl) {
        this.firstRun = firstRun;
        this.texts = texts;
        this.environment = environment;
        this.baseUrl = baseUrl;
    }

    @EventListener(ApplicationStartedEvent.class)
    void started() {
        if (firstRun.isDue()) {
            var base = baseUrl.isEmpty()
                    ? "http://localhost:" + environment.getProperty("local.server.port", "8080")
                    : baseUrl;
            System.out.println(texts.text(
                    Language.ENGLISH, "people.first-run.console", base + "/first-run?code=" + firstRun.code()));
        }
    }
}
