package io.watertight.web;

import io.watertight.api.Versioned;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Sends the tag of a {@link Versioned} body as {@code ETag}, for {@code If-Match} only: reads are never answered with 304. Prefixes a
 * {@code Location} with the application's context path or the proxy's prefix, so that no controller needs to know it; it adds no host, because
 * the host is whatever the request claims. Only a problem is labelled as one (RFC 9457), whatever the client accepts.
 */
@RestControllerAdvice
class ResponseHeadersAdvice implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returnType,
            MediaType selectedContentType,
            Class<? extends HttpMessageConverter<?>> selectedConverterType,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (MediaType.APPLICATION_PROBLEM_JSON.equalsTypeAndSubtype(selectedContentType)
                && !(body instanceof ProblemDetail)) {
            response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        }
        if (body instanceof Versioned versioned) {
            response.getHeaders().setETag("\"" + versioned.entityTag() + "\"");
        }
        URI location = response.getHeaders().getLocation();
        if (location != null
                && location.toString().startsWith("/")
                && request instanceof ServletServerHttpRequest servlet) {
            String context = servlet.getServletRequest().getContextPath();
            response.getHeaders().setLocation(URI.create(context + location));
        }
        return body;
    }
}
