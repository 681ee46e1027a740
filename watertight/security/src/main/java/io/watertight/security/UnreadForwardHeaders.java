package io.watertight.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.Globals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Notices a proxy that says where its requests come from while the shop does not read it, so that all seem to come from the proxy. */
class UnreadForwardHeaders implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadForwardHeaders.class);
    private static final List<String> HEADERS = List.of("X-Forwarded-For", "Forwarded");
    private static final String ADVICE =
            "Requests carry X-Forwarded-For or Forwarded, which is not read, so the limits take all callers for one."
                    + " If they come through a proxy of yours, set server.forward-headers-strategy=native. See"
                    + " docs/security.md";

    private final AtomicBoolean noticed = new AtomicBoolean();

    boolean areOn(HttpServletRequest request) {
        // Tomcat marks what it has read, and leaves there what a client has claimed before; Spring's filter hides it.
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
