-- A large shop of as many orders as the setting large_shop.orders says, over two years, each with three lines, its reservation, its
-- audit entry and an event that was delivered in the last days, and as many products and customers as large_shop.products says; of each
-- thousand of these, one is discontinued, one sold out, and one inactive. For a database in which nobody has ordered yet.

insert into catalog.product (id, version, sku, name, price_amount, price_currency, created_at, discontinued_at)
select gen_random_uuid(), 0, 'S' || lpad(i::text, 7, '0'), 'Thing number ' || i, 2.5, 'GBP', now(),
       case when i % 1000 = 10 then now() end
  from generate_series(1, current_setting('large_shop.products')::int) i;

insert into catalog.price (product_id, since, price_amount, price_currency)
select p.id, p.created_at, p.price_amount, p.price_currency from catalog.product p;

insert into catalog.stock (product_id, sku, on_hand, on_sale)
select p.id, p.sku, case when p.sku like '%020' then 0 else 100 end, p.discontinued_at is null from catalog.product p;

-- The first thousand customers have the open orders, so they are active.
insert into customers.customer (id, version, number, name, email, country, inactive_since)
select gen_random_uuid(), 0, 'C-' || lpad(i::text, 7, '0'), 'Person ' || i, 'p' || i || '@example.org', 'United Kingdom',
       case when i > 1000 and i % 1000 = 30 then now() end
  from generate_series(1, current_setting('large_shop.products')::int) i;

insert into orders."order" (id, version, customer, customer_version, delivery_country, status, placed_at, closed_at,
                            line_count, total_amount, total_currency, counted_as)
select o.id, 0, 'C-' || lpad((o.i % current_setting('large_shop.products')::int + 1)::text, 7, '0'), 0,
       (array['United Kingdom', 'EIRE', 'France', 'Japan'])[1 + o.i % 4], o.status, o.placed_at,
       case when o.status <> 'PLACED' then o.placed_at end, 3, 7.5, 'GBP', o.status
  from (select i, gen_random_uuid() as id, now() - i * interval '2 years' / current_setting('large_shop.orders')::int as placed_at,
               case when i % 50000 = 0 then 'CANCELLED' when i < 1000 then 'PLACED' else 'SHIPPED' end as status
          from generate_series(1, current_setting('large_shop.orders')::int) i) o;

insert into orders.sales_day (day, country, currency, status, orders, lines, revenue)
select (o.placed_at at time zone 'Europe/London')::date, o.delivery_country, o.total_currency, o.status, count(*),
       sum(o.line_count), sum(o.total_amount)
  from orders."order" o
 group by 1, 2, 3, 4;

insert into orders.order_line ("order", position, sku, name, quantity, unit_price_amount, unit_price_currency)
select o.id, n, 'S' || lpad((1 + n * current_setting('large_shop.products')::int / 4)::text, 7, '0'), 'Thing', 1, 2.5, 'GBP'
  from orders."order" o cross join generate_series(0, 2) n;

insert into catalog.reservation (order_id, status, expires_at, ended_at)
select o.id, case when o.status = 'PLACED' then 'CONFIRMED' else 'CONSUMED' end, o.placed_at, o.closed_at
  from orders."order" o;

insert into audit.entry (at, actor, module, action, subject, request)
select o.placed_at, 'clerk', 'orders', 'place', o.id::text, '{}' from orders."order" o order by o.placed_at;

insert into events.event_publication (id, listener_id, event_type, serialized_event, publication_date, completion_date, status,
                                      completion_attempts)
select gen_random_uuid(), 'orders.announce', 'OrderPlaced', i::text, d.day, d.day, 'COMPLETED', 1
  from generate_series(1, current_setting('large_shop.orders')::int) i
 cross join lateral (select now() - i * interval '6 days' / current_setting('large_shop.orders')::int) d (day);

analyze;
