-- Apart from the product: every order moves it, and none of that is a change of the product.
create table catalog.stock (
    product_id uuid    not null primary key references catalog.product,
    sku        text    collate "C" not null unique,
    on_hand    bigint  not null check (on_hand >= 0),
    reserved   bigint  not null default 0 check (reserved >= 0),
    -- kept here, because reserving locks this row and no other
    on_sale    boolean not null default true,
    check (reserved <= on_hand)
);

create table catalog.stock_correction (
    id           uuid        not null primary key default uuidv7(),
    product_id   uuid        not null references catalog.product,
    change       bigint      not null,
    reason       text        not null,
    stock        bigint      not null,
    corrected_at timestamptz not null
);

create index stock_correction_latest on catalog.stock_correction (product_id, id desc);

create table catalog.reservation (
    order_id   uuid        not null primary key,
    status     text        not null check (status in ('RESERVED', 'CONFIRMED', 'RELEASED', 'EXPIRED', 'CONSUMED')),
    expires_at timestamptz not null
);

create index reservation_unconfirmed on catalog.reservation (expires_at) where status = 'RESERVED';

create table catalog.reserved_product (
    order_id            uuid    not null references catalog.reservation,
    product_id          uuid    not null references catalog.product,
    sku                 text    collate "C" not null,
    name                text    not null,
    quantity            bigint  not null check (quantity > 0),
    unit_price_amount   numeric not null,
    unit_price_currency char(3) not null,
    primary key (order_id, sku)
);
