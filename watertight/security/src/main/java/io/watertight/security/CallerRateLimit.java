package io.watertight.security;

import io.github.bucket4j.Bucket;
import io.watertight.api.Actor;
import io.watertight.api.CurrentActor;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Limits the requests of each signed-in caller, from anywhere, and the anonymous requests of each network. */
public class CallerRateLimit extends RateLimitFilter {

    private final RequestMatcher unlimited;
    private final CurrentActor actors;
    private final RateLimiters known;
    private final RateLimiters anonymous;

    public CallerRateLimit(
            SecurityProperties properties,
            CurrentActor actors,
            RequestMatcher unlimited,
            SecurityErrorResponder errors) {
        super(errors);
        this.unlimited = unlimited;
        this.actors = actors;
        this.known = new RateLimiters(properties.requestsPerMinute(), PERIOD);
        this.anonymous = new RateLimiters(properties.anonymousRequestsPerMinute(), PERIOD);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return unlimited.matches(request);
    }

    @Override
    Bucket bucketOf(HttpServletRequest request) {
        Actor actor = actors.actor();
        if (actor.roles().isEmpty()) {
            return anonymous.of(ClientNetwork.of(request.getRemoteAddr()));
        }
        request.setAttribute(NetworkRateLimit.ACCOUNT, true);
        return known.of(actor.id());
    }
}
