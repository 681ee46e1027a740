create table flight (id bigserial primary key, version int not null, number text not null unique, departure timestamptz not null, amount numeric not null, seats int not null);
create table leg (flight bigint not null references flight, origin text not null, destination text not null);
create table booking (id bigserial primary key, flight text not null references flight (number), passenger text not null);
