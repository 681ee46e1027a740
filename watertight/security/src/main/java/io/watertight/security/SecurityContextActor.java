package io.watertight.security;

import io.watertight.api.Actor;
import io.watertight.api.CurrentActor;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Reads off Spring Security's context who is at work. */
class SecurityContextActor implements CurrentActor {

    static final String ROLE_PREFIX = "ROLE_";

    /** Those that can be given from outside; nobody is made the system by a token. */
    private static final Set<String> ROLES = Set.of(Actor.CUSTOMER, Actor.CLERK, Actor.ADMIN);

    private final SecurityProperties properties;

    SecurityContextActor(SecurityProperties properties) {
        this.properties = properties;
    }

    @Override
    public Actor actor() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    private Actor of(@Nullable Authentication authentication) {
        return switch (authentication) {
            case null -> Actor.anonymous();
            case SystemAuthentication _ -> Actor.system();
            case JwtAuthenticationToken token ->
                new Actor(
                        token.getName(), rolesOf(token), token.getToken().getClaimAsString(properties.customerClaim()));
            case Authentication local
            when local.getPrincipal() instanceof Supplier<?> account && account.get() instanceof Actor actor -> actor;
            case Authentication other ->
                rolesOf(other).isEmpty() ? Actor.anonymous() : new Actor(other.getName(), rolesOf(other), null);
        };
    }

    private static Set<String> rolesOf(Authentication authentication) {
        return authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(it -> it != null && it.startsWith(ROLE_PREFIX))
                .map(it -> it.substring(ROLE_PREFIX.length()))
                .filter(ROLES::contains)
                .collect(Collectors.toUnmodifiableSet());
    }
}
