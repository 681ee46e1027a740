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
 * Where to go on after signing in: the page that somebody has asked for before. Its address is kept by the browser, in a cookie, so
 * that asking starts no session; and without the host, so that it leads nowhere else.
 */
public class PageAskedFor implements RequestCache {

    private static final String COOKIE = "shop-page";
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

    /** Asked once, by the one who leads there. */
    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null) {
            return null;
        }
        removeRequest(request, response);
        String address = decoded(cookie.getValue());
        return isWithinTheShop(address) ? new SimpleSavedRequest(address) : null;
    }

    /** The page is asked for anew, and nothing of the first request is repeated. */
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

    /** A browser takes what begins with two slashes, of either sort, for another host. */
    private static boolean isWithinTheShop(String address) {
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
