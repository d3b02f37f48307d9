package org.phatthana.people;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {

    @Bean
    SecurityFilterChain security(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> {
                    for (var route : Routes.read()) {
                        var matched = requests.requestMatchers(HttpMethod.valueOf(route.method()), route.path());
                        if (route.everyone()) {
                            matched.permitAll();
                        } else {
                            matched.hasAnyRole(
                                    route.roles().stream().map(Role::name).toArray(String[]::new));
                        }
                    }
                    requests.anyRequest().denyAll();
                })
                .headers(headers -> headers.disable())
                .build();
    }
}
