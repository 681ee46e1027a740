package io.watertight.security.remote;

import io.micrometer.observation.ObservationRegistry;
import io.watertight.api.CurrentActor;
import io.watertight.api.ExpectedVersion;
import io.watertight.api.ModuleUnavailableException;
import jakarta.validation.Validator;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Pointcut;
import org.springframework.aop.interceptor.ConcurrencyThrottleInterceptor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.resilience.retry.MethodRetrySpec;
import org.springframework.resilience.retry.SimpleRetryInterceptor;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.validation.beanvalidation.MethodValidationInterceptor;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the clients of modules that run elsewhere. They answer in bounded time, refuse as the service itself does, and read
 * leniently, so that the other process may be of a later release.
 */
class RemoteClients {

    /** Not the default methods, which make one of these calls themselves. */
    private static final Pointcut EXCHANGES = new AnnotationMatchingPointcut(null, HttpExchange.class, true);

    private static final Set<String> IDEMPOTENT = Set.of("GET", "PUT");
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Environment environment;
    private final ProcessTokens tokens;
    private final CurrentActor actors;
    private final Validator validator;
    private final JsonMapper json;
    private final ObservationRegistry observations;

    RemoteClients(
            Environment environment,
            ProcessTokens tokens,
            CurrentActor actors,
            Validator validator,
            JsonMapper json,
            ObservationRegistry observations) {
        this.environment = environment;
        this.tokens = tokens;
        this.actors = actors;
        this.validator = validator;
        this.json = LenientBodies.lenient(json);
        this.observations = observations;
    }

    <S> S of(String module, Class<S> service) {
        RemoteModule remote = RemoteModule.of(module, environment);
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(http(module, remote)))
                .customArgumentResolver(RemoteClients::sendExpectedVersion)
                .proxyFactoryCustomizer((proxy, _) -> {
                    proxy.addAdvice(0, (MethodInterceptor) call -> called(call, module));
                    proxy.addAdvice(0, repeatedOnce(remote.connectTimeout()));
                    proxy.addAdvisor(
                            0, new DefaultPointcutAdvisor(EXCHANGES, new Bulkhead(module, remote.concurrentCalls())));
                    proxy.addAdvice(0, (MethodInterceptor) call -> outsideTransactions(call, module));
                    proxy.addAdvice(0, new MethodValidationInterceptor(validator));
                })
                .build()
                .createClient(service);
    }

    private RestClient http(String module, RemoteModule remote) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(remote.connectTimeout())
                .build());
        requests.setReadTimeout(remote.readTimeout());
        return RestClient.builder()
                .baseUrl(remote.address())
                .requestFactory(requests)
                .observationRegistry(observations)
                .configureMessageConverters(it -> it.withJsonConverter(new JacksonJsonHttpMessageConverter(json)))
                .defaultRequest(it -> it.accept(MediaType.APPLICATION_JSON)
                        .headers(headers -> headers.setBearerAuth(tokens.tokenFor(actors.actor(), module))))
                .defaultStatusHandler(HttpStatusCode::isError, (_, response) -> refuse(module, response))
                .build();
    }

    private void refuse(String module, ClientHttpResponse response) throws IOException {
        switch (response.getStatusCode().value()) {
            case 429, 502, 503, 504 -> throw new ModuleUnavailableException(module);
            default -> throw RemoteProblems.rebuilt(module, response, json);
        }
    }

    private static @Nullable Object called(MethodInvocation call, String module) throws Throwable {
        try {
            return call.proceed();
        } catch (RestClientException e) {
            // Also if the response breaks off in its body; one that is complete and cannot be read is a fault.
            throw e.contains(IOException.class) ? new ModuleUnavailableException(module) : e;
        }
    }

    /**
     * Makes a call once more that HTTP calls idempotent, if it has failed at once. One that has failed by waiting is not repeated, so
     * that no call takes longer than both time-outs together.
     */
    private static SimpleRetryInterceptor repeatedOnce(Duration within) {
        return new SimpleRetryInterceptor(new MethodRetrySpec(
                List.of(ModuleUnavailableException.class),
                List.of(),
                (method, _) -> isIdempotent(method),
                1,
                within,
                PAUSE,
                Duration.ZERO,
                1,
                PAUSE));
    }

    private static boolean isIdempotent(Method method) {
        HttpExchange exchange = AnnotatedElementUtils.findMergedAnnotation(method, HttpExchange.class);
        return exchange != null && IDEMPOTENT.contains(exchange.method());
    }

    private static @Nullable Object outsideTransactions(MethodInvocation call, String module) throws Throwable {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "%s.%s would call the process of module '%s' inside a transaction, which would hold a connection and locks for as long as that takes: make the call before the transaction, or in a listener after it."
                            .formatted(
                                    call.getMethod().getDeclaringClass().getSimpleName(),
                                    call.getMethod().getName(),
                                    module));
        }
        return call.proceed();
    }

    private static boolean sendExpectedVersion(
            @Nullable Object argument, MethodParameter parameter, HttpRequestValues.Builder request) {
        if (parameter.getParameterType() != ExpectedVersion.class) {
            return false;
        }
        if (argument instanceof ExpectedVersion expected) {
            request.addHeader(
                    HttpHeaders.IF_MATCH,
                    expected.versions().isEmpty()
                            ? "*"
                            : expected.versions().stream()
                                    .map(it -> "\"" + it + "\"")
                                    .collect(Collectors.joining(", ")));
        }
        return true;
    }

    private static class Bulkhead extends ConcurrencyThrottleInterceptor {

        private final String module;

        Bulkhead(String module, int calls) {
            super(calls);
            this.module = module;
        }

        @Override
        protected void onLimitReached() {
            throw new ModuleUnavailableException(module);
        }
    }
}
