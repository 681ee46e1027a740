package io.watertight.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.web.pages.PageFrame;
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

    private int status(String path, String authorization) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.addHeader(HttpHeaders.AUTHORIZATION, authorization);
        MockHttpServletResponse response = new MockHttpServletResponse();
        limit.doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}
