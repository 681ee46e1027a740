-- What a filter finds few of among many is found at once: products out of stock for whatever reason, and those no longer sold. The
-- first of them replaces an index that did without the latter.
create index stock_unavailable on catalog.stock (sku) where not available;
create index stock_off_sale on catalog.stock (sku) where not on_sale;
drop index catalog.stock_sold_out;
