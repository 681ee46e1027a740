package io.watertight.security;

import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Limits the requests from one network, before anything else reads them, so that rejected ones count, too. Health probes and calls
 * of other processes have separate limits.
 */
class NetworkRateLimit extends RateLimitFilter {

    /** On a request that {@link CallerRateLimit} counts for an account. */
    static final String ACCOUNT = NetworkRateLimit.class.getName() + ".account";

    private static final RequestMatcher CALLS_OF_PROCESSES = PathPatternRequestMatcher.pathPattern("/internal/**");

    private static final String CREDENTIALS = NetworkRateLimit.class.getName() + ".credentials";

    private final RequestMatcher health;
    private final RequestMatcher knownProcess;
    private final UnreadForwardHeaders forwardHeaders;
    private final RateLimiters requests;
    private final RateLimiters healthRequests;
    private final RateLimiters callsOfProcesses;
    private final RateLimiters credentials;

    NetworkRateLimit(
            SecurityProperties properties,
            RequestMatcher health,
            RequestMatcher knownProcess,
            UnreadForwardHeaders forwardHeaders,
            SecurityErrorResponder errors) {
        super(errors);
        this.health = health;
        this.knownProcess = knownProcess;
        this.forwardHeaders = forwardHeaders;
        this.requests = new RateLimiters(properties.addressRequestsPerMinute(), PERIOD);
        this.healthRequests = new RateLimiters(properties.healthRequestsPerMinute(), PERIOD);
        this.callsOfProcesses = new RateLimiters(properties.addressRequestsPerMinute(), PERIOD);
        this.credentials = new RateLimiters(properties.addressRequestsPerMinute(), PERIOD);
    }

    @Override
    Bucket bucketOf(HttpServletRequest request) {
        return limitersOf(request).of(ClientNetwork.of(request.getRemoteAddr()));
    }

    private RateLimiters limitersOf(HttpServletRequest request) {
        if (health.matches(request)) {
            return healthRequests;
        }
        if (CALLS_OF_PROCESSES.matches(request)) {
            return callsOfProcesses;
        }
        if (forwardHeaders.areOn(request) && hasCredentials(request)) {
            request.setAttribute(CREDENTIALS, true);
            return credentials;
        }
        return requests;
    }

    private static boolean hasCredentials(HttpServletRequest request) {
        return request.isRequestedSessionIdValid() || request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    /** Other processes count in their own bulkheads how often they call; requests that merely claim to be such calls are counted here. */
    @Override
    boolean isCountedElsewhere(HttpServletRequest request) {
        return CALLS_OF_PROCESSES.matches(request) && knownProcess.matches(request);
    }

    /** If all requests come from one proxy, callers are counted by account instead; credentials alone, which may be made up, are not enough. */
    @Override
    boolean isForgotten(HttpServletRequest request) {
        return request.getAttribute(CREDENTIALS) != null && request.getAttribute(ACCOUNT) != null;
    }
}
