package io.watertight.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** What is answered to a name and a password that do not fit. Nothing of them is kept, neither in a session nor elsewhere. */
public class SignInFailures implements AuthenticationEntryPoint, AuthenticationFailureHandler {

    private final Refusals refusals;
    private final Duration pause;

    /**
     * @param pause after which one more password is looked at
     */
    public SignInFailures(Refusals refusals, Duration pause) {
        this.refusals = refusals;
        this.pause = pause;
    }

    /** By form. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (reason instanceof TooManyWrongPasswords) {
            refusals.tooMany(request, response, pause, String.valueOf(reason.getMessage()));
        } else {
            response.sendRedirect(request.getContextPath() + Refusals.SIGN_IN + "?error");
        }
    }

    /** By HTTP Basic. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (reason instanceof TooManyWrongPasswords) {
            refusals.tooMany(request, response, pause, String.valueOf(reason.getMessage()));
        } else {
            refusals.commence(request, response, reason);
        }
    }
}
