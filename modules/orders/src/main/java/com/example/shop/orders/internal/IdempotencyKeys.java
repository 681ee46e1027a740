package com.example.shop.orders.internal;

import com.example.shop.orders.IdempotencyKey;
import com.example.shop.orders.IdempotencyKeyReusedException;
import com.example.shop.orders.OrderInProgressException;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.sql.Types;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which order each idempotency key stands for. A key is claimed in the order's own transaction: whoever comes second
 * waits until the first has either placed the order or failed, and a failed attempt leaves no trace. Where placing takes several
 * transactions, the key's row is open from the first to the last, and says until when.
 *
 * <p>Two requests are the same if the SHA-256 of their JSON is. This JSON does not depend on the white space or the order of fields
 * in the original. What a client leaves out is left out: a field that a later release adds does not change the fingerprint of a
 * request without it.
 */
@Repository
class IdempotencyKeys {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    IdempotencyKeys(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json.rebuild()
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .changeDefaultPropertyInclusion(it -> it.withValueInclusion(Include.NON_EMPTY))
                .build();
    }

    /**
     * @param time after which a placement in several transactions is undone; {@code null} if it is one transaction, this one
     * @return the order that was placed with this key before; empty if the key is the new order's now
     * @throws IdempotencyKeyReusedException if the key has been used for another request
     * @throws OrderInProgressException if another placement has opened it, and not closed yet
     */
    @Transactional
    Optional<UUID> claim(Placement placement, @Nullable Duration time) {
        String request = json.writeValueAsString(placement.request());
        int claimed = jdbc.sql("""
                insert into orders.idempotency_key as k
                       (caller, key, fingerprint, order_id, claimed_at, state, deadline, request)
                values (:caller, :key, sha256(convert_to(:request, 'UTF8')), :orderId, now(),
                        :state, now() + cast(:time as interval), cast(:journal as jsonb))
                on conflict (caller, key) do update
                   set fingerprint = excluded.fingerprint, order_id = excluded.order_id, claimed_at = excluded.claimed_at,
                       state = excluded.state, deadline = excluded.deadline, request = excluded.request
                 where k.claimed_at < now() - make_interval(secs => :lifetime) and k.state = 'PLACED'""")
                .param("caller", placement.key().caller())
                .param("key", placement.key().value())
                .param("request", request)
                .param("orderId", placement.id())
                .param("state", time == null ? "PLACED" : "OPEN")
                .param("time", Objects.toString(time, null), Types.VARCHAR)
                .param("journal", time == null ? null : request, Types.VARCHAR)
                .param("lifetime", IdempotencyKey.LIFETIME.toSeconds())
                .update();
        return claimed > 0 ? Optional.empty() : Optional.of(orderOf(placement.key(), request));
    }

    private UUID orderOf(IdempotencyKey key, String request) {
        Earlier earlier = jdbc.sql("""
                select order_id, state = 'PLACED' as placed from orders.idempotency_key
                 where caller = :caller and key = :key and fingerprint = sha256(convert_to(:request, 'UTF8'))""")
                .param("caller", key.caller())
                .param("key", key.value())
                .param("request", request)
                .query(Earlier.class)
                .optional()
                .orElseThrow(IdempotencyKeyReusedException::new);
        if (!earlier.placed()) {
            throw new OrderInProgressException();
        }
        return earlier.orderId();
    }

    /**
     * Closes the row in the transaction that stores the order.
     *
     * @return false if the placement has missed its deadline, and is being undone
     */
    boolean close(Placement placement) {
        return jdbc.sql("""
                        update orders.idempotency_key
                           set state = 'PLACED', deadline = null, request = null
                         where deadline > now() and state = 'OPEN' and order_id = :orderId""").param("orderId", placement.id()).update() > 0;
    }

    /**
     * Gives up placements that are open, because something has changed that they may have asked about already.
     *
     * @param part of their requests
     */
    void interrupt(Map<String, ?> part) {
        jdbc.sql("""
                update orders.idempotency_key
                   set state = 'UNDOING', deadline = now()
                 where (caller, key) in (select k.caller, k.key
                                           from orders.idempotency_key k
                                          where k.deadline is not null and k.state = 'OPEN' and k.request @> cast(:part as jsonb)
                                          order by k.caller, k.key
                                            for update)""").param("part", json.writeValueAsString(part)).update();
    }

    /**
     * Gives up placements that have not ended in time.
     *
     * @param time for undoing them; after that somebody else may
     * @return the ids that their orders would have had
     */
    @Transactional
    List<UUID> takeOverdue(Duration time) {
        return jdbc.sql("""
                update orders.idempotency_key
                   set state = 'UNDOING', deadline = now() + cast(:time as interval)
                 where (caller, key) in (select k.caller, k.key
                                           from orders.idempotency_key k
                                          where k.deadline < now()
                                          order by k.deadline
                                          limit 100
                                            for update skip locked)
                returning order_id""").param("time", time.toString()).query(UUID.class).list();
    }

    /** Lets the keys of these orders, which were not placed, be used for new attempts. */
    @Transactional
    void free(Collection<UUID> orderIds) {
        jdbc.sql("delete from orders.idempotency_key where deadline is not null and order_id in (:orderIds)")
                .param("orderIds", orderIds)
                .update();
    }

    @Scheduled(fixedDelayString = "1m", initialDelayString = "10m")
    @Transactional
    void forgetOld() {
        jdbc.sql("""
                delete from orders.idempotency_key
                 where (caller, key) in (select k.caller, k.key from orders.idempotency_key k
                                          where k.claimed_at < now() - make_interval(secs => :lifetime) and k.state = 'PLACED'
                                          limit 50000 for update skip locked)""").param("lifetime", IdempotencyKey.LIFETIME.toSeconds()).update();
    }

    private record Earlier(UUID orderId, boolean placed) {}
}
