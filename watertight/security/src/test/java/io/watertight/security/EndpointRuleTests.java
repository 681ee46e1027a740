package io.watertight.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.api.Actor;
import io.watertight.security.EndpointRules.Rule;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

class EndpointRuleTests {

    @Test
    void admitsNobodyWhoseIdentityProviderCallsThemTheSystem() {
        assertThat(admits("clerk", "clerk")).isTrue();
        assertThat(admits(Actor.SYSTEM, Actor.SYSTEM)).isFalse();
    }

    private static boolean admits(String allowed, String role) {
        return new Rule(false, Set.of(allowed))
                .admits(UsernamePasswordAuthenticationToken.authenticated(
                        "ada", null, AuthorityUtils.createAuthorityList(SecurityContextActor.ROLE_PREFIX + role)));
    }
}
