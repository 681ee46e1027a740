package com.example.shop;

import com.example.shop.kernel.Roles;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** Calls of a clerk, unless a test says otherwise. */
abstract class ServiceContract {

    @BeforeEach
    void actAsAClerk() {
        actAs(Roles.CLERK);
    }

    static void actAs(String role) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "max", "", AuthorityUtils.createAuthorityList("ROLE_" + role)));
    }

    /** What another process does takes its time on a busy machine; waited for in this thread, which knows who calls. */
    static ConditionFactory soon() {
        return Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(30));
    }

    @AfterEach
    void actAsNobody() {
        SecurityContextHolder.clearContext();
    }
}
