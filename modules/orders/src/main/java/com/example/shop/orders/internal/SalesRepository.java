package com.example.shop.orders.internal;

import com.example.shop.orders.OpenOrdersDto;
import com.example.shop.orders.SalesDto;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/**
 * Sales figures, each by one statement: sums of whole days, corrected by the orders that have changed since, plus the orders
 * of the incomplete days at both ends. So they are always exact.
 */
interface SalesRepository extends Repository<Order, UUID> {

    /** What an order contributes to the sums: it is added under its status, and subtracted where it was counted before. */
    String ADDED = """
            select (o.placed_at at time zone :zone)::date as day, o.delivery_country as country,
                   o.total_currency as currency, o.status, 1 as orders, o.line_count as lines, o.total_amount as revenue
            """;

    String TAKEN_AWAY = """
            select (o.placed_at at time zone :zone)::date, o.delivery_country, o.total_currency, o.counted_as,
                   -1, -o.line_count, -o.total_amount
            """;

    String SALES = """
            with sale as (
                select s.day, s.country, s.currency, s.status, s.orders, s.lines, s.revenue
                  from orders.sales_day s
                 where s.day >= (cast(:wholeFrom as timestamptz) at time zone :zone)::date
                   and s.day < (cast(:wholeUntil as timestamptz) at time zone :zone)::date
                union all
            """ + ADDED + """
                  from orders."order" o
                 where o.uncounted and o.placed_at >= :wholeFrom and o.placed_at < :wholeUntil
                union all
            """ + TAKEN_AWAY + """
                  from orders."order" o
                 where o.uncounted and o.counted_as is not null
                   and o.placed_at >= :wholeFrom and o.placed_at < :wholeUntil
                union all
            """ + ADDED + """
                  from orders."order" o
                 where o.placed_at >= :from and o.placed_at < :wholeFrom
                union all
            """ + ADDED + """
                  from orders."order" o
                 where o.placed_at >= :wholeUntil and o.placed_at < :until
            )
            """;

    String FIGURES = """
            sum(s.orders)::bigint as orders, sum(s.lines)::bigint as lines,
            sum(s.revenue) as revenue_amount, s.currency as revenue_currency,
            coalesce(sum(s.orders) filter (where s.status = 'CANCELLED'), 0)::bigint as cancelled_orders,
            coalesce(sum(s.revenue) filter (where s.status = 'CANCELLED'), 0) as cancelled_revenue_amount,
            s.currency as cancelled_revenue_currency
              from sale s
             group by 1, s.currency
            having sum(s.orders) > 0
            """;

    /**
     * @param wholeFrom the beginning of the first day of the zone that is asked for as a whole
     * @param wholeUntil the end of the last one
     */
    @Query(SALES + "select s.country as \"group\", " + FIGURES + " order by revenue_amount desc, 1, s.currency")
    List<SalesDto> byCountry(Instant from, Instant wholeFrom, Instant wholeUntil, Instant until, String zone);

    /** @param format of the month or the day, as in {@code YYYY-MM} */
    @Query(SALES + "select to_char(s.day, :format) as \"group\", " + FIGURES + " order by 1, s.currency")
    List<SalesDto> byTime(
            String format, Instant from, Instant wholeFrom, Instant wholeUntil, Instant until, String zone);

    @Query(SALES + """
            select coalesce(sum(s.orders) filter (where s.status = 'PLACED'), 0)::bigint as orders,
                   (select count(*) from orders."order" o where o.attention is not null) as needing_attention
              from sale s""")
    OpenOrdersDto countOpen(Instant from, Instant wholeFrom, Instant wholeUntil, Instant until, String zone);

    /**
     * Brings the sums up to date with that many of the orders that have changed since. Several instances may do so at once: each
     * takes orders that no other holds, and locks the sums in the same order.
     *
     * @param zone nothing happens if the sums are those of another one
     */
    @Query("""
            with counting as (
                select z.zone from orders.sales_zone z where z.zone = :zone for share
            ), due as (
                select o.id, o.placed_at, o.delivery_country, o.total_currency, o.status, o.counted_as,
                       o.line_count, o.total_amount
                  from orders."order" o
                 where o.uncounted and exists (select from counting)
                 limit 10000
                   for update skip locked
            ), counted as (
                update orders."order" o
                   set counted_as = d.status
                  from due d
                 where o.id = d.id
            ), sale as (
            """ + ADDED + """
                  from due o
                union all
            """ + TAKEN_AWAY + """
                  from due o
                 where o.counted_as is not null
            ), summed as (
                insert into orders.sales_day as s (day, country, currency, status, orders, lines, revenue)
                select day, country, currency, status, sum(orders), sum(lines), sum(revenue)
                  from sale
                 group by day, country, currency, status
                 order by day, country, currency, status
                on conflict (day, country, currency, status) do update
                   set orders = s.orders + excluded.orders,
                       lines = s.lines + excluded.lines,
                       revenue = s.revenue + excluded.revenue
            )
            select count(*) from due""")
    int count(String zone);

    /** For the rest of the transaction; a change of zone concerns all orders, and waits for whoever counts some of them. */
    @Query("select set_config('lock_timeout', set_config('statement_timeout', '0', true), true)")
    String liftTimeouts();

    /**
     * Waits for a {@link #count} that has begun.
     *
     * @return true if the sums were those of another zone
     */
    @Modifying
    @Query("update orders.sales_zone set zone = :zone where zone <> :zone")
    boolean changeZone(String zone);

    /** Discards the sums, so that orders are counted again, in steps; {@return whether orders may still count as counted} */
    @Modifying
    @Query("""
            with cleared as (
                delete from orders.sales_day
            )
            update orders."order" set counted_as = null
             where id in (select o.id from orders."order" o where o.counted_as is not null limit 50000)""")
    boolean clear();
}
