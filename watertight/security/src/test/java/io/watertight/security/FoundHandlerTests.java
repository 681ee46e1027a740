package io.watertight.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;

class FoundHandlerTests {

    private final List<String> lookups = new ArrayList<>();
    private final HandlerMapping found = new FoundHandler();
    private final HandlerMapping endpoints = request -> {
        lookups.add(request.getRequestURI());
        return new HandlerExecutionChain("handler of " + request.getRequestURI());
    };
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/parcels");

    @Test
    void theHandlerOfARequestIsLookedUpOnce() throws Exception {
        authorize();

        assertThat(dispatch()).isEqualTo("handler of /parcels");
        assertThat(lookups).containsExactly("/parcels");
    }

    @Test
    void aForwardedRequestIsLookedUpAgain() throws Exception {
        authorize();
        request.setDispatcherType(DispatcherType.FORWARD);
        request.setRequestURI("/error");

        assertThat(dispatch()).isEqualTo("handler of /error");
    }

    @Test
    void aSecondDispatchOfTheSameRequestIsLookedUpAgain() throws Exception {
        authorize();
        dispatch();
        dispatch();

        assertThat(lookups).hasSize(2);
    }

    private void authorize() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("found", found);
        beans.addBean("endpoints", endpoints);
        new EndpointRules(beans.getBeanProvider(HandlerMapping.class), new MockEnvironment())
                .authorize(() -> null, new RequestAuthorizationContext(request));
    }

    /** As {@code DispatcherServlet} does it: the first mapping that has a handler. */
    private Object dispatch() throws Exception {
        for (HandlerMapping mapping : List.of(found, endpoints)) {
            HandlerExecutionChain chain = mapping.getHandler(request);
            if (chain != null) {
                return chain.getHandler();
            }
        }
        throw new AssertionError("no handler");
    }
}
