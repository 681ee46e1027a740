package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.shop.customers.CustomerDeactivated;
import com.example.shop.kernel.Roles;
import io.watertight.api.Actor;
import io.watertight.api.CurrentActor;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@ShopTest
@TestPropertySource(properties = TestAccounts.PASSWORDS + "actors.txt")
@Import(CurrentActorTests.Listening.class)
class CurrentActorTests {

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
        AtomicReference<Actor> seen = new AtomicReference<>();
        as("max", () -> applicationTaskExecutor.execute(() -> seen.set(actors.actor())));
        await().untilAsserted(() -> assertThat(seen.get()).isEqualTo(new Actor("max", Set.of(Roles.CLERK), Map.of())));
    }

    @Test
    void isTheShopItselfInListenersOfWhatACallerHasDone(
            @Autowired TransactionTemplate transactions, @Autowired ApplicationEventPublisher events) {
        String number = ShopClient.fresh("L");
        as(
                "max",
                () -> transactions.executeWithoutResult(
                        _ -> events.publishEvent(new CustomerDeactivated(number, 1, Instant.now()))));
        await().untilAsserted(() -> assertThat(listener.seen()).containsEntry(number, Actor.system()));
    }

    private static void as(String name, Runnable work) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        name, null, AuthorityUtils.createAuthorityList("ROLE_clerk")));
        try {
            work.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    @Test
    void isTheShopItselfInJobs(@Autowired TaskScheduler jobs) {
        AtomicReference<Actor> seen = new AtomicReference<>();
        var _ = jobs.schedule(() -> seen.set(actors.actor()), Instant.now());
        await().untilAsserted(() -> assertThat(seen.get()).isEqualTo(Actor.system()));
    }

    static class Listening {

        private final Map<String, Actor> seen = new ConcurrentHashMap<>();
        private final CurrentActor actors;

        Listening(CurrentActor actors) {
            this.actors = actors;
        }

        Map<String, Actor> seen() {
            return seen;
        }

        @ApplicationModuleListener(id = "app.see-who-acts")
        void on(CustomerDeactivated event) {
            seen.put(event.number(), actors.actor());
        }
    }
}
