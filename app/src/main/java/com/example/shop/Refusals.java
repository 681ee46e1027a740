package com.example.shop;

import com.example.shop.kernel.NotPermitted;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * What the lock answers: a problem detail like every other, which the platform makes a page for people; and to people who have
 * not signed in, the way to do so.
 */
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    static final String SIGN_IN = "/login";

    private final HandlerExceptionResolver errors;

    Refusals(HandlerExceptionResolver errors) {
        this.errors = errors;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", request.getContextPath() + SIGN_IN);
        } else if (isForAPage(request)) {
            response.sendRedirect(request.getContextPath() + SIGN_IN);
            return;
        }
        // No "Basic": a browser would ask for the password, remember it, and send it along with other sites' requests.
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        refuse(
                request,
                response,
                HttpStatus.UNAUTHORIZED,
                "Say who you are: with a bearer token or, where the shop has accounts of its own, with name and password.");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason) {
        if (reason instanceof CsrfException) {
            refuse(
                    request,
                    response,
                    HttpStatus.FORBIDDEN,
                    "The page was too old, or the request came from elsewhere. Load the page again and repeat.");
        } else {
            errors.resolveException(request, response, null, new NotPermitted());
        }
    }

    void tooMany(HttpServletRequest request, HttpServletResponse response, Duration wait, String detail) {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, wait.toSeconds())));
        refuse(request, response, HttpStatus.TOO_MANY_REQUESTS, detail);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail) {
        errors.resolveException(
                request,
                response,
                null,
                new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null));
    }

    private static boolean isForAPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && !request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }
}
