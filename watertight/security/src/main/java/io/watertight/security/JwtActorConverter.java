package io.watertight.security;

import io.watertight.api.Actor;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Reads the caller and their roles from a valid token. The subject appears in the audit trail and is the scope of the caller's
 * idempotency keys, so a token with a missing or reserved subject is refused.
 */
public class JwtActorConverter implements Converter<Jwt, AbstractAuthenticationToken> {

    private static final int LONGEST_SUBJECT = 200;
    private static final Set<String> RESERVED =
            Set.of(Actor.system().id(), Actor.anonymous().id(), "unknown", "demo");

    private final String rolesClaim;
    private final Collection<String> attributeClaims;

    public JwtActorConverter(SecurityProperties properties) {
        this.rolesClaim = properties.rolesClaim();
        this.attributeClaims = properties.attributes().values();
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        String subject = token.getSubject();
        if (subject == null || !isSomebody(subject)) {
            throw new InvalidBearerTokenException(
                    "The sub claim of the token is missing, too long, reserved, or has characters that are not"
                            + " allowed");
        }
        // Read again later; a claim that cannot be read must be refused here.
        attributeClaims.forEach(it -> TokenClaims.textAt(it, token));
        return new JwtAuthenticationToken(token, rolesOf(token), subject);
    }

    private List<GrantedAuthority> rolesOf(Jwt token) {
        return TokenClaims.textsAt(rolesClaim, token).stream()
                .<GrantedAuthority>map(it -> new SimpleGrantedAuthority(SecurityContextActor.ROLE_PREFIX + it))
                .toList();
    }

    private static boolean isSomebody(String subject) {
        return !subject.isBlank()
                && subject.length() <= LONGEST_SUBJECT
                && subject.chars().noneMatch(Character::isISOControl)
                && !RESERVED.contains(subject.strip().toLowerCase(Locale.ROOT));
    }
}
