-- Among a million orders those of a rare status are found at once.
create index order_by_status on orders."order" (status, placed_at desc, id desc);
