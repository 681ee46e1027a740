package io.watertight.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Answers a wrong name or password. Neither is stored, in the session or elsewhere. */
public class SignInFailures implements AuthenticationEntryPoint, AuthenticationFailureHandler {

    private final SecurityErrorResponder errors;
    private final Duration pause;

    /**
     * @param pause the time after which one more password is checked
     */
    public SignInFailures(SecurityErrorResponder errors, Duration pause) {
        this.errors = errors;
        this.pause = pause;
    }

    /** By form. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (reason instanceof TooManyWrongPasswords) {
            errors.tooMany(request, response, pause, String.valueOf(reason.getMessage()));
        } else if (reason instanceof AuthenticationServiceException) {
            errors.commence(request, response, reason);
        } else {
            response.sendRedirect(request.getContextPath() + SecurityErrorResponder.SIGN_IN + "?error");
        }
    }

    /** By HTTP Basic. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (reason instanceof TooManyWrongPasswords) {
            errors.tooMany(request, response, pause, String.valueOf(reason.getMessage()));
        } else {
            errors.commence(request, response, reason);
        }
    }
}
