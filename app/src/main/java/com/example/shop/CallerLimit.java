package com.example.shop;

import com.example.shop.kernel.Actor;
import com.example.shop.kernel.CurrentActor;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** How much one caller may send who has said who he is, wherever from; and one place without saying. */
class CallerLimit extends RequestLimit {

    private final RequestMatcher unlimited;
    private final CurrentActor actors;
    private final Allowances known;
    private final Allowances anonymous;

    CallerLimit(SecurityProperties properties, CurrentActor actors, RequestMatcher unlimited, Refusals refusals) {
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
