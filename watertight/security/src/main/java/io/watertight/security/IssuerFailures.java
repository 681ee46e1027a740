package io.watertight.security;

import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Has a failure of the token issuer answered like any other; the filter's own handler rethrows it, and it would become a 500. */
public class IssuerFailures implements ObjectPostProcessor<BearerTokenAuthenticationFilter> {

    private final AuthenticationEntryPoint errors;

    public IssuerFailures(AuthenticationEntryPoint errors) {
        this.errors = errors;
    }

    @Override
    public <T extends BearerTokenAuthenticationFilter> T postProcess(T filter) {
        filter.setAuthenticationFailureHandler(errors::commence);
        return filter;
    }
}
