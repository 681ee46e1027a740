package com.example.shop;

import com.example.shop.kernel.Roles;
import io.watertight.api.CurrentActor;
import io.watertight.security.CallerRateLimit;
import io.watertight.security.EndpointRules;
import io.watertight.security.FormTokens;
import io.watertight.security.IssuerFailures;
import io.watertight.security.JwtActorConverter;
import io.watertight.security.SavedPageCookie;
import io.watertight.security.SecurityErrorResponder;
import io.watertight.security.SecurityProperties;
import io.watertight.security.SignInLimit;
import io.watertight.security.WrongPasswords;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.authentication.configuration.AuthenticationConfiguration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The security filter chain. Change it, replace it or remove it: docs/security.md says how. Annotations on the controllers say who
 * may call what ({@link EndpointRules}); the modules' services decide what of it is theirs.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {

    private static final RequestMatcher HEALTH = EndpointRequest.to("health");
    private static final RequestMatcher LIBRARIES = PathPatternRequestMatcher.pathPattern("/webjars/**");

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            SecurityProperties properties,
            SecurityErrorResponder errors,
            CurrentActor actors,
            AuthenticationConfiguration authentication,
            EndpointRules rules,
            WrongPasswords wrongPasswords,
            ObjectProvider<UserDetailsService> accounts,
            ObjectProvider<JwtDecoder> tokens) {
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(HEALTH)
                        .permitAll()
                        .requestMatchers(EndpointRequest.toAnyEndpoint())
                        .hasRole(Roles.ADMIN)
                        .requestMatchers(
                                "/v3/api-docs/**", "/swagger-ui/**", "/swagger-ui.html", "/webjars/swagger-ui/**")
                        .hasAnyRole(Roles.CLERK, Roles.ADMIN)
                        .requestMatchers(SecurityConfiguration::isNoPartOfAPage)
                        .denyAll()
                        .anyRequest()
                        .access(rules))
                .exceptionHandling(it -> it.authenticationEntryPoint(errors).accessDeniedHandler(errors))
                .csrf(it -> it.csrfTokenRepository(new FormTokens())
                        .requireCsrfProtectionMatcher(SecurityConfiguration::needsCsrfToken))
                .requestCache(it -> it.requestCache(new SavedPageCookie()))
                .headers(AbstractHttpConfigurer::disable)
                .addFilterBefore(new CallerRateLimit(properties, actors, HEALTH, errors), AuthorizationFilter.class);
        if (accounts.getIfAvailable() != null) {
            http.getSharedObject(AuthenticationManagerBuilder.class)
                    .parentAuthenticationManager(
                            new SignInLimit(authentication.getAuthenticationManager(), wrongPasswords));
            http.formLogin(it -> it.loginPage(SecurityErrorResponder.SIGN_IN).failureHandler(errors))
                    .httpBasic(it -> it.authenticationEntryPoint(errors))
                    .logout(it -> it.logoutSuccessUrl("/"));
        }
        if (tokens.getIfAvailable() != null) {
            http.oauth2ResourceServer(it -> it.authenticationEntryPoint(errors)
                    .accessDeniedHandler(errors)
                    .jwt(jwt -> jwt.jwtAuthenticationConverter(new JwtActorConverter(properties)))
                    .withObjectPostProcessor(new IssuerFailures(errors)));
        }
        return http.build();
    }

    /** Pages need only the scripts and styles of a library; its other files would reveal its name and version. */
    private static boolean isNoPartOfAPage(HttpServletRequest request) {
        String path = request.getServletPath();
        return LIBRARIES.matches(request) && !path.endsWith(".js") && !path.endsWith(".css");
    }

    /**
     * A browser sends the session's cookie automatically, even when another site caused the request. It does not send credentials
     * in a header, as long as no response has invited it to ask for a password. A request with both is treated as a browser's.
     *
     * <p>Scripts of the shop's own pages, such as Swagger UI, may call {@code /api} without a token: browsers say which site a request
     * comes from, and no page can forge that (W3C, Fetch Metadata Request Headers).
     */
    private static boolean needsCsrfToken(HttpServletRequest request) {
        return CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)
                && !(request.getServletPath().startsWith("/api/")
                        && "same-origin".equals(request.getHeader("Sec-Fetch-Site")))
                && (request.getHeader(HttpHeaders.AUTHORIZATION) == null || request.isRequestedSessionIdValid());
    }
}
