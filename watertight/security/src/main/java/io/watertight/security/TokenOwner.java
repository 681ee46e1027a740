package io.watertight.security;

import io.watertight.api.Actor;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;

/**
 * Reads off a valid token whose it is, and his roles. His subject stands in the audit trail and is the scope of his idempotency
 * keys, so a token counts for nothing whose subject is none, or what the shop calls itself there.
 */
public class TokenOwner implements Converter<Jwt, AbstractAuthenticationToken> {

    private static final int LONGEST_SUBJECT = 200;
    private static final Set<String> RESERVED =
            Set.of(Actor.system().id(), Actor.anonymous().id(), "unknown", "demo");

    private final JwtAuthenticationConverter reading = new JwtAuthenticationConverter();

    public TokenOwner(String rolesClaim) {
        JwtGrantedAuthoritiesConverter roles = new JwtGrantedAuthoritiesConverter();
        roles.setAuthoritiesClaimName(rolesClaim);
        roles.setAuthorityPrefix(SecurityContextActor.ROLE_PREFIX);
        reading.setJwtGrantedAuthoritiesConverter(roles);
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        if (!isSomebody(token.getSubject())) {
            throw new InvalidBearerTokenException("The subject of the token is not acceptable");
        }
        return reading.convert(token);
    }

    private static boolean isSomebody(@Nullable String subject) {
        return subject != null
                && !subject.isBlank()
                && subject.length() <= LONGEST_SUBJECT
                && subject.chars().noneMatch(Character::isISOControl)
                && !RESERVED.contains(subject.strip().toLowerCase(Locale.ROOT));
    }
}
