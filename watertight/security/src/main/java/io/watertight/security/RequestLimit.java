package io.watertight.security;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps one from taking the shop from all others. Each instance counts for itself. */
abstract class RequestLimit extends OncePerRequestFilter {

    static final Duration PERIOD = Duration.ofMinutes(1);

    private final RequestMatcher unlimited;
    private final Refusals refusals;

    RequestLimit(RequestMatcher unlimited, Refusals refusals) {
        this.unlimited = unlimited;
        this.refusals = refusals;
    }

    abstract Bucket allowanceOf(HttpServletRequest request);

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return unlimited.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ConsumptionProbe probe = allowanceOf(request).tryConsumeAndReturnRemaining(1);
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
