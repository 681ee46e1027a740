package io.watertight.security.remote;

import io.micrometer.observation.ObservationRegistry;
import io.watertight.api.CurrentActor;
import io.watertight.api.LocalModules;
import io.watertight.api.ModuleDependencies;
import io.watertight.security.SecurityErrorResponder;
import jakarta.servlet.DispatcherType;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.converter.RsaKeyConverters;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Calls between processes, where the application is split ({@code watertight.modules}); without that, there is nothing of it. */
@AutoConfiguration
@ConditionalOnExpression("'${watertight.modules:}' != ''")
@EnableConfigurationProperties(ProcessProperties.class)
class RemoteAutoConfiguration {

    private static final String PRIVATE_KEY = "watertight.process.private-key";

    @Bean
    static RemoteServices remoteServices() {
        return new RemoteServices();
    }

    @Bean
    @Lazy
    RemoteClients remoteClients(
            ProcessProperties process,
            ModuleDependencies modules,
            LocalModules local,
            Environment environment,
            CurrentActor actors,
            Validator validator,
            JsonMapper json,
            ObjectProvider<ObservationRegistry> observations) {
        Resource key = process.privateKey();
        if (key == null) {
            throw new InvalidConfigurationPropertyValueException(
                    PRIVATE_KEY,
                    "",
                    "This process calls modules in other processes and must sign these calls: set this to the file with its private key.");
        }
        String name = Objects.requireNonNullElseGet(
                process.name(),
                () -> modules.modules().stream().filter(local::contains).collect(Collectors.joining("-")));
        return new RemoteClients(
                environment,
                new ProcessTokens(name, read(key, RsaKeyConverters.pkcs8())),
                actors,
                validator,
                json,
                observations.getIfAvailable(() -> ObservationRegistry.NOOP));
    }

    private static <K> K read(Resource file, Converter<InputStream, K> format) {
        try (InputStream pem = file.getInputStream()) {
            return Objects.requireNonNull(format.convert(pem));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Needed for requests only. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    static class Web {

        @Bean
        RemoteProblems remoteProblems() {
            return new RemoteProblems();
        }

        @Bean
        PeerTokens peerTokens(ProcessProperties process, ModuleDependencies dependencies) {
            return new PeerTokens(
                    process.peers().entrySet().stream()
                            .collect(Collectors.toUnmodifiableMap(
                                    it -> it.getKey(), it -> read(it.getValue(), RsaKeyConverters.x509()))),
                    dependencies);
        }

        /** The limits ask for it. */
        @Bean
        RequestMatcher signedByKnownProcess(PeerTokens peers) {
            return peers::haveSigned;
        }

        /** Another process may be of a later release. What the public sends is read strictly all the same. */
        @Bean
        WebMvcConfigurer lenientBodies(JsonMapper json) {
            return new WebMvcConfigurer() {
                @Override
                public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
                    converters.addCustomConverter(new LenientBodies(json));
                }
            };
        }

        /** Processes only: a person's token or session counts for nothing here. */
        @Bean
        @Order(0)
        SecurityFilterChain callsOfProcesses(HttpSecurity http, PeerTokens peers, SecurityErrorResponder errors) {
            AccessDeniedHandler denied =
                    (request, response, reason) -> errors.forbid(request, response, reason.getMessage());
            return http.securityMatcher(RemoteServices.ADDRESSES + "**")
                    .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                            .permitAll()
                            .requestMatchers(RemoteServices.ADDRESSES + "{module}/**")
                            .access((caller, request) -> new AuthorizationDecision(
                                    peers.mayCall(request.getVariables().get("module"), caller.get())))
                            .anyRequest()
                            .denyAll())
                    .oauth2ResourceServer(it -> it.authenticationManagerResolver(peers.byIssuer())
                            .authenticationEntryPoint(errors)
                            .accessDeniedHandler(denied))
                    .exceptionHandling(it -> it.authenticationEntryPoint(errors).accessDeniedHandler(denied))
                    .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                    .csrf(AbstractHttpConfigurer::disable)
                    .requestCache(AbstractHttpConfigurer::disable)
                    .headers(AbstractHttpConfigurer::disable)
                    .build();
        }
    }
}
