package io.watertight.security;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Lets a request pass if the controller that would answer it says so, by the annotations of Jakarta Annotations
 * ({@link RolesAllowed}, {@link PermitAll}, {@link DenyAll}) on the method or else on the class. So each rule stands beside what it
 * protects, modules need no security library for it, and a controller that says nothing is closed to everybody.
 */
public class EndpointRules implements AuthorizationManager<RequestAuthorizationContext> {

    private static final Set<String> READING = Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name());

    private final Supplier<List<HandlerMapping>> mappings;
    private final Environment environment;

    EndpointRules(ObjectProvider<HandlerMapping> mappings, Environment environment) {
        // Once, at the first request: the mappings need the controllers, and those may need this.
        this.mappings = SingletonSupplier.of(() -> mappings.orderedStream()
                .filter(it -> !(it instanceof FoundHandler))
                .toList());
        this.environment = environment;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> caller, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        return new AuthorizationDecision(
                switch (handlerOf(request)) {
                    case HandlerMethod method ->
                        ruleFor(method).map(it -> it.admits(caller.get())).orElse(false);
                    // Files that are served as they are: style sheets, scripts, pictures. Or there is no such file.
                    case ResourceHttpRequestHandler _ when READING.contains(request.getMethod()) -> true;
                    // Nothing answers here, or not so; the caller is told what is wrong if they have signed in.
                    case Nothing _, ResourceHttpRequestHandler _ -> isKnown(caller.get());
                    // Another sort of handler, which cannot say who may call it.
                    default -> false;
                });
    }

    /** {@return the rule of an endpoint; empty if it has none and is closed} */
    public Optional<Rule> ruleFor(HandlerMethod endpoint) {
        return Stream.of(endpoint.getMethod(), endpoint.getBeanType())
                .flatMap(it -> ruleOn(it).stream())
                .findFirst();
    }

    private Optional<Rule> ruleOn(AnnotatedElement element) {
        RolesAllowed roles = element.getAnnotation(RolesAllowed.class);
        if (roles != null) {
            // A role may be a setting, as that of the toolkit's own pages.
            return Optional.of(new Rule(
                    false,
                    Stream.of(roles.value())
                            .map(environment::resolveRequiredPlaceholders)
                            .collect(Collectors.toUnmodifiableSet())));
        }
        return element.isAnnotationPresent(DenyAll.class)
                ? Optional.of(new Rule(false, Set.of()))
                : element.isAnnotationPresent(PermitAll.class)
                        ? Optional.of(new Rule(true, Set.of()))
                        : Optional.empty();
    }

    private Object handlerOf(HttpServletRequest request) {
        if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
            ServletRequestPathUtils.parseAndCache(request);
        }
        for (HandlerMapping mapping : mappings.get()) {
            try {
                HandlerExecutionChain chain = mapping.getHandler(request);
                if (chain != null) {
                    FoundHandler.remember(chain, request);
                    return chain.getHandler();
                }
            } catch (Exception e) {
                if (e instanceof ErrorResponse) {
                    // Another method, another media type: the answer is an error, whoever asks.
                    return Nothing.FOUND;
                }
                throw new IllegalStateException(e);
            }
        }
        return Nothing.FOUND;
    }

    private static boolean isKnown(@Nullable Authentication caller) {
        return caller != null && caller.isAuthenticated() && !rolesOf(caller).isEmpty();
    }

    private static List<String> rolesOf(Authentication caller) {
        return caller.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(it -> it != null && it.startsWith(SecurityContextActor.ROLE_PREFIX))
                .map(it -> it.substring(SecurityContextActor.ROLE_PREFIX.length()))
                .filter(it -> !it.equals("ANONYMOUS"))
                .toList();
    }

    private enum Nothing {
        FOUND
    }

    /**
     * Who may call an endpoint.
     *
     * @param everybody whether one need not even say who one is
     * @param roles one of them is enough
     */
    public record Rule(boolean everybody, Set<String> roles) {

        public Rule {
            roles = Set.copyOf(roles);
        }

        public boolean admits(@Nullable Authentication caller) {
            return everybody
                    || (caller != null
                            && caller.isAuthenticated()
                            && rolesOf(caller).stream().anyMatch(roles::contains));
        }
    }
}
