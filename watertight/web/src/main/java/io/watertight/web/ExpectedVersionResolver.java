package io.watertight.web;

import io.watertight.api.ExpectedVersion;
import io.watertight.api.Problem;
import io.watertight.api.Problem.Field;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.server.ResponseStatusException;

/**
 * Reads an {@link ExpectedVersion} from {@code If-Match} (RFC 9110, 13.1.1). Without the header the answer is 428
 * (RFC 6585), unless the parameter is {@code @Nullable}.
 */
class ExpectedVersionResolver implements HandlerMethodArgumentResolver {

    /** One entity tag of a list, starting where the previous one ended; a list may have empty elements (RFC 9110, section 5.6.1.2). */
    private static final Pattern TAG = Pattern.compile("\\G[\\s,]*(W/)?\"([^\"\\p{Cc}]*)\"\\s*(?:,[\\s,]*|\\z)");

    private static final Pattern VERSION = Pattern.compile("(0|[1-9]\\d{0,17})(?:-\\d{1,19})?");
    private static final long NO_VERSION = -1;

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
        String[] headers = request.getHeaderValues(HttpHeaders.IF_MATCH);
        String header = headers == null ? "" : String.join(",", headers).trim();
        if (!header.isEmpty()) {
            return header.equals("*") ? ExpectedVersion.any() : new ExpectedVersion(versionsIn(header));
        }
        if (parameter.isOptional()) {
            return null;
        }
        throw new ResponseStatusException(
                HttpStatus.PRECONDITION_REQUIRED,
                "Send the ETag of your last read as 'If-Match', so that nobody's change is overwritten unseen.");
    }

    /** Never empty, because that would mean any version. */
    private static Set<Long> versionsIn(String header) {
        Set<Long> versions = new HashSet<>();
        Matcher tag = TAG.matcher(header);
        int end = 0;
        while (tag.find()) {
            boolean weak = tag.group(1) != null;
            versions.add(weak ? NO_VERSION : versionOf(tag.group(2)));
            end = tag.end();
        }
        if (versions.isEmpty() || end < header.length()) {
            throw new MalformedTagException();
        }
        return versions;
    }

    /**
     * A weak tag never matches (RFC 9110, 8.8.3.2), nor does a foreign one, and no version is negative. The part after the dash
     * is ignored: a change does not overwrite what moves without a new version.
     */
    private static long versionOf(String tag) {
        Matcher version = VERSION.matcher(tag);
        return version.matches() ? Long.parseLong(version.group(1)) : NO_VERSION;
    }

    private static class MalformedTagException extends Problem {

        MalformedTagException() {
            super(
                    "invalid-request",
                    Kind.INVALID,
                    "'If-Match' is not an ETag. Send the ETag of your last read unchanged, with its quotes.",
                    List.of(new Field(HttpHeaders.IF_MATCH, "is not an ETag")));
        }
    }
}
