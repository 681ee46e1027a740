package com.example.shop.catalog.internal;

import com.example.shop.catalog.ReservedProductDto;
import com.example.shop.catalog.StockCorrectionDto;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/**
 * What is on hand, and which orders hold how much of it. Each statement, whatever the number of lines or orders, locks in the same
 * order: reservations first, then stock by SKU. So two statements may wait for one another, but never deadlock. A release may take two; if
 * these deadlock with another, PostgreSQL ends one of the transactions, and its caller repeats it.
 */
interface StockRepository extends Repository<Product, UUID> {

    /**
     * Ends the reservations that the statement before it has locked as {@code due}, and removes their lines: consumed goods have
     * left stock, others can be sold again.
     */
    String END = """
            ), ended as (
                update catalog.reservation r
                   set status = :outcome, ended_at = now()
                  from due d
                 where r.order_id = d.order_id
                returning r.order_id
            ), removed as (
                delete from catalog.reserved_product p
                 using ended e
                 where p.order_id = e.order_id
                returning p.product_id, p.quantity
            ), freed as (
                select r.product_id, sum(r.quantity)::bigint as quantity
                  from removed r
                 group by r.product_id
            ), locked as (
                select s.product_id
                  from catalog.stock s
                 where s.product_id in (select f.product_id from freed f)
                 order by s.sku
                   for update
            ), moved as (
                update catalog.stock s
                   set reserved = s.reserved - f.quantity,
                       on_hand = s.on_hand - case when :outcome = 'CONSUMED' then f.quantity else 0 end
                  from freed f
                  join locked l on l.product_id = f.product_id
                 where s.product_id = f.product_id
            )
            """;

    @Modifying
    @Query("insert into catalog.stock (product_id, sku, on_hand) values (:productId, :sku, :onHand)")
    void open(UUID productId, String sku, long onHand);

    /** Waits for orders that are reserving the product right now; later ones find it discontinued. */
    @Modifying
    @Query("update catalog.stock set on_sale = false where sku = :sku")
    void close(String sku);

    /**
     * Reserves all lines or nothing, and says for each SKU what came of it. If any is refused, the caller must fail, so that
     * the transaction takes the empty reservation back.
     *
     * @param expiry in seconds
     * @return empty if the order already has a reservation, however old
     */
    @Query("""
            with requested as (
                select l.sku, sum(l.quantity)::bigint as quantity
                  from unnest(cast(:skus as text[]), cast(:quantities as int[])) as l (sku, quantity)
                 group by l.sku
            ), claimed as (
                insert into catalog.reservation (order_id, status, expires_at)
                values (:orderId, :status, now() + make_interval(secs => :expiry))
                on conflict (order_id) do nothing
                returning order_id
            ), locked as (
                select s.product_id, s.sku, s.on_hand - s.reserved as available, s.on_sale
                  from catalog.stock s
                 where s.sku in (select r.sku from requested r) and exists (select from claimed)
                 order by s.sku
                   for update
            ), judged as (
                select r.sku, r.quantity, l.product_id, coalesce(l.available, 0) as available,
                       coalesce(l.on_sale, false) as on_sale,
                       bool_and(coalesce(l.on_sale and l.available >= r.quantity, false)) over () as granted
                  from requested r
                  left join locked l on l.sku = r.sku
                 where exists (select from claimed)
            ), taken as (
                update catalog.stock s
                   set reserved = s.reserved + j.quantity
                  from judged j
                 where s.product_id = j.product_id and j.granted
            ), noted as (
                insert into catalog.reserved_product
                       (order_id, product_id, sku, name, quantity, unit_price_amount, unit_price_currency)
                select :orderId, p.id, p.sku, p.name, j.quantity, p.price_amount, p.price_currency
                  from judged j
                  join catalog.product p on p.id = j.product_id
                 where j.granted
            )
            select j.sku, j.quantity, j.on_sale, j.available,
                   p.name, p.price_amount as unit_price_amount, p.price_currency as unit_price_currency
              from judged j
              left join catalog.product p on p.id = j.product_id
             order by j.sku""")
    List<ReservationRow> reserve(
            UUID orderId, String[] skus, String[] quantities, ReservationStatus status, long expiry);

    /** What an order holds. */
    @Query("""
            select p.sku, p.name, p.unit_price_amount, p.unit_price_currency, p.quantity
              from catalog.reserved_product p
             where p.order_id = :orderId
             order by p.sku""")
    List<ReservedProductDto> reserved(UUID orderId);

    @Query("select r.status from catalog.reservation r where r.order_id = :orderId")
    Optional<ReservationStatus> statusOf(UUID orderId);

    /** {@return whether this call confirmed it} */
    @Modifying
    @Query("update catalog.reservation set status = 'CONFIRMED' where order_id = :orderId and status = 'RESERVED'")
    boolean confirm(UUID orderId);

    /**
     * Ends what these orders hold. An order without a reservation gets one that has ended, so that a request to reserve which
     * arrives late finds it; this waits for one that is being made right now.
     *
     * @return how many reservations were made while this waited; they are still held
     */
    @Query("""
            with marked as (
                insert into catalog.reservation (order_id, status, expires_at, ended_at)
                select o.id, :outcome, now(), now()
                  from unnest(cast(:orderIds as uuid[])) as o (id)
                 order by o.id
                on conflict (order_id) do nothing
                returning order_id
            ), due as (
                select r.order_id
                  from catalog.reservation r
                 where r.order_id = any(cast(:orderIds as uuid[])) and r.status in ('RESERVED', 'CONFIRMED')
                   and (select count(*) from marked) >= 0
                 order by r.order_id
                   for update
            """ + END + """
            select cardinality(cast(:orderIds as uuid[])) - (select count(*) from marked)
                   - (select count(*) from catalog.reservation r where r.order_id = any(cast(:orderIds as uuid[])))""")
    int release(String[] orderIds, ReservationStatus outcome);

    /** Gives back what was reserved, never confirmed, and has passed its time. */
    @Query("""
            with due as (
                select r.order_id
                  from catalog.reservation r
                 where r.status = 'RESERVED' and r.expires_at < now()
                 order by r.order_id
                 limit 1000
                   for update skip locked
            """ + END + "select count(*) from ended")
    int expire(ReservationStatus outcome);

    @Query("""
            with due as (
                select r.order_id
                  from catalog.reservation r
                 where r.order_id = :orderId and r.status = 'CONFIRMED'
                   for update
            """ + END + "select count(*) from ended")
    int consume(UUID orderId, ReservationStatus outcome);

    @Modifying
    @Query("""
            delete from catalog.reservation
             where order_id in (select r.order_id from catalog.reservation r
                                 where r.ended_at < now() - interval '30 days'
                                 limit 50000 for update skip locked)""")
    void forgetEnded();

    /** Empty if the product does not exist, the stock would leave its bounds, or the key has been used before. */
    @Query("""
                with corrected as (
                    update catalog.stock s
                       set on_hand = on_hand + :change
                     where s.sku = :sku and on_hand + :change between reserved and :maxStock
                       and not exists (select from catalog.stock_correction c
                                        where c.product_id = s.product_id and c.key = cast(:key as uuid))
                    returning product_id, on_hand - reserved as stock
                ), noted as (
                    insert into catalog.stock_correction (product_id, change, reason, stock, corrected_at, key)
                    select product_id, :change, :reason, stock, clock_timestamp(), cast(:key as uuid) from corrected
                    returning change, reason, stock, corrected_at
                )
                select :sku as sku, n.change, n.reason, n.stock, n.corrected_at, false as repeated from noted n""")
    Optional<StockCorrectionDto> correct(String sku, long change, String reason, @Nullable UUID key, long maxStock);

    /** The correction that was made with this key before. */
    @Query("""
                select s.sku, c.change, c.reason, c.stock, c.corrected_at, true as repeated
                  from catalog.stock s
                  join catalog.stock_correction c on c.product_id = s.product_id
                 where s.sku = :sku and c.key = cast(:key as uuid)""")
    Optional<StockCorrectionDto> correctionByKey(String sku, @Nullable UUID key);

    @Query("""
                select s.sku, c.change, c.reason, c.stock, c.corrected_at, false as repeated
                  from catalog.stock s
                  join catalog.stock_correction c on c.product_id = s.product_id
                 where s.sku = :sku
                 order by c.id desc
                 limit 100""")
    List<StockCorrectionDto> latestCorrections(String sku);
}
