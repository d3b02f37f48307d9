package org.phatthana.testing;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.phatthana.database.EmbeddedPostgres;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/// Gives every Spring test context an empty database of its own on one real PostgreSQL that lives as long as the
/// test run.
public final class FreshDatabase implements ContextCustomizerFactory {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    /// The JDBC address of a new, empty database.
    public static synchronized String create() {
        try {
            var home = Path.of("target", "test-postgres").toAbsolutePath();
            if (server == null) {
                server = EmbeddedPostgres.start(home);
                Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            }
            var name = "test_" + COUNT.incrementAndGet();
            try (var connection = DriverManager.getConnection(server.url("postgres"));
                    var statement = connection.createStatement()) {
                statement.execute("drop database if exists " + name + " with (force)");
                statement.execute("create database " + name);
            }
            return server.url(name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configuration) {
        return new Customizer();
    }

    private record Customizer() implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            TestPropertyValues.of("phatthana.database.url=" + create(), "phatthana.home=target/test-home")
                    .applyTo(context);
        }
    }
}
