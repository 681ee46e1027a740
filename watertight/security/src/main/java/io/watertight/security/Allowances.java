package io.watertight.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/** How often each of many callers may do something: so many times at once, and as many again within the period. */
class Allowances {

    /** In bytes, roughly, so that made-up callers cannot fill the memory; who is forgotten starts with a full allowance. */
    private static final long ROOM = 16L << 20;

    private static final int ROOM_OF_A_BUCKET = 400;

    private final long times;
    private final Duration period;
    private final Cache<String, Bucket> buckets;

    Allowances(long times, Duration period) {
        this.times = times;
        this.period = period;
        this.buckets = Caffeine.newBuilder()
                .maximumWeight(ROOM)
                .weigher((String caller, Bucket _) -> ROOM_OF_A_BUCKET + 2 * caller.length())
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

    /** {@return whether nothing is left of a caller's allowance; who has taken nothing yet is not remembered for being asked about} */
    boolean isUsedUp(String caller) {
        Bucket bucket = buckets.getIfPresent(caller);
        return bucket != null && bucket.getAvailableTokens() == 0;
    }

    /** {@return how many callers are remembered} */
    long size() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }
}
