package com.example.shop.orders.internal;

import com.example.shop.orders.OrderCancelled;
import com.example.shop.orders.OrderStatus;
import com.example.shop.orders.OrderSummaryDto;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/**
 * Orders as aggregates, to place one and to look at one; as rows, for lists; and as guarded changes of state, because
 * saving an aggregate would write its lines anew.
 */
interface OrderRepository extends Repository<Order, UUID> {

    Optional<Order> findById(UUID id);

    /** Stores a new order with all of its lines by one statement; {@code save} would send each line as a row of its own. */
    default void place(Order order) {
        insert(
                order.id(),
                order.customer(),
                order.customerVersion(),
                order.deliveryCountry(),
                order.placedAt(),
                order.total().amount(),
                order.total().currency().getCurrencyCode(),
                ofLines(order, OrderLine::sku),
                ofLines(order, OrderLine::name),
                ofLines(order, OrderLine::quantity),
                ofLines(order, it -> it.unitPrice().amount()));
    }

    private static String[] ofLines(Order order, Function<OrderLine, Object> value) {
        return order.lines().stream().map(value).map(Object::toString).toArray(String[]::new);
    }

    @Modifying
    @Query("""
            with placed as (
                insert into orders."order" (id, version, customer, customer_version, delivery_country, status, placed_at,
                                            line_count, total_amount, total_currency)
                values (:id, 0, :customer, :customerVersion, :deliveryCountry, 'PLACED', :placedAt,
                        cardinality(cast(:skus as text[])), :total, :currency)
            )
            insert into orders.order_line ("order", position, sku, name, quantity, unit_price_amount, unit_price_currency)
            select :id, l.position - 1, l.sku, l.name, l.quantity, l.price, :currency
              from unnest(cast(:skus as text[]), cast(:names as text[]), cast(:quantities as int[]), cast(:prices as numeric[]))
                   with ordinality as l (sku, name, quantity, price, position)""")
    void insert(
            UUID id,
            String customer,
            long customerVersion,
            String deliveryCountry,
            Instant placedAt,
            BigDecimal total,
            String currency,
            String[] skus,
            String[] names,
            String[] quantities,
            String[] prices);

    /** {@return whether this call closed it; false if the order has left that status or version meanwhile} */
    @Modifying
    @Query("""
            update orders."order"
               set status = :newStatus, closed_at = :closedAt, attention = null, version = version + 1
             where id = :id and status = :status and version = :version""")
    boolean close(UUID id, OrderStatus status, long version, OrderStatus newStatus, @Nullable Instant closedAt);

    /**
     * The orders that were open, and are cancelled now.
     *
     * @param customerVersion orders that were placed later than this are left alone: the customer had been reactivated
     */
    @Query("""
            update orders."order"
               set status = 'CANCELLED', closed_at = :now, attention = null, version = version + 1
             where id in (select o.id
                            from orders."order" o
                           where o.customer = :customer and o.customer_version < :customerVersion and o.status = 'PLACED'
                           order by o.id
                             for update)
            returning id, customer, closed_at as cancelled_at, version""")
    List<OrderCancelled> cancelAllOpenOf(String customer, long customerVersion, Instant now);

    /** Marks the open orders that contain the product and do not carry the note yet; answers with their ids. */
    @Query("""
            update orders."order"
               set attention = concat_ws('; ', attention, :note), version = version + 1
             where id in (select o.id
                            from orders."order" o
                           where o.status = 'PLACED'
                             and o.id in (select l."order" from orders.order_line l where l.sku = :sku)
                             and :note <> all(string_to_array(coalesce(o.attention, ''), '; '))
                           order by o.id
                             for update)
            returning id""")
    List<UUID> markAllOpenWith(String sku, String note);

    /**
     * @param beforeId the order that the previous page ended with, placed at {@code before}; a time in the far future and any
     *     id for the first page
     */
    @Query("""
            select o.id, o.status, o.customer, o.delivery_country, null as delivery_country_code, o.placed_at, o.closed_at,
                   o.attention, o.line_count, o.total_amount, o.total_currency, o.version
              from orders."order" o
             where (o.placed_at, o.id) < (:before, :beforeId)
               and o.placed_at >= :from and o.placed_at < :until
               and (cast(:customer as text) is null or o.customer = :customer)
               and (cast(:status as text) is null or o.status = :status)
               and (cast(:attention as boolean) is null or (o.attention is not null) = :attention)
             order by o.placed_at desc, o.id desc
             limit :limit""")
    List<OrderSummaryDto> search(
            Instant before,
            UUID beforeId,
            Instant from,
            Instant until,
            @Nullable String customer,
            @Nullable OrderStatus status,
            @Nullable Boolean attention,
            int limit);
}
