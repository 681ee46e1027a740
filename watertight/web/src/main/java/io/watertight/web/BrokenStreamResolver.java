package io.watertight.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Breaks the connection where a response fails whose beginning has been sent. It is too late for a problem detail: at the
 * end of an export that would look like a line of it, and the client would take the rest for the whole.
 */
class BrokenStreamResolver implements HandlerExceptionResolver, Ordered {

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
        // Tomcat calls a response committed too where it has refused the request, a chunk without a length for example.
        boolean begun = response.isCommitted() && response.getStatus() < HttpStatus.BAD_REQUEST.value();
        if (begun && !DisconnectedClientHelper.isClientDisconnectedException(e)) {
            throw new IllegalStateException("A response failed after its beginning had been sent", e);
        }
        return null;
    }
}
