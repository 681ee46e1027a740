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

/** Responds with 429 once a caller has used up its limit. Each instance of the application counts separately. */
abstract class RateLimitFilter extends OncePerRequestFilter {

    static final Duration PERIOD = Duration.ofMinutes(1);

    private final SecurityErrorResponder errors;

    RateLimitFilter(SecurityErrorResponder errors) {
        this.errors = errors;
    }

    abstract Bucket bucketOf(HttpServletRequest request);

    /** {@return whether a request over this limit may still pass, because something else counts it} */
    boolean isCountedElsewhere(HttpServletRequest request) {
        return false;
    }

    /** {@return whether a request that has been answered does not count after all} */
    boolean isForgotten(HttpServletRequest request) {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Bucket bucket = bucketOf(request);
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
            if (isForgotten(request)) {
                bucket.addTokens(1);
            }
        } else if (isCountedElsewhere(request)) {
            chain.doFilter(request, response);
        } else {
            errors.tooMany(
                    request,
                    response,
                    Duration.ofNanos(probe.getNanosToWaitForRefill()),
                    "Too many requests in a short time. Wait as long as Retry-After says, and send them more slowly.");
        }
    }
}
