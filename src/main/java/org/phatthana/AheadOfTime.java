package org.phatthana;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.web.context.support.StandardServletEnvironment;

/// How the rooms are wired, worked out by Spring when the jar is built, so that `serve` need not work it out at
/// every start. What was worked out holds for the program's own settings: where somebody has set one of the
/// frameworks', such as a sign-in provider, the program looks for itself as it does outside a jar.
final class AheadOfTime implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final List<String> FRAMEWORKS = List.of("spring.", "management.", "springdoc.", "server.");
    private static final List<String> WITHOUT_WIRING = List.of("spring.application.", "server.port", "server.address");
    private static final String OWN_SETTINGS = "class path resource [application.yaml]";

    /// What the build runs, under Spring's ahead-of-time processing, to learn the wiring. Starts nothing.
    public static void main(String[] arguments) {
        var application = new SpringApplication(Phatthana.class);
        application.setEnvironment(ofTheBuild());
        application.run(arguments);
    }

    /// What the program itself sets, and nothing of the machine that builds it: neither its variables nor files of
    /// settings that happen to lie there.
    static ConfigurableEnvironment ofTheBuild() {
        return new StandardServletEnvironment() {
            @Override
            protected void customizePropertySources(MutablePropertySources sources) {
                sources.addFirst(
                        new MapPropertySource("build", Map.of("spring.config.location", "optional:classpath:/")));
            }
        };
    }

    /// Lets this application use what the build has worked out, where it holds.
    static void prepare(SpringApplication application) {
        application.setMainApplicationClass(AheadOfTime.class);
        application.addListeners(new AheadOfTime());
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (isPackaged() && holdsFor(event.getEnvironment())) {
            SpringProperties.setFlag(AotDetector.AOT_ENABLED);
        }
    }

    /// Classes in a folder may be newer than what was worked out from them.
    private static boolean isPackaged() {
        return AheadOfTime.class.getPackage().getImplementationVersion() != null;
    }

    static boolean holdsFor(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .filter(source -> !source.getName().contains(OWN_SETTINGS))
                .noneMatch(AheadOfTime::setsFramework);
    }

    private static boolean setsFramework(PropertySource<?> source) {
        if (source instanceof EnumerablePropertySource<?> listed) {
            for (var name : listed.getPropertyNames()) {
                var dotted = name.toLowerCase(Locale.ROOT).replace('_', '.');
                if (FRAMEWORKS.stream().anyMatch(dotted::startsWith)
                        && WITHOUT_WIRING.stream().noneMatch(dotted::startsWith)) {
                    return true;
                }
            }
        }
        return false;
    }
}
