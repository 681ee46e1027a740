create table patients (number bigserial primary key, name text not null);
create table appointments (id bigserial primary key, patient bigint not null references patients, day date not null);
