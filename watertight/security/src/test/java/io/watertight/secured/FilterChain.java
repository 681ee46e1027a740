package io.watertight.secured;

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
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.authentication.configuration.AuthenticationConfiguration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The chain as docs/security.md describes it, with every part of the toolkit in its place. */
@Configuration(proxyBeanMethods = false)
class FilterChain {

    private static final RequestMatcher HEALTH = EndpointRequest.to("health");

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
        http.authorizeHttpRequests(requests -> requests.requestMatchers(HEALTH)
                        .permitAll()
                        .anyRequest()
                        .access(rules))
                .exceptionHandling(it -> it.authenticationEntryPoint(errors).accessDeniedHandler(errors))
                .csrf(it -> it.csrfTokenRepository(new FormTokens()))
                .requestCache(it -> it.requestCache(new SavedPageCookie()))
                .headers(AbstractHttpConfigurer::disable)
                .addFilterBefore(new CallerRateLimit(properties, actors, HEALTH, errors), AuthorizationFilter.class);
        if (accounts.getIfAvailable() != null) {
            http.getSharedObject(AuthenticationManagerBuilder.class)
                    .parentAuthenticationManager(
                            new SignInLimit(authentication.getAuthenticationManager(), wrongPasswords));
            http.formLogin(it -> it.loginPage(SecurityErrorResponder.SIGN_IN).failureHandler(errors))
                    .httpBasic(it -> it.authenticationEntryPoint(errors));
        }
        if (tokens.getIfAvailable() != null) {
            http.oauth2ResourceServer(it -> it.authenticationEntryPoint(errors)
                    .accessDeniedHandler(errors)
                    .jwt(jwt -> jwt.jwtAuthenticationConverter(new JwtActorConverter(properties)))
                    .withObjectPostProcessor(new IssuerFailures(errors)));
        }
        return http.build();
    }
}
