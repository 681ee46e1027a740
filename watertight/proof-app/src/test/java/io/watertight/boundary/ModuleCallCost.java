package io.watertight.boundary;

import io.watertight.proof.PlatformTest;
import io.watertight.proof.Work;
import io.watertight.proof.towers.TowerService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.TestContextManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a call into a module costs, boundary included, beside the same call of the bare object, beside the JSON that a call of another
 * process would at least write and read, there and back, and beside a call over HTTP, to the same process. No test, and none of the build's: it
 * is started by its name.
 */
@PlatformTest
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class ModuleCallCost {

    private static final Answer ANSWER =
            new Answer("85123A", "WHITE HANGING HEART T-LIGHT HOLDER", 12, "2.55", "GBP", 7);
    private static final Work<Answer> WORK = () -> ANSWER;

    @Autowired
    TowerService towers;

    @Autowired
    JsonMapper json;

    @Autowired
    ConfigurableApplicationContext application;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init")
    private TowerService bare;

    /** The benchmark runs in a JVM of its own, with the options of the image; those of the tests' JVM would compile less. */
    @Test
    void measure() throws Exception {
        new Runner(new OptionsBuilder()
                        .include(ModuleCallCost.class.getName())
                        .jvmArgs("-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED")
                        .build())
                .run();
    }

    @Setup
    public void start() throws Exception {
        new TestContextManager(ModuleCallCost.class).prepareTestInstance(this);
        bare = (TowerService) Objects.requireNonNull(AopProxyUtils.getSingletonTarget(towers));
    }

    @TearDown
    public void stop() {
        http.close();
        application.close();
    }

    @Benchmark
    public Answer bareObject() throws Exception {
        return bare.call(WORK);
    }

    @Benchmark
    public Answer module() throws Exception {
        return towers.call(WORK);
    }

    @Benchmark
    public Answer jsonThereAndBack() {
        return read(read(ANSWER));
    }

    @Benchmark
    public String overHttp() throws Exception {
        var parcel = HttpRequest.newBuilder(URI.create("http://localhost:%s/parcels/numbered/7".formatted(port)));
        return http.send(parcel.build(), BodyHandlers.ofString()).body();
    }

    private Answer read(Answer answer) {
        return json.readValue(json.writeValueAsBytes(answer), Answer.class);
    }

    /** What a module answers. */
    public record Answer(String sku, String name, int quantity, String price, String currency, long version) {}
}
