package com.example.platform.web;

import com.example.shop.kernel.ExpectedVersion;
import com.example.shop.kernel.Problem;
import com.example.shop.kernel.Problem.Field;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Reads an {@link ExpectedVersion} from {@code If-Match} (RFC 9110, 13.1.1). Without the header the answer is 428
 * (RFC 6585), unless the parameter is {@code @Nullable}.
 */
class ExpectedVersionResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ExpectedVersion.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binderFactory) {
        String header = request.getHeader(HttpHeaders.IF_MATCH);
        if (header != null && !header.isBlank()) {
            return parse(header.trim());
        }
        if (parameter.isOptional()) {
            return null;
        }
        throw new VersionRequired();
    }

    private static ExpectedVersion parse(String header) {
        if (header.equals("*")) {
            return ExpectedVersion.any();
        }
        return new ExpectedVersion(
                Arrays.stream(header.split(",")).map(it -> versionIn(it.trim())).collect(Collectors.toSet()));
    }

    /** A weak tag never matches (RFC 9110, 8.8.3.2), and no version is negative. */
    private static long versionIn(String tag) {
        if (tag.startsWith("W/")) {
            return -1;
        }
        if (!tag.matches("\"\\d{1,18}\"")) {
            throw new UnknownTag();
        }
        return Long.parseLong(tag.substring(1, tag.length() - 1));
    }

    private static class UnknownTag extends Problem {

        private static final long serialVersionUID = 1L;

        UnknownTag() {
            super(
                    "stale-version",
                    Kind.STALE,
                    "'If-Match' is not an ETag of this shop. Send the ETag of your last read unchanged, with its quotes.",
                    List.of(new Field(HttpHeaders.IF_MATCH, "is not an ETag of this shop")));
        }
    }

    private static class VersionRequired extends ErrorResponseException {

        private static final long serialVersionUID = 1L;

        VersionRequired() {
            super(
                    HttpStatus.PRECONDITION_REQUIRED,
                    ProblemDetail.forStatusAndDetail(
                            HttpStatus.PRECONDITION_REQUIRED,
                            "Send the ETag of your last read as 'If-Match', so that nobody's change is overwritten unseen."),
                    null);
        }
    }
}
