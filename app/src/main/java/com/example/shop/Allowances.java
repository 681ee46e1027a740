package com.example.shop;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/** How often each of many callers may do something: so many times at once, and as many again within the period. */
class Allowances {

    /** So that made-up callers cannot fill the memory; who is forgotten starts with a full allowance. */
    private static final long CALLERS = 100_000;

    private final long times;
    private final Duration period;
    private final Cache<String, Bucket> buckets;

    Allowances(long times, Duration period) {
        this.times = times;
        this.period = period;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(CALLERS)
                .expireAfterAccess(period)
                .build();
    }

    Bucket of(String caller) {
        return buckets.get(
                caller,
                _ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(times).refillGreedy(times, period))
                        .build());
    }
}
