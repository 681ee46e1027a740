package io.watertight.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Gives the dispatcher the handler that {@link EndpointRules} has already found, so that each request is matched against the
 * endpoints once. A request that has changed since, such as a forwarded one, is matched again.
 */
class FoundHandler implements HandlerMapping, Ordered {

    private static final String ATTRIBUTE = FoundHandler.class.getName();

    static void remember(HandlerExecutionChain chain, HttpServletRequest request) {
        request.setAttribute(
                ATTRIBUTE, new Found(chain, request.getDispatcherType(), request.getMethod(), request.getRequestURI()));
    }

    @Override
    public @Nullable HandlerExecutionChain getHandler(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Found found) {
            request.removeAttribute(ATTRIBUTE);
            return found.isFor(request) ? found.chain() : null;
        }
        return null;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    private record Found(HandlerExecutionChain chain, DispatcherType type, String method, String path) {

        boolean isFor(HttpServletRequest request) {
            return type == request.getDispatcherType()
                    && method.equals(request.getMethod())
                    && path.equals(request.getRequestURI());
        }
    }
}
