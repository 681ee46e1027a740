package io.watertight.security;

import io.watertight.api.NotPermittedException;
import io.watertight.web.pages.PageFrame;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenError;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers a request that security has rejected, with a problem detail or, for a browser, a page; redirects people who have not
 * signed in to the sign-in page.
 */
public class SecurityErrorResponder
        implements AuthenticationEntryPoint, AuthenticationFailureHandler, AccessDeniedHandler {

    public static final String SIGN_IN = "/login";

    private static final Logger LOG = LoggerFactory.getLogger(SecurityErrorResponder.class);
    private static final String RETRY_AFTER_SECONDS = "10";
    private static final String UNAVAILABLE =
            "The identity provider or the account database is not responding. Send the same request again shortly.";
    private static final String BAD_TOKEN = "The bearer token was not accepted; the WWW-Authenticate header says why.";
    private static final String NOT_SIGNED_IN =
            "Sign in with a bearer token or, where the application has local accounts, with name and password.";
    private static final String SIGNED_OUT =
            "You are signed out. What you typed is still here: sign in in another tab, come back and try again.";
    private static final String SIGNED_IN_AGAIN =
            "This page was loaded before you signed in. It is ready now: try again.";
    private static final String TOO_OLD =
            "This page is out of date, or the request came from another site. Reload the page and try again.";

    private final HandlerExceptionResolver errors;
    private final ObjectProvider<PageFrame> frame;
    private final JsonMapper json;

    public SecurityErrorResponder(HandlerExceptionResolver errors, ObjectProvider<PageFrame> frame, JsonMapper json) {
        this.errors = errors;
        this.frame = frame;
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (reason instanceof TooManyWrongPasswords again) {
            tooMany(request, response, again.pause(), String.valueOf(reason.getMessage()));
            return;
        }
        if (reason instanceof AuthenticationServiceException) {
            LOG.warn(
                    "Callers cannot be authenticated at the moment: {} ({})",
                    reason.getMessage(),
                    NestedExceptionUtils.getMostSpecificCause(reason).toString());
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            refuse(request, response, HttpStatus.SERVICE_UNAVAILABLE, UNAVAILABLE);
            return;
        }
        if (reason instanceof OAuth2AuthenticationException refused
                && refused.getError() instanceof BearerTokenError error) {
            LOG.warn("A bearer token from {} was refused: {}", request.getRemoteAddr(), error.getDescription());
            response.setHeader(
                    HttpHeaders.WWW_AUTHENTICATE,
                    "Bearer error=\"%s\", error_description=\"%s\""
                            .formatted(error.getErrorCode(), error.getDescription()));
            refuse(request, response, error.getHttpStatus(), BAD_TOKEN);
            return;
        }
        if (PageFrame.isFromHtmx(request)) {
            // No redirect: it would discard a half-filled form.
            ResponseStatusException problem = new ResponseStatusException(HttpStatus.UNAUTHORIZED, SIGNED_OUT);
            problem.getBody().setProperty("signIn", request.getContextPath() + SIGN_IN);
            answer(request, response, problem);
            return;
        }
        if (PageFrame.isForAPage(request)) {
            response.sendRedirect(request.getContextPath() + SIGN_IN);
            return;
        }
        // Never "Basic": a browser would ask for the password, remember it, and send it with other sites' requests.
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        refuse(request, response, HttpStatus.UNAUTHORIZED, NOT_SIGNED_IN);
    }

    /** By form. Neither the name nor the password is stored, in the session or elsewhere. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (reason instanceof TooManyWrongPasswords || reason instanceof AuthenticationServiceException) {
            commence(request, response, reason);
        } else {
            response.sendRedirect(request.getContextPath() + SIGN_IN + "?error");
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        if (reason instanceof CsrfException && caller == null) {
            commence(request, response, new InsufficientAuthenticationException("Signed out", reason));
        } else if (reason instanceof CsrfException) {
            boolean canRepeat = offerFreshToken(request, response);
            forbid(request, response, canRepeat ? SIGNED_IN_AGAIN : TOO_OLD);
        } else {
            answer(request, response, new NotPermittedException());
        }
    }

    /** Tells a program why it may not do this. */
    public void forbid(HttpServletRequest request, HttpServletResponse response, @Nullable String reason) {
        refuse(request, response, HttpStatus.FORBIDDEN, reason);
    }

    /** For a page that is older than the session. Other sites can neither read the token nor send htmx's header. */
    private boolean offerFreshToken(HttpServletRequest request, HttpServletResponse response) {
        if (PageFrame.isFromHtmx(request)
                && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            response.setHeader("HX-Trigger", json.writeValueAsString(Map.of("fresh-token", token.getToken())));
            return true;
        }
        return false;
    }

    void tooMany(HttpServletRequest request, HttpServletResponse response, Duration wait, String detail) {
        response.setHeader(
                HttpHeaders.RETRY_AFTER,
                String.valueOf(Math.max(1, wait.plusMillis(999).toSeconds())));
        refuse(request, response, HttpStatus.TOO_MANY_REQUESTS, detail);
    }

    private void refuse(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, @Nullable String detail) {
        answer(request, response, new ResponseStatusException(status, detail));
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Exception problem) {
        if (PageFrame.isForAPage(request)) {
            frame.getObject().prepare(request);
        }
        errors.resolveException(request, response, null, problem);
    }
}
