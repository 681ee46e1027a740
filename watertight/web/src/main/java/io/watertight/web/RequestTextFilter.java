package io.watertight.web;

import io.watertight.api.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Refuses addresses and forms whose text is broken or could not be stored, before anything tries to use it. */
class RequestTextFilter extends OncePerRequestFilter {

    private static final String MULTIPART = "multipart/";

    private final HandlerExceptionResolver errors;

    RequestTextFilter(HandlerExceptionResolver errors) {
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Exception fault = faultIn(request);
        if (fault == null) {
            chain.doFilter(request, response);
        } else {
            errors.resolveException(request, response, null, fault);
        }
    }

    private static @Nullable Exception faultIn(HttpServletRequest request) {
        if (!isSound(request.getRequestURI()) || !isSound(request.getQueryString())) {
            return new MalformedText();
        }
        if (isMultipart(request)) {
            return null;
        }
        try {
            return request.getParameterMap().values().stream()
                            .flatMap(Arrays::stream)
                            .allMatch(it -> it.indexOf('\0') < 0)
                    ? null
                    : new MalformedText();
        } catch (InvalidParameterException e) {
            return e;
        }
    }

    /** Its parts are read later, by the one who wants them. */
    private static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.regionMatches(true, 0, MULTIPART, 0, MULTIPART.length());
    }

    private static boolean isSound(@Nullable String encoded) {
        if (encoded == null) {
            return true;
        }
        try {
            byte[] bytes =
                    URLDecoder.decode(encoded, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
            CharSequence text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return text.chars().allMatch(it -> it != 0);
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return false;
        }
    }

    private static class MalformedText extends Problem {

        private static final long serialVersionUID = 1L;

        MalformedText() {
            super(
                    "malformed-address",
                    Kind.INVALID,
                    "The path, the query or the form is not valid: it must be percent-encoded UTF-8 without the character NUL.");
        }
    }
}
