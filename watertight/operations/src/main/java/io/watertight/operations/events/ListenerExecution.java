package io.watertight.operations.events;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.watertight.boundary.data.BulkheadTransactionManager;
import io.watertight.operations.events.FailureRecorder.PublicationSkippedException;
import java.lang.reflect.Method;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.interceptor.AsyncUncaughtExceptionHandler;
import org.springframework.aop.interceptor.SimpleAsyncUncaughtExceptionHandler;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.support.CompositeTaskDecorator;
import org.springframework.scheduling.annotation.AsyncConfigurer;
import org.springframework.scheduling.concurrent.ExecutorConfigurationSupport;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Runs listeners on a few threads with a bounded queue, and never blocks a publisher, which still holds its connection when it
 * submits the event. What does not fit stays in the registry: one more thread tells Spring Modulith so, which otherwise keeps the
 * publication in memory. That costs a statement only for a publication that was claimed, to be delivered again.
 *
 * <p>At an orderly stop, running listeners finish, as far as {@code spring.lifecycle.timeout-per-shutdown-phase} allows; the rest stays in
 * the registry, too.
 */
class ListenerExecution implements SmartLifecycle, DisposableBean {

    private final ThreadPoolTaskExecutor listeners = new ThreadPoolTaskExecutor();
    private final ThreadPoolExecutor postponements = new ThreadPoolExecutor(
            1,
            1,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().name("listener-postponed").daemon().factory());
    private final AsyncUncaughtExceptionHandler failures = new SimpleAsyncUncaughtExceptionHandler();
    private volatile boolean stopping;

    ListenerExecution(
            EventsProperties properties,
            ObjectProvider<TaskDecorator> decorators,
            ObjectProvider<ObservationRegistry> observationRegistry) {
        TaskDecorator decorator =
                new CompositeTaskDecorator(decorators.orderedStream().toList());
        ObservationRegistry observations = observationRegistry.getIfAvailable(() -> ObservationRegistry.NOOP);
        listeners.setThreadNamePrefix("listener-");
        listeners.setCorePoolSize(properties.concurrency());
        listeners.setMaxPoolSize(properties.concurrency());
        listeners.setQueueCapacity(properties.queue());
        listeners.setTaskDecorator(task -> {
            // Here, on the thread that submits it: a decorator may pass on what belongs to that thread.
            Runnable decorated = decorator.decorate(task);
            return unlessStopping(
                    traced(() -> BulkheadTransactionManager.runLimitedElsewhere(decorated), observations));
        });
        listeners.setRejectedExecutionHandler((task, _) -> postpone(task));
        listeners.initialize();
        postponements.allowCoreThreadTimeOut(true);
    }

    private Runnable unlessStopping(Runnable task) {
        boolean claimed = ListenerThread.isResubmitting();
        return () -> {
            if (stopping) {
                ListenerThread.postpone(task, claimed);
            } else {
                task.run();
            }
        };
    }

    /** It belongs to the trace in which the event was published. */
    private static Runnable traced(Runnable task, ObservationRegistry observations) {
        Observation publishing = observations.getCurrentObservation();
        return publishing == null ? task : () -> publishing.scoped(task);
    }

    /** {@return this executor for {@code @Async}} */
    AsyncConfigurer asConfigurer() {
        return new AsyncConfigurer() {

            @Override
            public Executor getAsyncExecutor() {
                return listeners;
            }

            @Override
            public AsyncUncaughtExceptionHandler getAsyncUncaughtExceptionHandler() {
                return ListenerExecution.this::failed;
            }
        };
    }

    /** {@return whether a task would get a thread, or be the next} */
    boolean hasCapacity() {
        return !stopping && listeners.getQueueSize() == 0;
    }

    /** {@return whether no listener is running or about to run} */
    boolean isIdle() {
        return listeners.getActiveCount() == 0 && listeners.getQueueSize() == 0 && postponements.getActiveCount() == 0;
    }

    private void postpone(Runnable task) {
        boolean claimed = ListenerThread.isResubmitting();
        try {
            postponements.execute(() -> ListenerThread.postpone(task, claimed));
        } catch (RejectedExecutionException e) {
            // The instance is shutting down; others process what remains.
        }
    }

    private void failed(Throwable failure, Method listener, @Nullable Object... arguments) {
        if (!(failure instanceof PublicationSkippedException || failure instanceof BrokerAwayException)) {
            failures.handleUncaughtException(failure, listener, arguments);
        }
    }

    @Override
    public void start() {
        // The threads are started with the first listener.
    }

    @Override
    public boolean isRunning() {
        return !stopping;
    }

    /** It is stopped for good. */
    @Override
    public boolean isPauseable() {
        return false;
    }

    /** After the requests in progress, whose events it still takes. */
    @Override
    public int getPhase() {
        return ExecutorConfigurationSupport.DEFAULT_PHASE + 1;
    }

    @Override
    public void stop() {
        stopping = true;
        listeners.initiateShutdown();
    }

    @Override
    public void stop(Runnable callback) {
        stop();
        Thread.startVirtualThread(() -> {
            listeners.getThreadPoolExecutor().close();
            postponements.close();
            callback.run();
        });
    }

    @Override
    public void destroy() {
        listeners.shutdown();
        postponements.shutdownNow();
    }
}
