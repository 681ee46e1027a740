package io.watertight.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.web.pages.PageFrame;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

class NetworkRateLimitTests {

    private static final int LIMIT = 3;
    private static final String KNOWN = "Bearer known";

    private final NetworkRateLimit limit = new NetworkRateLimit(
            new Binder(new MapConfigurationPropertySource(
                            Map.of("watertight.security.address-requests-per-minute", LIMIT)))
                    .bindOrCreate("watertight.security", SecurityProperties.class),
            request -> request.getRequestURI().equals("/health"),
            request -> KNOWN.equals(request.getHeader(HttpHeaders.AUTHORIZATION)),
            new UnreadForwardHeaders(),
            new SecurityErrorResponder(
                    (_, response, _, _) -> {
                        response.setStatus(429);
                        return new ModelAndView();
                    },
                    new StaticListableBeanFactory().getBeanProvider(PageFrame.class),
                    JsonMapper.shared()));

    @Test
    void countsWhatOnlyLooksLikeACallOfAnotherProcess() throws Exception {
        for (int i = 0; i < LIMIT; i++) {
            assertThat(status("/internal/catalog/product", "Bearer made-up")).isEqualTo(200);
        }
        assertThat(status("/internal/catalog/product", "Bearer made-up")).isEqualTo(429);
        assertThat(status("/internal/catalog/product", KNOWN)).isEqualTo(200);
    }

    @Test
    void countsCallsOfOtherProcessesApartFromThoseOfPeople() throws Exception {
        for (int i = 0; i < 2 * LIMIT; i++) {
            assertThat(status("/internal/catalog/product", KNOWN)).isEqualTo(200);
        }
        for (int i = 0; i < LIMIT; i++) {
            assertThat(status("/api/products", KNOWN)).isEqualTo(200);
        }
        assertThat(status("/api/products", KNOWN)).isEqualTo(429);
    }

    /** Anybody can send both headers, whether there is a proxy or not. */
    @Test
    void countsCredentialsThatAreRefusedHoweverTheyAreForwarded() throws Exception {
        for (int i = 0; i < LIMIT; i++) {
            assertThat(forwarded("Bearer made-up")).isEqualTo(401);
        }
        assertThat(forwarded("Bearer made-up")).isEqualTo(429);
    }

    @Test
    void countsWhoIsKnownBehindAProxyElsewhere() throws Exception {
        for (int i = 0; i < 3 * LIMIT; i++) {
            assertThat(forwarded(KNOWN)).isEqualTo(200);
        }
    }

    private int status(String path, String authorization) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.addHeader(HttpHeaders.AUTHORIZATION, authorization);
        return status(request, new MockFilterChain());
    }

    private int forwarded(String authorization) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/products");
        request.addHeader(HttpHeaders.AUTHORIZATION, authorization);
        request.addHeader("X-Forwarded-For", "192.0.2.1");
        return status(
                request,
                (_, response) -> ((HttpServletResponse) response).setStatus(authorization.equals(KNOWN) ? 200 : 401));
    }

    private int status(MockHttpServletRequest request, FilterChain chain) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        limit.doFilter(request, response, chain);
        return response.getStatus();
    }
}
