-- Who may sign in where no identity provider is configured (development, a first look). Never a password, only its hash.
create schema accounts;

create table accounts.local_account (
    name          text        not null primary key,
    password_hash text        not null,
    created_at    timestamptz not null default now()
);
