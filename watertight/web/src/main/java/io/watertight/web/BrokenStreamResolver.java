package io.watertight.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.coyote.CloseNowException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger LOG = LoggerFactory.getLogger(BrokenStreamResolver.class);

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
            if (ProblemDetailsAdvice.isUnavailable(e)) {
                LOG.warn("A response broke off, because the database did not answer in time: {}", e.getMessage());
            } else {
                LOG.error("A response broke off", e);
            }
            breakConnection();
        }
        // A client that has left is told nothing, and the log neither.
        return begun ? new ModelAndView() : null;
    }

    /** Tomcat's own exception for this, the only one that it does not log. */
    @SuppressWarnings("unchecked")
    private static <X extends Exception> void breakConnection() throws X {
        throw (X) new CloseNowException("The response is incomplete");
    }
}
