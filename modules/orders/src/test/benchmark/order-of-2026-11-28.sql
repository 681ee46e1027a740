-- What placing an order executed on 28 November 2026, the baseline of the benchmark `limit` (watertight/benchmarks). It does
-- not follow what the modules execute since: leave it unchanged.
--
-- 1. The key is claimed: caller, key, fingerprint, order, lifetime in seconds.
insert into orders.idempotency_key as k (caller, key, fingerprint, order_id, claimed_at)
values (?, ?, ?, ?, now())
on conflict (caller, key) do update
   set fingerprint = excluded.fingerprint, order_id = excluded.order_id, claimed_at = excluded.claimed_at
 where k.claimed_at < now() - make_interval(secs => ?);

-- 2. The buyer is held: number.
select c.number, c.name, c.email, c.country, c.inactive_since is null as active, c.version
  from customers.customer c
 where c.number = ? for share;

-- 3. All lines are reserved: SKUs, quantities, order, expiry in seconds, order.
with requested as (
    select l.sku, sum(l.quantity)::bigint as quantity
      from unnest(cast(? as text[]), cast(? as int[])) as l (sku, quantity)
     group by l.sku
), claimed as (
    insert into catalog.reservation (order_id, status, expires_at)
    values (?, 'RESERVED', now() + make_interval(secs => ?))
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
    select ?, p.id, p.sku, p.name, j.quantity, p.price_amount, p.price_currency
      from judged j
      join catalog.product p on p.id = j.product_id
     where j.granted
)
select j.sku, j.quantity, j.product_id is not null as known, j.on_sale, j.available, j.granted,
       p.name, p.price_amount, p.price_currency
  from judged j
  left join catalog.product p on p.id = j.product_id
 order by j.sku;

-- 4. The order is stored: id, version, customer, version of the customer, country, status, time, lines, total, currency.
insert into "orders"."order"
       ("id", "version", "customer", "customer_version", "delivery_country", "status", "placed_at", "closed_at",
        "attention", "line_count", "total_amount", "total_currency")
values (?, ?, ?, ?, ?, ?, ?, null, null, ?, ?, ?);

-- 5. So are its lines, as a batch: order, position, SKU, name, quantity, price, currency.
insert into "orders"."order_line"
       ("order", "position", "sku", "name", "quantity", "unit_price_amount", "unit_price_currency")
values (?, ?, ?, ?, ?, ?, ?);

-- 6. The reservation is confirmed: order.
update catalog.reservation set status = 'CONFIRMED' where order_id = ? and status = 'RESERVED';

-- 7. The audit trail gets an entry: actor, module, action, request, subjects.
insert into audit.entry (actor, module, action, subject, request)
select ?, ?, ?, subject, ?
  from unnest(cast(? as text[])) as change (subject)
 where pg_current_xact_id_if_assigned() is not null;
