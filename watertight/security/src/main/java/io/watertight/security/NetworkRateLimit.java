package io.watertight.security;

import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Limits the requests from one network, before anything else reads them, so that rejected ones count, too. Health probes have a
 * separate limit.
 */
class NetworkRateLimit extends RateLimitFilter {

    private final RequestMatcher health;
    private final RequestMatcher peers;
    private final UnreadForwardHeaders forwardHeaders;
    private final RateLimiters requests;
    private final RateLimiters healthRequests;

    NetworkRateLimit(
            SecurityProperties properties,
            RequestMatcher health,
            RequestMatcher peers,
            UnreadForwardHeaders forwardHeaders,
            SecurityErrorResponder errors) {
        super(errors);
        this.health = health;
        this.peers = peers;
        this.forwardHeaders = forwardHeaders;
        this.requests = new RateLimiters(properties.addressRequestsPerMinute(), PERIOD);
        this.healthRequests = new RateLimiters(properties.healthRequestsPerMinute(), PERIOD);
    }

    @Override
    Bucket bucketOf(HttpServletRequest request) {
        return (health.matches(request) ? healthRequests : requests)
                .of(ClientNetwork.of(request.getRemoteAddr()).network());
    }

    /**
     * If all requests come from one proxy, callers with credentials are counted by account instead. Other processes count in their
     * own bulkheads how often they call.
     */
    @Override
    boolean isCountedElsewhere(HttpServletRequest request) {
        return peers.matches(request)
                || (forwardHeaders.areOn(request)
                        && !health.matches(request)
                        && (request.isRequestedSessionIdValid()
                                || request.getHeader(HttpHeaders.AUTHORIZATION) != null));
    }
}
