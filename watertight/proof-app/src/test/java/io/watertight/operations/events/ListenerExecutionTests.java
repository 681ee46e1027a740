package io.watertight.operations.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.task.TaskDecorator;

class ListenerExecutionTests {

    /** The caller, for example, is known to that thread only. */
    @Test
    void letsDecoratorsPassOnWhatBelongsToTheThreadThatSubmitsTheWork() throws Exception {
        List<Thread> decoratedOn = new CopyOnWriteArrayList<>();
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("decorator", (TaskDecorator) task -> {
            decoratedOn.add(Thread.currentThread());
            return task;
        });
        Duration any = Duration.ofSeconds(1);
        ListenerExecution execution = new ListenerExecution(
                new EventsProperties(1, 1, 1, any, any, any, any, any),
                beans.getBeanProvider(TaskDecorator.class),
                beans.getBeanProvider(ObservationRegistry.class));
        try {
            Executor executor = Objects.requireNonNull(execution.asConfigurer().getAsyncExecutor());
            CompletableFuture.runAsync(() -> {}, executor).get(10, TimeUnit.SECONDS);
            assertThat(decoratedOn).containsExactly(Thread.currentThread());
        } finally {
            execution.destroy();
        }
    }
}
