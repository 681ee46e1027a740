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
import java.util.Collections;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Refuses addresses and forms whose text is malformed or cannot be stored, and media type headers that Spring MVC would fail
 * on, before anything uses them.
 */
class RequestTextFilter extends OncePerRequestFilter {

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
            return new MalformedTextException();
        }
        if (namesNoMediaType(request.getContentType())) {
            return new HttpMediaTypeNotSupportedException("'Content-Type' must name one media type.");
        }
        if (acceptsNothing(request)) {
            return new HttpMediaTypeNotAcceptableException("'Accept' names no media type.");
        }
        if (StringUtils.startsWithIgnoreCase(request.getContentType(), "multipart/")) {
            // The parts are read later, by the handler that needs them.
            return null;
        }
        try {
            return request.getParameterMap().entrySet().stream()
                            .allMatch(it -> isName(it.getKey())
                                    && Arrays.stream(it.getValue()).allMatch(value -> value.indexOf('\0') < 0))
                    ? null
                    : new MalformedTextException();
        } catch (InvalidParameterException e) {
            return e;
        }
    }

    /** Spring MVC itself refuses what it cannot parse, but answers a range such as {@code *}{@code /*} with a server error. */
    private static boolean namesNoMediaType(@Nullable String contentType) {
        try {
            return StringUtils.hasText(contentType)
                    && !MediaType.parseMediaType(contentType).isConcrete();
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static boolean acceptsNothing(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
        return !headers.isEmpty()
                && headers.stream().allMatch(header -> header.chars().allMatch(it -> it == ',' || it == ' '));
    }

    private static boolean isName(String parameter) {
        return parameter.chars().noneMatch(Character::isISOControl);
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

    private static class MalformedTextException extends Problem {

        MalformedTextException() {
            super(
                    "malformed-address",
                    Kind.INVALID,
                    "The path, the query or the form is not valid: it must be percent-encoded UTF-8 without NUL"
                            + " characters, and without control characters in names.");
        }
    }
}
