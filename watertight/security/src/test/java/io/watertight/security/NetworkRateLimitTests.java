package io.watertight.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.api.Actor;
import io.watertight.web.pages.PageFrame;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    private final SecurityProperties properties = new Binder(new MapConfigurationPropertySource(
                    Map.of("watertight.security.address-requests-per-minute", LIMIT)))
            .bindOrCreate("watertight.security", SecurityProperties.class);

    private final SecurityErrorResponder errors = new SecurityErrorResponder(
            (_, response, _, _) -> {
                response.setStatus(429);
                return new ModelAndView();
            },
            new StaticListableBeanFactory().getBeanProvider(PageFrame.class),
            JsonMapper.shared());

    private final NetworkRateLimit limit = new NetworkRateLimit(
            properties,
            request -> request.getRequestURI().equals("/health"),
            request -> KNOWN.equals(request.getHeader(HttpHeaders.AUTHORIZATION)),
            new UnreadForwardHeaders(),
            errors);

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
    @ParameterizedTest
    @ValueSource(ints = {400, 401, 302, 413})
    void countsWhoeverIsNotLimitedByAnAccountHoweverTheyAreForwarded(int status) throws Exception {
        FilterChain refusing = (_, response) -> ((HttpServletResponse) response).setStatus(status);
        for (int i = 0; i < LIMIT; i++) {
            assertThat(forwarded("Bearer made-up", refusing)).isEqualTo(status);
        }
        assertThat(forwarded("Bearer made-up", refusing)).isEqualTo(429);
    }

    @Test
    void countsWhoIsKnownBehindAProxyElsewhere() throws Exception {
        for (int i = 0; i < 3 * LIMIT; i++) {
            assertThat(forwarded(KNOWN, limitOf(new Actor("ada", Set.of("clerk"), Map.of()))))
                    .isEqualTo(200);
        }
        for (int i = 0; i < LIMIT; i++) {
            assertThat(forwarded(KNOWN, limitOf(Actor.anonymous()))).isEqualTo(200);
        }
        assertThat(forwarded(KNOWN, limitOf(Actor.anonymous()))).isEqualTo(429);
    }

    private FilterChain limitOf(Actor caller) {
        return (request, response) -> new CallerRateLimit(properties, () -> caller, _ -> false, errors)
                .doFilter(request, response, new MockFilterChain());
    }

    private int status(String path, String authorization) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.addHeader(HttpHeaders.AUTHORIZATION, authorization);
        return status(request, new MockFilterChain());
    }

    private int forwarded(String authorization, FilterChain chain) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/products");
        request.addHeader(HttpHeaders.AUTHORIZATION, authorization);
        request.addHeader("X-Forwarded-For", "192.0.2.1");
        return status(request, chain);
    }

    private int status(MockHttpServletRequest request, FilterChain chain) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        limit.doFilter(request, response, chain);
        return response.getStatus();
    }
}
