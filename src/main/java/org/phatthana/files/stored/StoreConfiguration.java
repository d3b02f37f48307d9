package org.phatthana.files.stored;

import java.nio.file.Path;
import org.phatthana.files.Store;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The one place that says which store it is.
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    /// A database whose disk is full stops; uploads leave it this much.
    private static final long RESERVE_BYTES = 128L << 20;

    @Bean
    Store store(@Value("${phatthana.home}") Path home) {
        return new FolderStore(home.resolve("files"), RESERVE_BYTES);
    }
}
