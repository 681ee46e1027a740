package io.watertight.web;

import io.watertight.api.ExpectedVersion;
import io.watertight.api.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses headers that would be ignored although the client relies on them: an {@code If-Match} where no controller compares it, so that the
 * change would be made whatever the condition says (RFC 9110, 13.1.1), and an {@code Idempotency-Key} that is empty or one of several.
 */
class HeaderInterceptor implements HandlerInterceptor {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && !SAFE.contains(request.getMethod())) {
            MethodParameter[] parameters = method.getMethodParameters();
            String condition = valuesOf(request, HttpHeaders.IF_MATCH).strip();
            if (!condition.isEmpty()
                    && !condition.equals("*")
                    && !reads(HttpHeaders.IF_MATCH, parameters)
                    && Arrays.stream(parameters).noneMatch(it -> it.getParameterType() == ExpectedVersion.class)) {
                throw new NoVersionException();
            }
            List<String> keys = Collections.list(request.getHeaders(IDEMPOTENCY_KEY));
            if (reads(IDEMPOTENCY_KEY, parameters)
                    && (keys.size() > 1 || keys.stream().anyMatch(String::isBlank))) {
                throw new MalformedKeyException();
            }
        }
        return true;
    }

    private static String valuesOf(HttpServletRequest request, String header) {
        return String.join(",", Collections.list(request.getHeaders(header)));
    }

    private static boolean reads(String header, MethodParameter[] parameters) {
        return Arrays.stream(parameters)
                .map(it -> it.getParameterAnnotation(RequestHeader.class))
                .anyMatch(it -> it != null && it.name().equalsIgnoreCase(header));
    }

    private static class NoVersionException extends Problem {

        NoVersionException() {
            super(
                    "precondition-failed",
                    Kind.STALE,
                    "Nothing was done: what this request addresses has no ETag, so 'If-Match' cannot hold. Send the request without it.",
                    new Field(HttpHeaders.IF_MATCH, "cannot hold here"));
        }
    }

    private static class MalformedKeyException extends Problem {

        MalformedKeyException() {
            super(
                    "malformed-idempotency-key",
                    Kind.INVALID,
                    "'Idempotency-Key' must be sent once, and not empty.",
                    new Field(IDEMPOTENCY_KEY, "must be sent once, and not empty"));
        }
    }
}
