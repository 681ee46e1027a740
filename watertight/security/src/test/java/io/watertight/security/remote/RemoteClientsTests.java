package io.watertight.security.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.SenderContext;
import io.watertight.api.Actor;
import io.watertight.api.ModuleUnavailableException;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.web.client.RestClientException;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import tools.jackson.databind.json.JsonMapper;

/** What a caller does while the process that it calls fails. */
class RemoteClientsTests {

    private static final int NO_ANSWER = 0;
    private static final int BROKEN_OFF = 1;
    private static final int STALLED = 2;
    private static final int UNREADABLE = 3;
    private static final String TRACE = "traceparent";

    private final ValidatorFactory validation = Validation.buildDefaultValidatorFactory();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<String> traces = new CopyOnWriteArrayList<>();
    private final ObservationRegistry observations = ObservationRegistry.create();
    private HttpServer process;

    @BeforeEach
    void start() throws Exception {
        process = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        process.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        process.createContext("/", this::answer);
        process.start();
    }

    @AfterEach
    void stop() {
        process.stop(0);
        validation.close();
    }

    @Test
    void asksAgainOnceIfTheProcessFailsAtOnce() throws Exception {
        RemoteClock clock = clock("5s");
        answers.addAll(List.of(503, 200));
        assertThat(clock.time()).isEqualTo(12);
        assertThat(calls).hasSize(2);

        answers.addAll(List.of(502, 503, 200));
        assertThatExceptionOfType(ModuleUnavailableException.class).isThrownBy(clock::time);
        assertThat(calls).hasSize(4);
    }

    @Test
    void repeatsTheCommandsThatAreIdempotentAndNoOthers() throws Exception {
        RemoteClock clock = clock("5s");
        answers.addAll(List.of(503, 200));
        clock.set();
        assertThat(calls).containsExactly("PUT /set", "PUT /set");

        answers.addAll(List.of(503, 200));
        assertThatExceptionOfType(ModuleUnavailableException.class).isThrownBy(clock::strike);
        assertThat(calls).containsExactly("PUT /set", "PUT /set", "POST /strike");
    }

    @Test
    void waitsForAnAnswerNoLongerThanOnce() throws Exception {
        RemoteClock clock = clock("500ms");
        answers.addAll(List.of(NO_ANSWER, 200));
        Instant begin = Instant.now();
        assertThatExceptionOfType(ModuleUnavailableException.class).isThrownBy(clock::time);
        assertThat(calls).hasSize(1);
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void isWithoutAnAnswerIfTheProcessDiesOrStallsWhileItAnswers() throws Exception {
        RemoteClock clock = clock("5s");
        answers.addAll(List.of(BROKEN_OFF, 200));
        assertThat(clock.time()).isEqualTo(12);
        assertThat(calls).hasSize(2);

        answers.addAll(List.of(BROKEN_OFF, BROKEN_OFF));
        assertThatExceptionOfType(ModuleUnavailableException.class).isThrownBy(clock::time);

        answers.add(BROKEN_OFF);
        assertThatExceptionOfType(ModuleUnavailableException.class).isThrownBy(clock::strikes);

        answers.add(STALLED);
        assertThatExceptionOfType(ModuleUnavailableException.class)
                .isThrownBy(() -> clock("500ms").time());
    }

    @Test
    void doesNotTakeAnAnswerThatItCannotReadForNone() throws Exception {
        answers.add(UNREADABLE);
        assertThatExceptionOfType(RestClientException.class)
                .isThrownBy(() -> clock("5s").time());
        assertThat(calls).hasSize(1);
    }

    @Test
    void saysWhyTheOtherProcessRefusesForTheMoment() throws Exception {
        RemoteClock clock = clock("5s");
        answers.add(409);
        assertThatExceptionOfType(OptimisticLockingFailureException.class).isThrownBy(clock::strike);
        answers.add(429);
        assertThatExceptionOfType(ModuleUnavailableException.class).isThrownBy(clock::strike);
        answers.add(400);
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(clock::strike);
    }

    @Test
    void countsACallOnceThatADefaultMethodMakes() throws Exception {
        answers.add(200);
        assertThat(clock("5s").timeInWords()).isEqualTo("It is 12 o'clock");
    }

    @Test
    void sendsTheTraceOnThatItIsAPartOf() throws Exception {
        observations.observationConfig().observationHandler(new Tracing());
        answers.add(200);
        clock("5s").time();
        assertThat(traces).containsExactly("00-1-2-01");
    }

    private RemoteClock clock(String connectTimeout) throws Exception {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        MockEnvironment settings = new MockEnvironment()
                .withProperty(
                        "watertight.remote.clock.url",
                        "http://localhost:" + process.getAddress().getPort())
                .withProperty("watertight.remote.clock.connect-timeout", connectTimeout)
                .withProperty("watertight.remote.clock.read-timeout", "2s")
                .withProperty("watertight.remote.clock.concurrent-calls", "1");
        return new RemoteClients(
                        settings,
                        new ProcessTokens(
                                "tower", (RSAPrivateKey) keys.generateKeyPair().getPrivate()),
                        Actor::system,
                        validation.getValidator(),
                        JsonMapper.shared(),
                        observations)
                .of("clock", RemoteClock.class);
    }

    private void answer(HttpExchange call) throws IOException {
        Optional.ofNullable(call.getRequestHeaders().getFirst(TRACE)).ifPresent(traces::add);
        calls.add("%s %s".formatted(call.getRequestMethod(), call.getRequestURI()));
        int status = answers.remove();
        call.getResponseHeaders().set("Content-Type", "application/json");
        switch (status) {
            case NO_ANSWER -> {}
            case BROKEN_OFF, STALLED -> {
                call.sendResponseHeaders(200, 100);
                call.getResponseBody().write("12".getBytes(StandardCharsets.UTF_8));
                call.getResponseBody().flush();
                if (status == BROKEN_OFF) {
                    call.close();
                }
            }
            default -> {
                byte[] body = (status == UNREADABLE ? "[12" : "12").getBytes(StandardCharsets.UTF_8);
                call.sendResponseHeaders(status == UNREADABLE ? 200 : status, body.length);
                call.getResponseBody().write(body);
                call.close();
            }
        }
    }

    public interface RemoteClock {

        @GetExchange("/time")
        int time();

        @PutExchange("/set")
        void set();

        @PostExchange("/strike")
        void strike();

        @PostExchange("/strikes")
        int strikes();

        default String timeInWords() {
            return "It is %d o'clock".formatted(time());
        }
    }

    /** As a tracing library does it. */
    private static class Tracing implements ObservationHandler<SenderContext<Object>> {

        @Override
        public boolean supportsContext(Observation.Context context) {
            return context instanceof SenderContext;
        }

        @Override
        public void onStart(SenderContext<Object> context) {
            context.getSetter().set(context.getCarrier(), TRACE, "00-1-2-01");
        }
    }
}
