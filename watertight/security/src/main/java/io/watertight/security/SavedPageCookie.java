package io.watertight.security;

import io.watertight.web.pages.PageFrame;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.web.util.WebUtils;

/**
 * Remembers in a cookie which page was requested before signing in, so that the request starts no session. Spring Security's
 * {@code CookieRequestCache} keeps the whole address, including the host, of every request; this one keeps only the path of a
 * page.
 */
public class SavedPageCookie implements RequestCache {

    private static final String COOKIE = "saved-page";
    private static final int LONGEST_ADDRESS = 1_000;
    private static final Duration KEPT_FOR = Duration.ofMinutes(30);

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        String address =
                request.getRequestURI().substring(request.getContextPath().length())
                        + (query == null ? "" : '?' + query);
        if (HttpMethod.GET.matches(request.getMethod())
                && PageFrame.isForAPage(request)
                && !PageFrame.isFromHtmx(request)
                && address.length() <= LONGEST_ADDRESS) {
            String value =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(address.getBytes(StandardCharsets.UTF_8));
            write(value, KEPT_FOR, request, response);
        }
    }

    /** Also removes the cookie, because only the redirect after signing in reads it. */
    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null) {
            return null;
        }
        removeRequest(request, response);
        String address = decoded(cookie.getValue());
        return isWithinThisSite(address) ? new SimpleSavedRequest(address) : null;
    }

    /** The first request is not replayed: the browser requests the page again. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        write("", Duration.ZERO, request, response);
    }

    private static String decoded(String value) {
        try {
            return new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** Browsers treat an address that begins with two slashes or backslashes as another host. */
    private static boolean isWithinThisSite(String address) {
        return address.startsWith("/")
                && !address.startsWith("//")
                && address.chars().allMatch(it -> it > ' ' && it < 0x7f && it != '\\');
    }

    private static void write(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, value)
                .path(request.getContextPath() + '/')
                .maxAge(age)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
