-- Few among many, and found at once.
create index customer_inactive on customers.customer (number) where inactive_since is not null;
