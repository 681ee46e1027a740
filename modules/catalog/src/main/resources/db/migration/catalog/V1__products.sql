create schema catalog;

create table catalog.product (
    id              uuid        not null primary key,
    version         bigint      not null,
    sku             text        collate "C" not null unique check (length(sku) between 1 and 40),
    name            text        not null check (length(name) between 1 and 200),
    -- numeric without a scale keeps the digits that a price came with
    price_amount    numeric     not null check (price_amount >= 0),
    price_currency  char(3)     not null,
    discontinued_at timestamptz,
    created_at      timestamptz not null,
    -- the import that wrote this row last, by which a file's second line for one SKU is told from the first
    import_id       uuid,
    -- without punctuation, which the parser would read as signs, paths and addresses instead of what parts words
    words           tsvector    not null generated always as (
                        to_tsvector('simple', regexp_replace(sku || ' ' || name, '[!-/:-@\[-`{-~]+', ' ', 'g'))) stored
);

create index product_words on catalog.product using gin (words);

create table catalog.price (
    id             uuid        not null primary key default uuidv7(),
    product_id     uuid        not null references catalog.product,
    since          timestamptz not null,
    price_amount   numeric     not null check (price_amount >= 0),
    price_currency char(3)     not null
);

create index price_latest on catalog.price (product_id, id desc);
