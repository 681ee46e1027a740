package io.watertight.operations.events;

import io.watertight.boundary.data.BulkheadTransactionManager;
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
import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.annotation.AsyncConfigurer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Where listeners run: on few threads with a bounded queue, and never at a publisher's cost, who still holds its connection
 * when it hands the event over. What does not fit is put down at once, and stays in the registry.
 */
class ListenerExecution implements DisposableBean {

    private final ThreadPoolTaskExecutor listeners = new ThreadPoolTaskExecutor();
    private final ThreadPoolExecutor postponements = new ThreadPoolExecutor(
            1,
            1,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().name("listener-postponed").daemon().factory());
    private final AsyncUncaughtExceptionHandler failures = new SimpleAsyncUncaughtExceptionHandler();

    ListenerExecution(EventsProperties properties, TaskDecorator decorator) {
        listeners.setThreadNamePrefix("listener-");
        listeners.setCorePoolSize(properties.concurrency());
        listeners.setMaxPoolSize(properties.concurrency());
        listeners.setQueueCapacity(properties.queue());
        listeners.setTaskDecorator(
                task -> () -> BulkheadTransactionManager.runLimitedElsewhere(decorator.decorate(task)));
        listeners.setRejectedExecutionHandler((task, _) -> postpone(task));
        listeners.initialize();
        postponements.allowCoreThreadTimeOut(true);
    }

    /** {@return this as the framework asks for it} */
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

    /** {@return whether no task waits for a thread} */
    boolean isQueueEmpty() {
        return listeners.getQueueSize() == 0;
    }

    /** {@return whether no listener is running or about to} */
    boolean isIdle() {
        return listeners.getActiveCount() == 0 && isQueueEmpty() && postponements.getActiveCount() == 0;
    }

    private void postpone(Runnable task) {
        try {
            postponements.execute(() -> ListenerThread.postpone(task));
        } catch (RejectedExecutionException e) {
            // The instance ends, and others take up what it leaves.
        }
    }

    private void failed(Throwable failure, Method listener, @Nullable Object... arguments) {
        if (!(failure instanceof PublicationSkippedException)) {
            failures.handleUncaughtException(failure, listener, arguments);
        }
    }

    @Override
    public void destroy() {
        listeners.shutdown();
        postponements.shutdownNow();
    }
}
