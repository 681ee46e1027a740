package io.watertight.secured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.watertight.api.Actor;
import io.watertight.api.CurrentActor;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

@SecuredTest
@Import(CurrentActorTests.Listening.class)
class CurrentActorTests {

    private final AtomicReference<Actor> seen = new AtomicReference<>();

    @Autowired
    Listening listener;

    @Autowired
    CurrentActor actors;

    @Test
    void isNobodyOnAThreadThatNobodyHasSentForth() {
        assertThat(actors.actor()).isEqualTo(Actor.anonymous());
    }

    @Test
    void isTheCallerOnAThreadThatTheCallerHasSentForth(@Autowired AsyncTaskExecutor applicationTaskExecutor) {
        asMax(() -> applicationTaskExecutor.execute(() -> seen.set(actors.actor())));
        await().untilAsserted(() -> assertThat(seen.get()).isEqualTo(new Actor("max", Set.of("clerk"), Map.of())));
    }

    @Test
    void isTheApplicationItselfInListenersOfWhatACallerHasDone(
            @Autowired TransactionTemplate transactions, @Autowired ApplicationEventPublisher events) {
        asMax(() -> transactions.executeWithoutResult(_ -> events.publishEvent(new Written("a note"))));
        await().untilAsserted(() -> assertThat(listener.actor()).isEqualTo(Actor.system()));
    }

    @Test
    void isTheApplicationItselfInJobs(@Autowired TaskScheduler jobs) {
        asMax(() -> {
            var _ = jobs.schedule(() -> seen.set(actors.actor()), Instant.now());
        });
        await().untilAsserted(() -> assertThat(seen.get()).isEqualTo(Actor.system()));
    }

    private static void asMax(Runnable work) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "max", null, AuthorityUtils.createAuthorityList("ROLE_clerk")));
        try {
            work.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    record Written(String text) {}

    @EnableAsync
    @EnableScheduling
    static class Listening {

        private final AtomicReference<@Nullable Actor> seen = new AtomicReference<>();
        private final CurrentActor actors;

        Listening(CurrentActor actors) {
            this.actors = actors;
        }

        @Nullable
        Actor actor() {
            return seen.get();
        }

        @Async
        @TransactionalEventListener
        void on(Written event) {
            seen.set(actors.actor());
        }
    }
}
