package com.example.shop.orders.internal;

import com.example.shop.orders.IdempotencyKey;
import com.example.shop.orders.IdempotencyKeyReusedException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which order each idempotency key stands for. A key is claimed in the order's own transaction: whoever comes second
 * waits until the first has either placed the order or failed, and a failed attempt leaves no trace.
 */
@Repository
class IdempotencyKeys {

    private final JdbcClient jdbc;

    IdempotencyKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param fingerprint of the whole request
     * @param orderId of the order that is about to be placed
     * @return the order that was placed with this key before; empty if the key is the new order's now
     * @throws IdempotencyKeyReusedException if the key came with another request before
     */
    Optional<UUID> claim(IdempotencyKey key, byte[] fingerprint, UUID orderId) {
        int claimed = jdbc.sql("""
                insert into orders.idempotency_key as k (caller, key, fingerprint, order_id, claimed_at)
                values (:caller, :key, :fingerprint, :orderId, now())
                on conflict (caller, key) do update
                   set fingerprint = excluded.fingerprint, order_id = excluded.order_id, claimed_at = excluded.claimed_at
                 where k.claimed_at < now() - make_interval(secs => :lifetime)""")
                .param("caller", key.caller())
                .param("key", key.value())
                .param("fingerprint", fingerprint)
                .param("orderId", orderId)
                .param("lifetime", IdempotencyKey.LIFETIME.toSeconds())
                .update();
        return claimed > 0 ? Optional.empty() : Optional.of(orderOf(key, fingerprint));
    }

    private UUID orderOf(IdempotencyKey key, byte[] fingerprint) {
        return jdbc.sql("""
                select order_id from orders.idempotency_key
                 where caller = :caller and key = :key and fingerprint = :fingerprint""")
                .param("caller", key.caller())
                .param("key", key.value())
                .param("fingerprint", fingerprint)
                .query(UUID.class)
                .optional()
                .orElseThrow(IdempotencyKeyReusedException::new);
    }

    @Scheduled(fixedDelayString = "1h", initialDelayString = "10m")
    @Transactional
    void forgetOld() {
        jdbc.sql("delete from orders.idempotency_key where claimed_at < now() - make_interval(secs => :lifetime)")
                .param("lifetime", IdempotencyKey.LIFETIME.toSeconds())
                .update();
    }
}
