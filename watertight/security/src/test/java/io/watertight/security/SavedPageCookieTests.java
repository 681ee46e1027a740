package io.watertight.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.savedrequest.SavedRequest;

class SavedPageCookieTests {

    private static final String COOKIE = "REDIRECT_URI";

    private final SavedPageCookie pages = new SavedPageCookie();
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/orders");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void isLedToOnceWithItsQueryAndWithoutItsHost() {
        request.addHeader("Accept", "text/html");
        request.setQueryString("status=PLACED&words=a%20b");
        pages.saveRequest(request, response);
        MockHttpServletRequest signIn = new MockHttpServletRequest("POST", "/login");
        signIn.setCookies(response.getCookies());
        MockHttpServletResponse after = new MockHttpServletResponse();
        SavedRequest saved = pages.getRequest(signIn, after);
        assertThat(saved).isNotNull();
        assertThat(saved.getRedirectUrl()).isEqualTo("/orders?status=PLACED&words=a%20b");
        assertThat(after.getCookie(COOKIE))
                .isNotNull()
                .extracting(Cookie::getMaxAge)
                .isEqualTo(0);
        assertThat(request.getSession(false)).isNull();
    }

    @Test
    void isKeptInACookieThatNoScriptReadsAndNoOtherSiteSends() {
        request.addHeader("Accept", "text/html");
        request.setSecure(true);
        pages.saveRequest(request, response);
        assertThat(response.getHeader("Set-Cookie")).contains("Path=/;", "Max-Age=1800;", "Secure", "HttpOnly");
        assertThat(response.getCookie(COOKIE))
                .isNotNull()
                .extracting(it -> it.getAttribute("SameSite"))
                .isEqualTo("Lax");
    }

    /** The redirect adds the context path. */
    @ParameterizedTest
    @CsvSource({"/shop/orders, /orders", "/x, /x"})
    void isAPathWithinTheContext(String address, String expected) {
        cookie(Base64.getEncoder().encodeToString(address.getBytes(StandardCharsets.UTF_8)));
        request.setContextPath("/shop");
        SavedRequest saved = pages.getRequest(request, response);
        assertThat(saved).isNotNull();
        assertThat(saved.getRedirectUrl()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "orders",
                "//evil.example/",
                "/\\evil.example/",
                "http://evil.example/",
                "/a\r\nX: y",
                "/\t/b",
                "/ b",
                "/b\u00e9"
            })
    void isNothingOutsideTheShop(String address) {
        cookie(Base64.getEncoder().encodeToString(address.getBytes(StandardCharsets.UTF_8)));
        assertThat(pages.getRequest(request, response)).isNull();
    }

    @Test
    void isNothingIfTheCookieIsBroken() {
        cookie("!");
        assertThat(pages.getRequest(request, response)).isNull();
    }

    @Test
    void isNotKeptIfItIsNoPageOrTooLong() {
        pages.saveRequest(request, response);
        request.addHeader("Accept", "text/html");
        request.setQueryString("x".repeat(1_000));
        pages.saveRequest(request, response);
        request.setQueryString(null);
        request.addHeader("HX-Request", "true");
        pages.saveRequest(request, response);
        assertThat(response.getCookies()).isEmpty();
    }

    private void cookie(String value) {
        request.setCookies(new Cookie(COOKIE, value));
    }
}
