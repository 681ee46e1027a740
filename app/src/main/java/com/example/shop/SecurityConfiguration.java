package com.example.shop;

import com.example.shop.kernel.Actor;
import com.example.shop.kernel.CurrentActor;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The lock, all of it. Replace it by your own, or take it out: docs/security.md says how. Who may call what is written at the
 * controllers ({@link EndpointRules}); whose orders somebody may see is decided by the modules' services.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {

    /** Everything comes from the shop itself; nothing in a page is executed but files of its own. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src %s; img-src 'self' data:; connect-src 'self'; font-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final HeaderWriter POLICY_FOR_PAGES =
            new ContentSecurityPolicyHeaderWriter(CONTENT_SECURITY_POLICY.formatted("'self'"));

    /** Swagger UI styles its elements one by one. */
    private static final HeaderWriter POLICY_FOR_SWAGGER_UI =
            new ContentSecurityPolicyHeaderWriter(CONTENT_SECURITY_POLICY.formatted("'self' 'unsafe-inline'"));

    private static final String SWAGGER_UI = "/swagger-ui/**";
    private static final String[] API_DOCUMENTATION = {"/v3/api-docs/**", SWAGGER_UI, "/swagger-ui.html"};

    @Bean
    SecurityMode securityMode(
            Environment environment, ObjectProvider<JwtDecoder> tokens, ObjectProvider<UserDetailsService> accounts) {
        return new SecurityMode(environment, tokens, accounts);
    }

    @Bean
    Refusals refusals(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
        return new Refusals(errors);
    }

    @Bean
    SecurityFilterChain lock(
            HttpSecurity http,
            SecurityProperties properties,
            Refusals refusals,
            CurrentActor actors,
            WrongPasswords wrongPasswords,
            ObjectProvider<HandlerMapping> mappings,
            ObjectProvider<UserDetailsService> accounts,
            ObjectProvider<JwtDecoder> tokens) {
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(EndpointRequest.to("health"))
                        .permitAll()
                        .requestMatchers(EndpointRequest.toAnyEndpoint())
                        .hasRole(Actor.ADMIN)
                        .requestMatchers(API_DOCUMENTATION)
                        .hasAnyRole(Actor.CLERK, Actor.ADMIN)
                        .anyRequest()
                        .access(new EndpointRules(mappings)))
                .exceptionHandling(it -> it.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .csrf(it -> it.requireCsrfProtectionMatcher(SecurityConfiguration::needsCsrfToken))
                .headers(it -> it.addHeaderWriter(contentSecurityPolicy())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                policy -> policy.policy("camera=(), geolocation=(), microphone=(), payment=()")))
                .addFilterAfter(
                        new SignInLimit(
                                wrongPasswords,
                                properties.failedLoginsWithin().dividedBy(properties.failedLogins()),
                                refusals),
                        CsrfFilter.class)
                .addFilterBefore(new RequestLimit(properties, actors, refusals), AuthorizationFilter.class);
        if (accounts.getIfAvailable() != null) {
            http.formLogin(it -> it.loginPage(Refusals.SIGN_IN))
                    .httpBasic(it -> it.authenticationEntryPoint(refusals))
                    .logout(it -> it.logoutSuccessUrl("/"));
        }
        if (tokens.getIfAvailable() != null) {
            http.oauth2ResourceServer(it -> it.authenticationEntryPoint(refusals)
                    .accessDeniedHandler(refusals)
                    .jwt(jwt -> jwt.jwtAuthenticationConverter(converter(properties))));
        }
        return http.build();
    }

    private static HeaderWriter contentSecurityPolicy() {
        RequestMatcher swaggerUi = PathPatternRequestMatcher.withDefaults().matcher(SWAGGER_UI);
        return (request, response) ->
                (swaggerUi.matches(request) ? POLICY_FOR_SWAGGER_UI : POLICY_FOR_PAGES).writeHeaders(request, response);
    }

    private static JwtAuthenticationConverter converter(SecurityProperties properties) {
        JwtGrantedAuthoritiesConverter roles = new JwtGrantedAuthoritiesConverter();
        roles.setAuthoritiesClaimName(properties.rolesClaim());
        roles.setAuthorityPrefix(SecurityContextActor.ROLE_PREFIX);
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(roles);
        return converter;
    }

    /**
     * A browser sends a session's cookie by itself, also when another site made it ask; credentials in a header it does not, as
     * long as no answer ever invited it to ask for a password.
     */
    private static boolean needsCsrfToken(HttpServletRequest request) {
        return CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request) && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
    }
}
