package org.phatthana;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/// When what the build has worked out may be used. [org.phatthana.database.ServeJourney] sees that it is.
class AheadOfTimeTest {

    @TempDir
    Path folder;

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

    /// What it built in would hold for whoever runs the jar.
    @Test
    void whatIsSetWhereTheJarIsBuiltIsNotBuiltIn() throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.springframework.boot.SpringApplicationAotProcessor",
                AheadOfTime.class.getName()));
        for (var part : List.of("sources", "resources", "classes")) {
            command.add(folder.resolve(part).toString());
        }
        command.addAll(List.of("org.phatthana", "phatthana"));
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("SPRING_PROFILES_ACTIVE", "builder");
        builder.environment().put("SERVER_PORT", "1");
        builder.environment().put("MANAGEMENT_SERVER_PORT", "2");
        builder.environment().put("SPRINGDOC_API_DOCS_ENABLED", "false");
        builder.environment().put("SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_X_CLIENT_ID", "x");
        assertThat(builder.start().waitFor()).isZero();
        try (var made = Files.walk(folder.resolve("sources"))) {
            assertThat(made.map(file -> file.getFileName().toString()))
                    .contains(
                            "AheadOfTime__ApplicationContextInitializer.java",
                            "SpringDocConfiguration__BeanDefinitions.java")
                    .doesNotContain(
                            "AheadOfTime__EnvironmentPostProcessor.java",
                            "OAuth2ClientProperties__BeanDefinitions.java")
                    .noneMatch(name -> name.startsWith("AheadOfTime__Management"));
        }
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
