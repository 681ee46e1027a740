package com.example.shop;

import com.example.shop.kernel.Actor;
import com.example.shop.kernel.CurrentActor;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps one caller from taking the shop from all others. Each instance counts for itself. */
class RequestLimit extends OncePerRequestFilter {

    private final CurrentActor actors;
    private final Refusals refusals;
    private final Allowances known;
    private final Allowances anonymous;

    RequestLimit(SecurityProperties properties, CurrentActor actors, Refusals refusals) {
        this.actors = actors;
        this.refusals = refusals;
        this.known = new Allowances(properties.requestsPerMinute(), Duration.ofMinutes(1));
        this.anonymous = new Allowances(properties.anonymousRequestsPerMinute(), Duration.ofMinutes(1));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Actor actor = actors.actor();
        ConsumptionProbe probe = (actor.roles().isEmpty()
                        ? anonymous.of(request.getRemoteAddr())
                        : known.of(actor.id()))
                .tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
        } else {
            refusals.tooMany(
                    request,
                    response,
                    Duration.ofNanos(probe.getNanosToWaitForRefill()),
                    "That were too many requests in a short time. Wait as long as Retry-After says, and go on more slowly.");
        }
    }
}
