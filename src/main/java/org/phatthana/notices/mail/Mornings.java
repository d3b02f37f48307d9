package org.phatthana.notices.mail;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/// Sends what is due every few minutes while the server runs; a command that ends after its work sends nothing.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class Mornings {

    private final Digests digests;

    Mornings(Digests digests) {
        this.digests = digests;
    }

    @Scheduled(cron = "0 */5 * * * *")
    void sendDue() {
        digests.sendDue();
    }
}
