package io.watertight.security;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps one from taking the shop from all others. Each instance counts for itself. */
abstract class RequestLimit extends OncePerRequestFilter {

    static final Duration PERIOD = Duration.ofMinutes(1);

    private final Refusals refusals;

    RequestLimit(Refusals refusals) {
        this.refusals = refusals;
    }

    abstract Bucket allowanceOf(HttpServletRequest request);

    /** {@return whether a request for which nothing is left here may go on to another limit} */
    boolean isCountedElsewhere(HttpServletRequest request) {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ConsumptionProbe probe = allowanceOf(request).tryConsumeAndReturnRemaining(1);
        boolean isCountedElsewhere = isCountedElsewhere(request);
        if (probe.isConsumed() || isCountedElsewhere) {
            chain.doFilter(request, response);
        } else {
            refusals.tooMany(
                    request,
                    response,
                    Duration.ofNanos(probe.getNanosToWaitForRefill()),
                    "Too many requests in a short time. Wait as long as Retry-After says, and send them more slowly.");
        }
    }
}
