-- Wrong passwords that have not been forgotten yet, where several processes or replicas count them together: by network, and by
-- network and name. Only hashes of these, for what people type in place of a name may be a password.
create table sessions.wrong_password (
    key          bytea       not null primary key,
    forgotten_at timestamptz not null
);

create index wrong_password_by_forgotten_at on sessions.wrong_password (forgotten_at);
