package org.phatthana.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

    /// The server of our own; nobody asks for it where the person who runs the program has named another.
    @Lazy
    @Bean(destroyMethod = "close")
    EmbeddedPostgres embeddedPostgres(
            @Value("${phatthana.home}") Path home, ObjectProvider<ServerStart.Starting> starting) {
        var early = starting.getIfAvailable();
        return early == null ? EmbeddedPostgres.start(home) : early.await();
    }

    @Bean
    HikariDataSource dataSource(
            @Value("${phatthana.database.url:}") String url,
            @Value("${phatthana.database.user:}") String user,
            @Value("${phatthana.database.password:}") String password,
            @Value("${phatthana.database.connections}") int connections,
            ObjectProvider<EmbeddedPostgres> embedded) {
        var address = url.isEmpty()
                ? embedded.getObject().address(EmbeddedPostgres.DATABASE)
                : DatabaseAddress.parse(url, user, password);
        if (!url.isEmpty()) {
            requireReachable(address);
        }
        var source = new HikariDataSource();
        source.setPoolName("database");
        source.setJdbcUrl(address.url());
        login(address).forEach((name, value) -> source.addDataSourceProperty((String) name, value));
        source.setMaximumPoolSize(connections);
        source.setMinimumIdle(Math.min(connections, 2));
        source.setConnectionTimeout(CONNECT_LIMIT.toMillis());
        source.setValidationTimeout(Duration.ofSeconds(3).toMillis());
        source.setIdleTimeout(Duration.ofMinutes(5).toMillis());
        source.setMaxLifetime(Duration.ofMinutes(30).toMillis());
        return source;
    }

    private static Properties login(DatabaseAddress address) {
        var login = new Properties();
        if (!address.user().isEmpty()) {
            login.setProperty("user", address.user());
            login.setProperty("password", address.password());
        }
        login.setProperty("ApplicationName", "phatthana");
        login.setProperty("connectTimeout", String.valueOf(CONNECT_LIMIT.toSeconds()));
        login.setProperty("tcpKeepAlive", "true");
        return login;
    }

    /// A server that somebody else runs is asked once, so that a wrong address, password or encoding is named
    /// plainly.
    private static void requireReachable(DatabaseAddress address) {
        try (var connection = DriverManager.getConnection(address.url(), login(address));
                var statement = connection.createStatement();
                var encoding = statement.executeQuery("show server_encoding")) {
            if (encoding.next() && !encoding.getString(1).equals("UTF8")) {
                throw Refusal.of("encoding", address.shown(), encoding.getString(1));
            }
        } catch (SQLException e) {
            throw Refusal.because(e, "unreachable", address.shown(), String.valueOf(e.getMessage()));
        }
    }
}
