package com.example.shop;

import com.example.shop.kernel.Roles;
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

    @AfterEach
    void actAsNobody() {
        SecurityContextHolder.clearContext();
    }
}
