package io.watertight.security;

import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** How much may come from one place, whoever sends it: counted before anything else looks at a request, so refused ones are, too. */
public class OriginLimit extends RequestLimit {

    private final Allowances requests;

    public OriginLimit(int perMinute, RequestMatcher unlimited, Refusals refusals) {
        super(unlimited, refusals);
        this.requests = new Allowances(perMinute, PERIOD);
    }

    @Override
    Bucket allowanceOf(HttpServletRequest request) {
        return requests.of(Origin.of(request.getRemoteAddr()).network());
    }
}
