package com.example.shop.orders.internal;

import com.example.shop.orders.OpenOrdersDto;
import com.example.shop.orders.SalesDto;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Figures over orders, each of them one statement. */
interface SalesRepository extends Repository<Order, UUID> {

    String FIGURES = """
            count(*) as orders, sum(o.line_count) as lines,
            sum(o.total_amount) as revenue_amount, o.total_currency as revenue_currency,
            count(*) filter (where o.status = 'CANCELLED') as cancelled_orders,
            coalesce(sum(o.total_amount) filter (where o.status = 'CANCELLED'), 0) as cancelled_revenue_amount,
            o.total_currency as cancelled_revenue_currency
              from orders."order" o
             where o.placed_at >= :from and o.placed_at < :until
             group by 1, o.total_currency
            """;

    @Query("select o.delivery_country as \"group\", " + FIGURES + " order by revenue_amount desc, 1, o.total_currency")
    List<SalesDto> byCountry(Instant from, Instant until);

    /**
     * @param format of the month or the day, as in {@code YYYY-MM}
     */
    @Query("select to_char(o.placed_at at time zone :zone, :format) as \"group\", " + FIGURES
            + " order by 1, o.total_currency")
    List<SalesDto> byTime(String format, Instant from, Instant until, String zone);

    @Query("""
            select count(*) as orders, count(o.attention) as needing_attention
              from orders."order" o
             where o.status = 'PLACED'""")
    OpenOrdersDto countOpen();
}
