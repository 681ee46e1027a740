package io.watertight.security;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
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
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Admits a request if the controller that handles it does, by {@link RolesAllowed}, {@link PermitAll} or {@link DenyAll} on the
 * method or else on the class. So each rule is next to what it protects, modules need no security library, and a controller
 * without an annotation is closed to everybody.
 */
public class EndpointRules implements AuthorizationManager<RequestAuthorizationContext> {

    private static final Set<String> READING = Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name());

    private final Supplier<List<HandlerMapping>> mappings;
    private final Environment environment;

    public EndpointRules(ObjectProvider<HandlerMapping> mappings, Environment environment) {
        // Resolved at the first request: the mappings need the controllers, which may need this bean.
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
                    // Spring's own answer to OPTIONS.
                    case HandlerMethod method
                    when method.getBeanType().getEnclosingClass() == RequestMappingInfoHandlerMapping.class ->
                        isKnown(caller.get());
                    case HandlerMethod method ->
                        ruleFor(method).map(it -> it.admits(caller.get())).orElse(false);
                    // Static files: style sheets, scripts, pictures. Also missing ones.
                    case ResourceHttpRequestHandler _ when READING.contains(request.getMethod()) -> true;
                    // No handler, or not for this method; only signed-in callers learn why.
                    case ResourceHttpRequestHandler _ -> isKnown(caller.get());
                    case null -> isKnown(caller.get());
                    // Another kind of handler, which cannot declare who may call it.
                    default -> false;
                });
    }

    /** {@return the rule of an endpoint; empty if it declares none and is closed} */
    public Optional<Rule> ruleFor(HandlerMethod endpoint) {
        return ruleFor(endpoint.getMethod(), endpoint.getBeanType());
    }

    Optional<Rule> ruleFor(Method method, Class<?> controller) {
        return Stream.of(method, controller).flatMap(it -> ruleOn(it).stream()).findFirst();
    }

    private Optional<Rule> ruleOn(AnnotatedElement element) {
        RolesAllowed roles = element.getAnnotation(RolesAllowed.class);
        if (roles != null) {
            // A role may be a property placeholder, as on the toolkit's own pages.
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

    private @Nullable Object handlerOf(HttpServletRequest request) {
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
                    // Wrong method or media type: the response is an error for every caller.
                    return null;
                }
                throw new IllegalStateException(e);
            }
        }
        return null;
    }

    private static boolean isKnown(@Nullable Authentication caller) {
        return !SecurityContextActor.rolesOf(caller).isEmpty();
    }

    /**
     * Who may call an endpoint.
     *
     * @param everybody whether even anonymous callers may
     * @param roles one of them is enough
     */
    public record Rule(boolean everybody, Set<String> roles) {

        public Rule {
            roles = Set.copyOf(roles);
        }

        public boolean admits(@Nullable Authentication caller) {
            return everybody || SecurityContextActor.rolesOf(caller).stream().anyMatch(roles::contains);
        }
    }
}
