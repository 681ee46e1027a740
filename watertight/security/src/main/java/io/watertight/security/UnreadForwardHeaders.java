package io.watertight.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.Globals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Detects a proxy whose forward headers are ignored, so that all requests seem to come from the proxy. */
class UnreadForwardHeaders implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadForwardHeaders.class);
    private static final List<String> HEADERS = List.of("X-Forwarded-For", "Forwarded");
    private static final String ADVICE =
            "Requests carry X-Forwarded-For or Forwarded headers that are ignored, so the limits count all callers as one."
                    + " If a proxy of yours sends them, set server.forward-headers-strategy=native. See docs/security.md";

    private final AtomicBoolean noticed = new AtomicBoolean();

    boolean areOn(HttpServletRequest request) {
        // Tomcat sets an attribute when it has read the headers; Spring's filter hides them.
        boolean unread = request.getAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE) == null
                && HEADERS.stream().anyMatch(it -> request.getHeader(it) != null);
        if (unread && noticed.compareAndSet(false, true)) {
            LOG.warn(ADVICE);
        }
        return unread;
    }

    @Override
    public Health health() {
        return noticed.get()
                ? Health.up().withDetail("warning", ADVICE).build()
                : Health.up().build();
    }
}
