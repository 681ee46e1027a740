package io.watertight.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/** A token bucket for each caller: a number of requests at once, and as many again within the period. */
class RateLimiters {

    /** Approximate limit, so that invented callers cannot fill the memory; an evicted caller starts with a full bucket. */
    private static final long MAX_BYTES = 16L << 20;

    private static final int BYTES_OF_A_BUCKET = 400;

    private final long times;
    private final Duration period;
    private final Cache<String, Bucket> buckets;

    RateLimiters(long times, Duration period) {
        this.times = times;
        this.period = period;
        this.buckets = Caffeine.newBuilder()
                .maximumWeight(MAX_BYTES)
                .weigher((String caller, Bucket _) -> BYTES_OF_A_BUCKET + 2 * caller.length())
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

    /** {@return how many callers are remembered} */
    long size() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }
}
