package io.watertight.security;

import io.watertight.web.pages.PageFrame;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/** Remembers in a cookie which page was requested before signing in, so that the request starts no session. */
public class SavedPageCookie extends CookieRequestCache {

    private static final int LONGEST_ADDRESS = 1_000;
    private static final Duration KEPT_FOR = Duration.ofMinutes(30);

    /** Browsers treat an address that begins with two slashes or backslashes as another host. */
    private static final Pattern WITHIN_THIS_SITE = Pattern.compile("/(?!/)[\\p{Graph}&&[^\\\\]]*");

    public SavedPageCookie() {
        setRequestMatcher(request -> HttpMethod.GET.matches(request.getMethod())
                && PageFrame.isForAPage(request)
                && !PageFrame.isFromHtmx(request)
                && addressOf(request.getRequestURI(), request.getQueryString()).length() <= LONGEST_ADDRESS);
        setCookieCustomizer(cookie -> {
            cookie.setMaxAge(Math.toIntExact(KEPT_FOR.toSeconds()));
            cookie.setAttribute("SameSite", "Lax");
        });
    }

    /** Also removes the cookie, because only the redirect after signing in reads it. */
    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        try {
            if (super.getRequest(request, response) instanceof DefaultSavedRequest page) {
                removeRequest(request, response);
                String address = addressOf(String.valueOf(page.getRequestURI()), page.getQueryString())
                        .replaceFirst("^" + Pattern.quote(request.getContextPath()), "");
                return WITHIN_THIS_SITE.matcher(address).matches() ? new SimpleSavedRequest(address) : null;
            }
        } catch (IllegalArgumentException e) {
            // Not an address.
        }
        return null;
    }

    /** The first request is not replayed: the browser requests the page again. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    private static String addressOf(String path, @Nullable String query) {
        return query == null ? path : path + '?' + query;
    }
}
