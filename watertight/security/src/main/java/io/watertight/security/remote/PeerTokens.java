package io.watertight.security.remote;

import io.watertight.api.Actor;
import io.watertight.security.ActorPrincipal;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;

/**
 * Accepts what {@link ProcessTokens} of known processes have signed. The caller is whoever called that process, the application
 * itself included.
 */
class PeerTokens implements AuthenticationManagerResolver<String> {

    private static final Duration CLOCKS_DIFFER_BY = Duration.ofSeconds(10);

    private final Map<String, AuthenticationManager> byProcess;

    PeerTokens(Map<String, RSAPublicKey> keys) {
        this.byProcess = keys.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, it -> accepting(it.getKey(), it.getValue())));
    }

    @Override
    @SuppressWarnings("NullAway") // An unknown process: Spring Security refuses the token.
    public AuthenticationManager resolve(String process) {
        return byProcess.get(process);
    }

    /** {@return whether a call was signed for that module} */
    static boolean isFor(@Nullable String module, @Nullable Authentication authentication) {
        return authentication != null
                && authentication.getPrincipal() instanceof Caller caller
                && module != null
                && caller.modules().contains(module);
    }

    private static AuthenticationManager accepting(String process, RSAPublicKey key) {
        JwtTimestampValidator lifetime = new JwtTimestampValidator(CLOCKS_DIFFER_BY);
        lifetime.setAllowEmptyExpiryClaim(false);
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withPublicKey(key).build();
        decoder.setJwtValidator(
                JwtValidators.createDefaultWithValidators(List.of(lifetime, new JwtIssuerValidator(process))));
        JwtAuthenticationProvider provider = new JwtAuthenticationProvider(decoder);
        provider.setJwtAuthenticationConverter(token -> UsernamePasswordAuthenticationToken.authenticated(
                new Caller(actorOf(token), List.copyOf(token.getAudience())), null, AuthorityUtils.NO_AUTHORITIES));
        return provider::authenticate;
    }

    private static Actor actorOf(Jwt token) {
        Map<String, String> attributes = Objects.requireNonNullElse(
                        token.getClaimAsMap(ProcessTokens.ATTRIBUTES), Map.<String, Object>of())
                .entrySet()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, it -> String.valueOf(it.getValue())));
        return new Actor(token.getSubject(), Set.copyOf(token.getClaimAsStringList(ProcessTokens.ROLES)), attributes);
    }

    /**
     * @param modules for whom the call was signed
     */
    private record Caller(Actor actor, List<String> modules) implements ActorPrincipal {}
}
