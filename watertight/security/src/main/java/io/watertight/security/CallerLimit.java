package io.watertight.security;

import io.github.bucket4j.Bucket;
import io.watertight.api.Actor;
import io.watertight.api.CurrentActor;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** How much one signed-in caller may send, wherever from; and one network without signing in. */
public class CallerLimit extends RequestLimit {

    private final RequestMatcher unlimited;
    private final CurrentActor actors;
    private final Allowances known;
    private final Allowances anonymous;

    public CallerLimit(
            SecurityProperties properties, CurrentActor actors, RequestMatcher unlimited, Refusals refusals) {
        super(refusals);
        this.unlimited = unlimited;
        this.actors = actors;
        this.known = new Allowances(properties.requestsPerMinute(), PERIOD);
        this.anonymous = new Allowances(properties.anonymousRequestsPerMinute(), PERIOD);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return unlimited.matches(request);
    }

    @Override
    Bucket allowanceOf(HttpServletRequest request) {
        Actor actor = actors.actor();
        return actor.roles().isEmpty()
                ? anonymous.of(Origin.of(request.getRemoteAddr()).network())
                : known.of(actor.id());
    }
}
