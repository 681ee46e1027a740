package io.watertight.security;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Leaves the security exceptions of a service or a streamed response to Spring Security's filter, which handles them like those of
 * the chain, before they count as server errors.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class SecurityExceptions {

    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void rethrow(Exception e) throws Exception {
        throw e;
    }
}
