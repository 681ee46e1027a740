package com.example.shop;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at no further password of a name for which an address has sent too many wrong ones; by form and with each request
 * alike. The same name from elsewhere is not locked out by it.
 */
class SignInLimit extends OncePerRequestFilter {

    private static final String BASIC = "basic ";

    private final WrongPasswords wrongPasswords;
    private final Duration pause;
    private final Refusals refusals;

    /**
     * @param pause after which one more password is looked at
     */
    SignInLimit(WrongPasswords wrongPasswords, Duration pause, Refusals refusals) {
        this.wrongPasswords = wrongPasswords;
        this.pause = pause;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> name = nameIn(request);
        if (name.isPresent() && wrongPasswords.wereTooMany(name.get(), request.getRemoteAddr())) {
            refusals.tooMany(
                    request, response, pause, "That were too many wrong passwords. Wait a little before the next one.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static Optional<String> nameIn(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return basicName(header.substring(BASIC.length()));
        }
        return HttpMethod.POST.matches(request.getMethod())
                        && request.getRequestURI().equals(request.getContextPath() + Refusals.SIGN_IN)
                ? Optional.ofNullable(request.getParameter("username"))
                : Optional.empty();
    }

    private static Optional<String> basicName(String credentials) {
        try {
            String decoded = new String(Base64.getDecoder().decode(credentials.trim()), StandardCharsets.UTF_8);
            int end = decoded.indexOf(':');
            return Optional.of(end < 0 ? decoded : decoded.substring(0, end));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
