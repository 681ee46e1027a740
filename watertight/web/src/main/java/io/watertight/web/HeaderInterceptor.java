package io.watertight.web;

import io.watertight.api.ExpectedVersion;
import io.watertight.api.Problem;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses headers that would be ignored although the client relies on them: an {@code If-Match} where no controller can compare it, so that the
 * change would be made whatever the condition says (RFC 9110, 13.1.1), an {@code Idempotency-Key} that is empty or one of several, and the
 * character set of a CSV file that is not read in it.
 */
class HeaderInterceptor implements HandlerInterceptor {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    /** By one of these a controller reads any header. */
    private static final List<Class<?>> ALL_HEADERS =
            List.of(WebRequest.class, ServletRequest.class, HttpEntity.class, HttpHeaders.class);

    private static final MediaType CSV = new MediaType("text", "csv");

    /** A file is read as UTF-8, or as UTF-16 if it begins with a byte order mark. */
    private static final Set<Charset> READ_IN_FILES = Set.of(
            StandardCharsets.UTF_8,
            StandardCharsets.US_ASCII,
            StandardCharsets.UTF_16,
            StandardCharsets.UTF_16BE,
            StandardCharsets.UTF_16LE);

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotSupportedException {
        if (handler instanceof HandlerMethod method && !SAFE.contains(request.getMethod())) {
            List<MethodParameter> parameters = List.of(method.getMethodParameters());
            checkCondition(request, parameters);
            checkKey(request, parameters);
            checkFile(request.getContentType(), parameters);
        }
        return true;
    }

    private static void checkCondition(HttpServletRequest request, List<MethodParameter> parameters) {
        List<String> conditions = Collections.list(request.getHeaders(HttpHeaders.IF_MATCH));
        boolean conditional =
                conditions.stream().anyMatch(it -> !it.isBlank() && !it.strip().equals("*"));
        if (conditional && parameters.stream().noneMatch(it -> reads(HttpHeaders.IF_MATCH, it) || readsAny(it))) {
            throw new NoVersionException();
        }
    }

    private static void checkKey(HttpServletRequest request, List<MethodParameter> parameters) {
        List<String> keys = Collections.list(request.getHeaders(IDEMPOTENCY_KEY));
        boolean malformed = keys.size() > 1 || keys.stream().anyMatch(String::isBlank);
        if (malformed && parameters.stream().anyMatch(it -> reads(IDEMPOTENCY_KEY, it))) {
            throw new MalformedKeyException();
        }
    }

    private static void checkFile(@Nullable String contentType, List<MethodParameter> parameters)
            throws HttpMediaTypeNotSupportedException {
        if (contentType == null || parameters.stream().noneMatch(it -> it.getParameterType() == InputStream.class)) {
            return;
        }
        MediaType type;
        try {
            type = MediaType.parseMediaType(contentType);
        } catch (InvalidMediaTypeException e) {
            throw new HttpMediaTypeNotSupportedException(e.getMessage());
        }
        if (CSV.equalsTypeAndSubtype(type) && type.getCharset() != null && !READ_IN_FILES.contains(type.getCharset())) {
            var misread = new HttpMediaTypeNotSupportedException("A file that is not UTF-8");
            misread.getBody()
                    .setDetail(
                            "A file in text/csv must be UTF-8. Save it as UTF-8, and send it as 'text/csv; charset=UTF-8'.");
            throw misread;
        }
    }

    private static boolean reads(String header, MethodParameter parameter) {
        RequestHeader named = parameter.getParameterAnnotation(RequestHeader.class);
        return named != null && named.name().equalsIgnoreCase(header);
    }

    private static boolean readsAny(MethodParameter parameter) {
        RequestHeader all = parameter.getParameterAnnotation(RequestHeader.class);
        return parameter.getParameterType() == ExpectedVersion.class
                || (all != null && all.name().isEmpty())
                || ALL_HEADERS.stream().anyMatch(it -> it.isAssignableFrom(parameter.getParameterType()));
    }

    private static class NoVersionException extends Problem {

        NoVersionException() {
            super(
                    "precondition-failed",
                    Kind.STALE,
                    "Nothing was done: the target of this request has no ETag, so 'If-Match' cannot match. Send the request without it.",
                    new Field(HttpHeaders.IF_MATCH, "cannot match here"));
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
