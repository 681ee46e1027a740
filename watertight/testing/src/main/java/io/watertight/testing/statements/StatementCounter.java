package io.watertight.testing.statements;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Counts the SQL statements that go through the {@code DataSource} of a test context; a bean in every test context.
 *
 * <p>For code that the test calls itself, see {@link #during}. For an HTTP request, send it with the header
 * {@value #HEADER} and a value of your choice, and ask {@link #of} for that value afterwards:
 *
 * <pre>{@code
 * client.get().uri("/api/products").header(StatementCounter.HEADER, "products").exchange();
 * assertThat(counter.of("products")).hasCount(2);
 * }</pre>
 *
 * <p>It counts round trips, too: {@link Statements#trips()}.
 *
 * <p>A JDBC batch is one statement. The pool's set-up of a connection, begin and commit, further round trips of a
 * cursor, and Flyway's migrations do not count. The counter follows the thread of the code or request, streamed
 * response bodies and other {@code Callable} results of Spring MVC, but not other threads, such as those of
 * asynchronous event listeners.
 */
public final class StatementCounter {

    /** The request header that switches counting on; its value names the request. */
    public static final String HEADER = "X-Count-Statements";

    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(10);

    private final Map<String, CompletableFuture<Statements>> requests = new ConcurrentHashMap<>();

    StatementCounter() {}

    /** Code whose statements are counted. */
    @FunctionalInterface
    public interface Work<E extends Exception> {

        void run() throws E;
    }

    /**
     * Runs the code on the calling thread.
     *
     * @return the statements that it executed
     */
    public <E extends Exception> Statements during(Work<E> work) throws E {
        var recording = new Recording();
        try (var _ = recording.follow()) {
            work.run();
        }
        return recording.statements();
    }

    /**
     * Waits until the request that was sent with this value of the header {@value #HEADER} is finished, and forgets it,
     * so that the value can be used again.
     *
     * @return the statements that it executed
     * @throws IllegalStateException if no such request finishes within ten seconds, or several have used this value
     */
    public Statements of(String id) {
        try {
            return request(id).get(REQUEST_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("No request with %s: %s has finished".formatted(HEADER, id), e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Several requests came with %s: %s".formatted(HEADER, id), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a request", e);
        } finally {
            requests.remove(id);
        }
    }

    /** Makes the statements of a request available; a repeated call changes nothing. */
    void finish(String id, Recording recording) {
        if (recording.finish() && !request(id).complete(recording.statements())) {
            requests.put(id, CompletableFuture.failedFuture(new IllegalStateException("Ambiguous: " + id)));
        }
    }

    private CompletableFuture<Statements> request(String id) {
        return requests.computeIfAbsent(id, _ -> new CompletableFuture<>());
    }
}
