-- deactivated_at says a state rather than an event, and is to be called like one. Until V5 both names are there, and what an
-- instance of either version writes under its name the other reads under its own (docs/change-a-table.md).
alter table customers.customer add column inactive_since timestamptz;

create function customers.customer_inactive_since() returns trigger language plpgsql as $$
begin
    if new.inactive_since is distinct from (case when tg_op = 'UPDATE' then old.inactive_since end) then
        new.deactivated_at := new.inactive_since;
    else
        new.inactive_since := new.deactivated_at;
    end if;
    return new;
end $$;

create trigger customer_inactive_since before insert or update on customers.customer
    for each row execute function customers.customer_inactive_since();

update customers.customer set inactive_since = deactivated_at where deactivated_at is not null;
