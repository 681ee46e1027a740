-- Where catalog or customers run in another process, the key's row is the journal of the placement. Otherwise it is written closed.
alter table orders.idempotency_key
    add column state    text not null default 'PLACED' check (state in ('OPEN', 'UNDOING', 'PLACED')),
    -- when it is undone, or undone once more
    add column deadline timestamptz,
    add column request  jsonb,
    add check ((state = 'PLACED') = (deadline is null));

create index idempotency_key_open on orders.idempotency_key (deadline) where deadline is not null;
