-- The home page lists products that are sold and out of stock; among all that are unavailable, most are discontinued some day.
create index stock_sold_out on catalog.stock (sku) where on_sale and not available;
-- What is not on sale is never available: without knowing that, PostgreSQL would expect many such products and read on and on for them.
create statistics catalog.stock_sale (mcv) on available, on_sale from catalog.stock;
analyze catalog.stock;
