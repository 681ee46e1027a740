package io.watertight.testing.statements;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** A small application over HTTP. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(NotesApplication.Notes.class)
class NotesApplication {

    @RestController
    static class Notes {

        private final JdbcClient client;

        Notes(JdbcClient client) {
            this.client = client;
        }

        @GetMapping("/notes")
        List<Integer> notes(@RequestParam int statements) {
            return IntStream.range(0, statements).map(this::select).boxed().toList();
        }

        @GetMapping("/streamed-notes")
        StreamingResponseBody streamedNotes(@RequestParam int statements) {
            select(0);
            return output -> stream(output, statements);
        }

        @GetMapping("/failure")
        String failure() {
            select(0);
            throw new IllegalStateException("on purpose");
        }

        private void stream(OutputStream output, int statements) throws IOException {
            for (int i = 0; i < statements; i++) {
                output.write("%d\n".formatted(select(i)).getBytes(StandardCharsets.UTF_8));
                output.flush();
            }
        }

        private int select(int value) {
            return client.sql("select cast(? as integer)")
                    .param(value)
                    .query(Integer.class)
                    .single();
        }
    }
}
