create schema tickets;

create table tickets.ticket (
    id      uuid    not null primary key,
    version bigint  not null,
    film    text    not null,
    valid   boolean not null
);

create table tickets.seat (
    ticket   uuid not null references tickets.ticket,
    position int  not null,
    number   int  not null,
    primary key (ticket, position)
);
