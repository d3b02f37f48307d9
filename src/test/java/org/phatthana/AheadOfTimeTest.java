package org.phatthana;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/// When what the build has worked out may be used. [org.phatthana.database.ServeJourney] sees that it is.
class AheadOfTimeTest {

    @ParameterizedTest
    @ValueSource(strings = {"PHATTHANA_DATABASE_URL", "phatthana.home", "SERVER_PORT", "spring.application.pid", "x"})
    void theProgramsOwnSettingsChangeNoWiring(String name) {
        assertThat(AheadOfTime.holdsFor(environment("systemEnvironment", name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_THAID_CLIENT_ID",
                "spring.autoconfigure.exclude",
                "MANAGEMENT_SERVER_PORT",
                "SERVER_FORWARD_HEADERS_STRATEGY",
                "springdoc.api-docs.enabled"
            })
    void aSettingOfAFrameworkDoes(String name) {
        assertThat(AheadOfTime.holdsFor(environment("Config resource 'file [application.yaml]'", name)))
                .isFalse();
    }

    @Test
    void whatTheProgramItselfSetsWasKnownToTheBuild() {
        var own = "Config resource 'class path resource [application.yaml]' via location 'optional:classpath:/'";
        assertThat(AheadOfTime.holdsFor(environment(own, "spring.flyway.out-of-order")))
                .isTrue();
    }

    private static StandardEnvironment environment(String source, String setting) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(each -> environment.getPropertySources().remove(each.getName()));
        environment.getPropertySources().addFirst(new MapPropertySource(source, Map.of(setting, "y")));
        return environment;
    }
}
