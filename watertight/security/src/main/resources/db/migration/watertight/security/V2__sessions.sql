-- Sessions of pages where several processes or replicas share them, as Spring Session's schema-postgresql.sql defines them.
create schema sessions;

create table sessions.session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null unique,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        text
);

create index session_by_expiry_time on sessions.session (expiry_time);
create index session_by_principal_name on sessions.session (principal_name);

create table sessions.session_attributes (
    session_primary_id char(36)     not null references sessions.session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
