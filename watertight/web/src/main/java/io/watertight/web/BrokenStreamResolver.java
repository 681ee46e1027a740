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
 * Breaks the connection if a response fails after its beginning was sent. A problem detail would come too late: it would look
 * like a line of the export, and the client would take the truncated export for complete.
 */
class BrokenStreamResolver implements HandlerExceptionResolver, Ordered {

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
        // Tomcat also reports a response as committed when it has refused the request, such as a chunk without a
        // length.
        boolean begun = response.isCommitted() && response.getStatus() < HttpStatus.BAD_REQUEST.value();
        if (begun && !DisconnectedClientHelper.isClientDisconnectedException(e)) {
            throw new IllegalStateException("A response failed after its beginning had been sent", e);
        }
        // A client that has left is told nothing, and the log neither.
        return begun ? new ModelAndView() : null;
    }
}
