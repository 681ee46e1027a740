-- What was sold on each day of the shop's time zone. A job keeps it up to date, so that placing an order writes no row that
-- another order writes, too; figures add the orders that have changed since.
create table orders.sales_day (
    day      date    not null,
    country  text    collate "C" not null,
    currency char(3) not null,
    status   text    not null,
    orders   bigint  not null,
    lines    bigint  not null,
    revenue  numeric not null,
    primary key (day, country, currency, status)
);

-- The time zone of those days: one row.
create table orders.sales_zone (
    zone text not null
);

insert into orders.sales_zone (zone) values ('');

-- The status under which the order is counted there; null as long as it is not. A column tells the orders that have changed
-- since, because PostgreSQL has statistics on columns, not on comparisons.
alter table orders."order"
    add column counted_as text,
    add column uncounted boolean generated always as (counted_as is distinct from status) stored;

create index order_uncounted on orders."order" (placed_at) where uncounted;
