package com.example.platform.web;

import com.example.shop.kernel.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Refuses addresses whose text is broken or could not be stored, before anything tries to use it. */
class RequestTextFilter extends OncePerRequestFilter {

    private final HandlerExceptionResolver errors;

    RequestTextFilter(HandlerExceptionResolver errors) {
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isSound(request.getRequestURI()) && isSound(request.getQueryString())) {
            chain.doFilter(request, response);
        } else {
            errors.resolveException(request, response, null, new MalformedAddress());
        }
    }

    private static boolean isSound(@Nullable String text) {
        if (text == null) {
            return true;
        }
        try {
            String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
            // The decoder puts U+FFFD where the bytes are not UTF-8.
            return decoded.indexOf('\0') < 0 && decoded.indexOf('\uFFFD') < 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static class MalformedAddress extends Problem {

        private static final long serialVersionUID = 1L;

        MalformedAddress() {
            super(
                    "malformed-address",
                    Kind.INVALID,
                    "The path or the query is not valid: it must be percent-encoded UTF-8 without the character NUL.");
        }
    }
}
