package io.watertight.security;

import io.watertight.api.Actor;
import io.watertight.api.CurrentActor;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Reads the current actor from Spring Security's context. */
class SecurityContextActor implements CurrentActor {

    static final String ROLE_PREFIX = "ROLE_";

    /** Spring Security's name for callers who have not signed in. */
    private static final String ANONYMOUS = "ANONYMOUS";

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
                new Actor(token.getName(), rolesOf(token), attributesOf(token.getToken()));
            case Authentication local
            when local.getPrincipal() instanceof ActorPrincipal principal -> principal.actor();
            case Authentication other ->
                rolesOf(other).isEmpty() ? Actor.anonymous() : new Actor(other.getName(), rolesOf(other), Map.of());
        };
    }

    private Map<String, String> attributesOf(Jwt token) {
        Map<String, String> attributes = new HashMap<>();
        properties.attributes().forEach((attribute, claim) -> {
            String value = TokenClaims.textAt(claim, token);
            if (value != null) {
                attributes.put(attribute, value);
            }
        });
        return attributes;
    }

    static Set<String> rolesOf(@Nullable Authentication authentication) {
        if (authentication == null || !authentication.isAuthenticated()) {
            return Set.of();
        }
        return authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(it -> it != null && it.startsWith(ROLE_PREFIX))
                .map(it -> it.substring(ROLE_PREFIX.length()))
                // No external caller becomes the system.
                .filter(it -> !it.equals(Actor.SYSTEM) && !it.equals(ANONYMOUS))
                .collect(Collectors.toUnmodifiableSet());
    }
}
