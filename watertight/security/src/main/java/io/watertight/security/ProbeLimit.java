package io.watertight.security;

import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** How often one place may ask for the shop's health; no other request counts against it, so none uses it up. */
public class ProbeLimit extends RequestLimit {

    private final Allowances probes;

    public ProbeLimit(int perMinute, RequestMatcher health, Refusals refusals) {
        super(new NegatedRequestMatcher(health), refusals);
        this.probes = new Allowances(perMinute, PERIOD);
    }

    @Override
    Bucket allowanceOf(HttpServletRequest request) {
        return probes.of(Origin.of(request.getRemoteAddr()).network());
    }
}
