create schema orders;

create table orders."order" (
    id               uuid        not null primary key,
    version          bigint      not null,
    customer         text        collate "C" not null,
    -- of the customer when the order was placed: tells orders from before a deactivation from those after it
    customer_version bigint      not null,
    delivery_country text        not null,
    status           text        not null check (status in ('PLACED', 'SHIPPED', 'CANCELLED')),
    placed_at        timestamptz not null,
    closed_at        timestamptz,
    attention        text,
    -- derived from the lines, which never change, so that no list and no report reads them
    line_count       int         not null check (line_count > 0),
    total_amount     numeric     not null,
    total_currency   char(3)     not null,
    check ((status = 'PLACED') = (closed_at is null))
);

create index order_latest on orders."order" (placed_at desc, id desc);
create index order_by_customer on orders."order" (customer, placed_at desc, id desc);
create index order_needing_attention on orders."order" (placed_at desc, id desc) where attention is not null;

create table orders.order_line (
    "order"             uuid    not null references orders."order",
    position            int     not null,
    sku                 text    collate "C" not null,
    name                text    not null,
    quantity            int     not null check (quantity between 1 and 1000000),
    unit_price_amount   numeric not null check (unit_price_amount >= 0),
    unit_price_currency char(3) not null,
    primary key ("order", position)
);

create index order_line_by_sku on orders.order_line (sku);

create table orders.idempotency_key (
    caller      text        not null,
    key         text        not null,
    fingerprint bytea       not null,
    order_id    uuid        not null,
    claimed_at  timestamptz not null,
    primary key (caller, key)
);

create index idempotency_key_age on orders.idempotency_key (claimed_at);
