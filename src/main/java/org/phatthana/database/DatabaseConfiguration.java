package org.phatthana.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean(destroyMethod = "close")
    @ConditionalOnExpression("'${phatthana.database.url:}'.isEmpty()")
    EmbeddedPostgres embeddedPostgres(@Value("${phatthana.home}") Path home) {
        return EmbeddedPostgres.start(home.toAbsolutePath());
    }

    @Bean
    HikariDataSource dataSource(
            @Value("${phatthana.database.url:}") String url,
            @Value("${phatthana.database.user:}") String user,
            @Value("${phatthana.database.password:}") String password,
            org.springframework.beans.factory.ObjectProvider<EmbeddedPostgres> embedded) {
        var source = new HikariDataSource();
        if (url.isEmpty()) {
            source.setJdbcUrl(embedded.getObject().url("postgres"));
        } else {
            source.setJdbcUrl(url);
            if (!user.isEmpty()) {
                source.setUsername(user);
                source.setPassword(password);
            }
        }
        source.setMaximumPoolSize(16);
        source.setAutoCommit(true);
        return source;
    }
}
