package io.watertight.testing.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.web.servlet.client.RestTestClient;

@SpringBootTest(
        classes = NotesApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "spring.threads.virtual.enabled=true")
@AutoConfigureRestTestClient
class RequestStatementsTests {

    @Autowired
    private RestTestClient client;

    @Autowired
    private StatementCounter counter;

    @Test
    void areCountedForTheRequestThatAsksForIt() {
        get("/notes?statements=3", "three");

        assertThat(counter.of("three")).hasCount(3);
    }

    @Test
    void areKeptApartForRequestsAtTheSameTime() {
        IntStream.range(0, 20).parallel().forEach(i -> get("/notes?statements=" + i, "parallel-" + i));

        for (int i = 0; i < 20; i++) {
            assertThat(counter.of("parallel-" + i)).hasCount(i);
        }
    }

    @Test
    void areCountedWhileTheBodyIsStreamed() {
        get("/streamed-notes?statements=5", "streamed");

        assertThat(counter.of("streamed")).hasCount(6);
    }

    @Test
    void areCountedForARequestThatFails() {
        get("/failure", "failed");

        assertThat(counter.of("failed")).hasCount(1);
    }

    @Test
    void areForgottenOnceTheyAreRead() {
        get("/notes?statements=1", "again");
        assertThat(counter.of("again")).hasCount(1);

        get("/notes?statements=2", "again");
        assertThat(counter.of("again")).hasCount(2);
    }

    private void get(String uri, String name) {
        client.get().uri(uri).header(StatementCounter.HEADER, name).exchange().returnResult();
    }
}
