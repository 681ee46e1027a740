package io.watertight.secured;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/** Has three accounts with the profile {@code accounts}, and trusts an identity provider where its issuer is set. */
@SpringBootApplication
public class SecuredApplication {

    static final String PASSWORD = "right";

    @Bean
    @Profile("accounts")
    UserDetailsService accounts() {
        return new InMemoryUserDetailsManager(account("admin"), account("clerk"), account("customer"));
    }

    private static UserDetails account(String name) {
        return User.withUsername(name).password("{noop}" + PASSWORD).roles(name).build();
    }
}
