package io.watertight.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Rethrows Spring Security's exceptions to its filter, which handles them, before they count as server errors. */
class SecurityExceptions implements HandlerExceptionResolver, Ordered {

    /** After the resolver for broken streams, before those that create problem details. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 1;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
        Stream.<Throwable>iterate(e, it -> it != null, Throwable::getCause)
                .filter(it -> it instanceof AccessDeniedException || it instanceof AuthenticationException)
                .map(RuntimeException.class::cast)
                .findFirst()
                .ifPresent(it -> {
                    throw it;
                });
        return null;
    }
}
