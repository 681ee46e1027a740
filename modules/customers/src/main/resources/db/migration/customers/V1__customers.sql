create schema customers;

create table customers.customer (
    id             uuid        not null primary key,
    version        bigint      not null,
    number         text        collate "C" not null unique check (length(number) between 1 and 40),
    name           text        check (length(name) between 1 and 200),
    email          text        check (length(email) between 3 and 254),
    country        text        not null check (length(country) between 1 and 60),
    deactivated_at timestamptz,
    registered_at  timestamptz not null,
    -- without punctuation, which the parser would read as signs, paths and addresses instead of what parts words
    words          tsvector    not null generated always as (
                       to_tsvector('simple', regexp_replace(
                           number || ' ' || coalesce(name, '') || ' ' || coalesce(email, '') || ' ' || country,
                           '[!-/:-@\[-`{-~]+', ' ', 'g'))) stored
);

create index customer_words on customers.customer using gin (words);

create table customers.address (
    customer    uuid not null references customers.customer,
    position    int  not null,
    label       text not null,
    street      text not null,
    city        text not null,
    postal_code text,
    country     text not null,
    primary key (customer, position)
);
