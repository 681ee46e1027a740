-- When a customer was registered is written once, and is no part of the row that each revision rewrites. Until V5 instances of
-- the older version go on writing the column, and a trigger writes the table for them (docs/change-a-table.md).
create table customers.registration (
    customer      uuid        not null primary key references customers.customer,
    registered_at timestamptz not null
);

create function customers.customer_registration() returns trigger language plpgsql as $$
begin
    insert into customers.registration (customer, registered_at) values (new.id, new.registered_at);
    return null;
end $$;

create trigger customer_registration after insert on customers.customer
    for each row when (new.registered_at is not null) execute function customers.customer_registration();

insert into customers.registration (customer, registered_at) select id, registered_at from customers.customer;

alter table customers.customer alter column registered_at drop not null;
