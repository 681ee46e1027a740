package io.watertight.proof;

import io.watertight.api.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.Assert;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Everything that may go wrong behind a controller, to order. */
@RestController
@RequestMapping("/faults")
class FaultController {

    private final JdbcClient jdbc;

    FaultController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @RequestMapping("/refused/{kind}")
    String refused(@PathVariable Problem.Kind kind) {
        throw new Refusal(kind);
    }

    @GetMapping("/exception")
    String exception() {
        throw new IllegalStateException("a secret");
    }

    @GetMapping("/error")
    String error() {
        throw new StackOverflowError("a secret");
    }

    @GetMapping("/unwritable")
    Unwritable unwritable() {
        return new Unwritable("half a body");
    }

    @GetMapping("/late-stream")
    StreamingResponseBody lateStream(@RequestParam boolean works) {
        return stream -> {
            Assert.state(works, "a secret");
            stream.write("line\n".repeat(50_000).getBytes(StandardCharsets.UTF_8));
        };
    }

    /** As a firewall does, and Tomcat itself. */
    @GetMapping("/sent")
    void sent(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }

    @GetMapping("/half-a-stream")
    StreamingResponseBody halfAStream() {
        return stream -> {
            stream.write("line\n".repeat(50_000).getBytes(StandardCharsets.UTF_8));
            throw new IllegalStateException("a secret");
        };
    }

    @GetMapping("/stream-without-database")
    StreamingResponseBody streamWithoutDatabase() {
        return stream -> {
            stream.write("line\n".repeat(50_000).getBytes(StandardCharsets.UTF_8));
            throw new CannotCreateTransactionException("a secret");
        };
    }

    /** Ends when the client leaves. */
    @GetMapping("/endless-stream")
    StreamingResponseBody endlessStream() {
        return stream -> {
            while (true) {
                stream.write("line\n".repeat(50_000).getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    @GetMapping("/overtaken")
    String overtaken() {
        throw new OptimisticLockingFailureException("a secret");
    }

    @GetMapping("/wrong-sql")
    String wrongSql() {
        return jdbc.sql("select secret from nowhere").query(String.class).single();
    }

    @GetMapping("/nul")
    String nul() {
        return jdbc.sql("select ?").param("a\0b").query(String.class).single();
    }

    @GetMapping("/query")
    String query() {
        return select("1");
    }

    @GetMapping("/transaction")
    @Transactional
    public String transaction() {
        return select("1");
    }

    @GetMapping("/slow")
    @Transactional
    public String slow() {
        jdbc.sql("set local statement_timeout = '50ms'").update();
        return select("pg_sleep(30)");
    }

    @GetMapping("/locked")
    @Transactional
    public String locked() {
        jdbc.sql("set local lock_timeout = '50ms'").update();
        return select("pg_advisory_xact_lock(1)");
    }

    @GetMapping("/cut-off")
    @Transactional
    public String cutOff() {
        return select("pg_terminate_backend(pg_backend_pid())");
    }

    private String select(String expression) {
        return jdbc.sql("select cast(%s as text)".formatted(expression))
                .query(String.class)
                .single();
    }

    record Unwritable(String first) {

        public String getSecond() {
            return first.substring(1_000);
        }
    }
}
