-- Among a hundred thousand products those that are sold out are found at once. An index on the stock itself would be written by
-- every order; this column changes only when the last unit goes or the first one comes.
alter table catalog.stock
    add column available boolean generated always as (on_sale and on_hand > reserved) stored;

create index stock_sold_out on catalog.stock (sku) where on_sale and not available;
