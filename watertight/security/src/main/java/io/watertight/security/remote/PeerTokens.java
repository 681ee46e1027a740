package io.watertight.security.remote;

import io.watertight.api.Actor;
import io.watertight.api.ModuleDependencies;
import io.watertight.security.ActorPrincipal;
import jakarta.servlet.http.HttpServletRequest;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.JwtIssuerAuthenticationManagerResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationConverter;

/**
 * Accepts what {@link ProcessTokens} of known processes have signed, along the dependencies that the modules of those processes
 * declare. The caller is whoever called that process, the application itself included.
 */
class PeerTokens implements AuthenticationManagerResolver<String> {

    private static final Duration CLOCKS_DIFFER_BY = Duration.ofSeconds(10);
    private static final String SETTING = "watertight.process.peers";

    private final ModuleDependencies dependencies;
    private final Map<String, AuthenticationManager> byProcess;
    private final BearerTokenAuthenticationConverter tokens = new BearerTokenAuthenticationConverter();
    private final JwtIssuerAuthenticationManagerResolver issuers = new JwtIssuerAuthenticationManagerResolver(this);

    /**
     * @throws InvalidConfigurationPropertyValueException if the name of a process does not say which modules run in it
     */
    PeerTokens(Map<String, RSAPublicKey> keys, ModuleDependencies dependencies) {
        this.dependencies = dependencies;
        this.byProcess = keys.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, it -> accepting(it.getKey(), it.getValue())));
        keys.keySet().stream().filter(it -> modulesOf(it).isEmpty()).findFirst().ifPresent(it -> {
            throw new InvalidConfigurationPropertyValueException(
                    SETTING,
                    it,
                    "The name of a process must contain the modules that run in it, such as 'orders' or 'catalog-customers-2'. The modules are: %s."
                            .formatted(dependencies.modules()));
        });
    }

    AuthenticationManagerResolver<HttpServletRequest> byIssuer() {
        return issuers;
    }

    @Override
    @SuppressWarnings("NullAway") // An unknown process: Spring Security refuses the token.
    public AuthenticationManager resolve(String process) {
        return byProcess.get(process);
    }

    /** {@return whether a known process has signed the request} */
    boolean haveSigned(HttpServletRequest request) {
        try {
            Authentication token = tokens.convert(request);
            return token != null && issuers.resolve(request).authenticate(token).isAuthenticated();
        } catch (AuthenticationException e) {
            return false;
        }
    }

    /**
     * {@return whether the caller is a process}
     *
     * @throws AccessDeniedException if that process may not call the module
     */
    boolean mayCall(@Nullable String module, @Nullable Authentication authentication) {
        if (!(authentication != null && authentication.getPrincipal() instanceof Caller caller) || module == null) {
            return false;
        }
        if (!caller.audience().contains(module)) {
            throw new AccessDeniedException("Process '%s' has signed this call for %s, and not for '%s'."
                    .formatted(caller.process(), caller.audience(), module));
        }
        if (modulesOf(caller.process()).stream().noneMatch(it -> dependencies.allows(it, module))) {
            throw new AccessDeniedException(
                    "No module of process '%s' declares that it depends on '%s': add it to allowedDependencies in the module's package-info, or leave the call out."
                            .formatted(caller.process(), module));
        }
        return true;
    }

    /** {@return the command that the call on this thread is a part of, if any} */
    static Optional<String> currentCommand() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? Optional.ofNullable(caller.command())
                : Optional.empty();
    }

    private List<String> modulesOf(String process) {
        return Arrays.stream(process.split("-"))
                .filter(dependencies.modules()::contains)
                .toList();
    }

    private static AuthenticationManager accepting(String process, RSAPublicKey key) {
        JwtTimestampValidator lifetime = new JwtTimestampValidator(CLOCKS_DIFFER_BY);
        lifetime.setAllowEmptyExpiryClaim(false);
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withPublicKey(key).build();
        decoder.setJwtValidator(
                JwtValidators.createDefaultWithValidators(List.of(lifetime, new JwtIssuerValidator(process))));
        JwtAuthenticationProvider provider = new JwtAuthenticationProvider(decoder);
        provider.setJwtAuthenticationConverter(token -> UsernamePasswordAuthenticationToken.authenticated(
                new Caller(
                        actorOf(token),
                        process,
                        List.copyOf(token.getAudience()),
                        token.getClaimAsString(ProcessTokens.COMMAND)),
                null,
                AuthorityUtils.NO_AUTHORITIES));
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
     * @param audience the modules that the call was signed for
     */
    private record Caller(
            Actor actor,
            String process,
            List<String> audience,
            @Nullable String command) implements ActorPrincipal {}
}
