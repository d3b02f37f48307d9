package org.phatthana.packs;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PackConfiguration {

    @Bean
    Pack pack(@Value("${phatthana.pack}") String name) {
        return new Pack(name);
    }
}
