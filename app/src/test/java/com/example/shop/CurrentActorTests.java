package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.watertight.api.Actor;
import io.watertight.api.CurrentActor;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.TaskScheduler;

@ShopTest
class CurrentActorTests {

    @Autowired
    CurrentActor actors;

    @Test
    void isNobodyOnAThreadThatNobodyHasSentForth() {
        assertThat(actors.actor()).isEqualTo(Actor.anonymous());
    }

    @Test
    void isTheShopItselfInListeners(@Autowired AsyncTaskExecutor applicationTaskExecutor) {
        AtomicReference<Actor> seen = new AtomicReference<>();
        applicationTaskExecutor.execute(() -> seen.set(actors.actor()));
        await().untilAsserted(() -> assertThat(seen.get()).isEqualTo(Actor.system()));
    }

    @Test
    void isTheShopItselfInJobs(@Autowired TaskScheduler jobs) {
        AtomicReference<Actor> seen = new AtomicReference<>();
        jobs.schedule(() -> seen.set(actors.actor()), Instant.now());
        await().untilAsserted(() -> assertThat(seen.get()).isEqualTo(Actor.system()));
    }
}
