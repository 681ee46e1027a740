create schema films;

create table films.film (
    id             uuid    not null primary key,
    version        bigint  not null,
    code           text    not null unique,
    title          text    not null,
    price_amount   numeric not null,
    price_currency char(3) not null,
    seats          int     not null check (seats >= 0)
);

create table films.held_seats (
    ticket_id uuid not null primary key,
    film_id   uuid not null references films.film,
    seats     int  not null
);
