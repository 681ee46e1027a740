-- The home page lists products that are sold and out of stock; among all that are unavailable, most are discontinued some day.
create index stock_sold_out on catalog.stock (sku) where on_sale and not available;
