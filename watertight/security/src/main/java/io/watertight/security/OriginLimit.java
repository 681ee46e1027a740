package io.watertight.security;

import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * How much may come from one place, whoever sends it: counted before anything else looks at a request, so refused ones are, too.
 * Questions after the shop's health have an allowance of their own, which nothing else uses up.
 */
class OriginLimit extends RequestLimit {

    private final RequestMatcher health;
    private final UnreadForwardHeaders forwardHeaders;
    private final Allowances requests;
    private final Allowances healthRequests;

    OriginLimit(
            SecurityProperties properties,
            RequestMatcher health,
            UnreadForwardHeaders forwardHeaders,
            Refusals refusals) {
        super(refusals);
        this.health = health;
        this.forwardHeaders = forwardHeaders;
        this.requests = new Allowances(properties.addressRequestsPerMinute(), PERIOD);
        this.healthRequests = new Allowances(properties.healthRequestsPerMinute(), PERIOD);
    }

    @Override
    Bucket allowanceOf(HttpServletRequest request) {
        return (health.matches(request) ? healthRequests : requests)
                .of(Origin.of(request.getRemoteAddr()).network());
    }

    /** Where all come from one proxy, those who say who they are do not wait for the others; they are counted by name. */
    @Override
    boolean isCountedElsewhere(HttpServletRequest request) {
        return forwardHeaders.areOn(request)
                && !health.matches(request)
                && (request.isRequestedSessionIdValid() || request.getHeader(HttpHeaders.AUTHORIZATION) != null);
    }
}
