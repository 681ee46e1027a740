package io.watertight.benchmarks.replay;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** The shop's concurrent clients: each takes the next piece of work as soon as it has finished one. */
final class Clients {

    private final int count;
    private final StopSignal stop;

    Clients(int count, StopSignal stop) {
        this.count = count;
        this.stop = stop;
    }

    /**
     * Returns when all work is done or, after a stop, when the work in progress is finished.
     *
     * @throws RuntimeException the first one thrown by a piece of work; the other clients then start nothing new
     */
    <T> void each(List<T> work, Consumer<T> task) {
        AtomicInteger next = new AtomicInteger();
        AtomicBoolean failed = new AtomicBoolean();
        Runnable client = () -> {
            int index;
            while (!failed.get() && !stop.isRequested() && (index = next.getAndIncrement()) < work.size()) {
                try {
                    task.accept(work.get(index));
                } catch (StoppedException e) {
                    return;
                } catch (RuntimeException e) {
                    failed.set(true);
                    throw e;
                }
            }
        };
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> running = IntStream.range(0, count)
                    .mapToObj(i -> executor.submit(client))
                    .toList();
            running.forEach(Clients::finish);
        }
    }

    private static void finish(Future<?> client) {
        try {
            client.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }
}
