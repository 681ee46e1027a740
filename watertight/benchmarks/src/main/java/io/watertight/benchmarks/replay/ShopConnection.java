package io.watertight.benchmarks.replay;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sends requests to the shop and, if it is unavailable or overloaded, retries them up to the configured patience. */
final class ShopConnection implements AutoCloseable {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
    private static final Set<Integer> TRY_AGAIN = Set.of(429, 502, 503, 504);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI url;
    private final @Nullable String user;
    private final Duration patience;
    private final StopSignal stop;
    private final ErrorTally errors;
    private final Consumer<String> notices;
    private final AtomicBoolean away = new AtomicBoolean();

    /** @param user {@code name:password}, or null for none */
    ShopConnection(
            URI url,
            @Nullable String user,
            Duration patience,
            StopSignal stop,
            ErrorTally errors,
            Consumer<String> notices) {
        this.url = url;
        this.user = user;
        this.patience = patience;
        this.stop = stop;
        this.errors = errors;
        this.notices = notices;
    }

    URI url() {
        return url;
    }

    /** Prepares a request to the shop's API; the path is already encoded. */
    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url.toString() + path))
                .timeout(ANSWER_WITHIN)
                .header("Accept", "application/json, application/problem+json");
        if (user != null) {
            String credentials = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + credentials);
        }
        return request;
    }

    static HttpRequest.Builder post(HttpRequest.Builder request, Object body) {
        return request.header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(ShopJson.MAPPER.writeValueAsBytes(body)));
    }

    /**
     * Sends an idempotent request, as often as necessary.
     *
     * @throws ReplayFailure if the shop has been unavailable for longer than the patience
     * @throws StoppedException if a stop was requested in the meantime
     */
    Answer send(HttpRequest.Builder prepared, PhaseMeter meter) {
        HttpRequest request = prepared.build();
        Backoff backoff = new Backoff(patience);
        while (true) {
            Trouble trouble;
            try {
                HttpResponse<String> response = once(request, meter);
                if (!TRY_AGAIN.contains(response.statusCode())) {
                    isBack();
                    return new Answer(response.statusCode(), response.body());
                }
                trouble = Trouble.of(response);
            } catch (IOException e) {
                trouble = Trouble.of(e);
            }
            errors.retried(trouble.kind());
            isAway(trouble);
            if (backoff.isExhausted()) {
                throw ReplayFailure.unreachable(
                        "The shop at %s has not responded for %d s (%s). Start it and run this again: it continues where it stopped."
                                .formatted(url, patience.toSeconds(), trouble.kind()));
            }
            if (stop.await(backoff.next(trouble.retryAfter()))) {
                throw new StoppedException();
            }
        }
    }

    /**
     * Sends a request once.
     *
     * @throws IOException if there was no response; the shop may have acted nevertheless
     */
    HttpResponse<String> once(HttpRequest request, PhaseMeter meter) throws IOException {
        long begun = System.nanoTime();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (!TRY_AGAIN.contains(response.statusCode())) {
                meter.answered(Duration.ofNanos(System.nanoTime() - begun));
            }
            return response;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        }
    }

    static String kindOf(IOException failure) {
        return switch (failure) {
            case HttpTimeoutException _ -> "no response in time";
            case ConnectException _ -> "connection refused";
            default -> "connection lost";
        };
    }

    private void isAway(Trouble trouble) {
        if (away.compareAndSet(false, true)) {
            notices.accept("The shop does not accept requests (%s); retrying for up to %d s."
                    .formatted(trouble.kind(), patience.toSeconds()));
        }
    }

    private void isBack() {
        if (away.compareAndSet(true, false)) {
            notices.accept("The shop accepts requests again.");
        }
    }

    @Override
    public void close() {
        http.close();
    }

    /** Why a request must be retried, and after what time according to the shop; zero if it names none. */
    private record Trouble(String kind, Duration retryAfter) {

        static Trouble of(IOException failure) {
            return new Trouble(kindOf(failure), Duration.ZERO);
        }

        static Trouble of(HttpResponse<?> response) {
            return new Trouble(
                    "HTTP " + response.statusCode(),
                    response.headers()
                            .firstValue("Retry-After")
                            .filter(value -> value.matches("\\d{1,4}"))
                            .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                            .orElse(Duration.ZERO));
        }
    }
}
