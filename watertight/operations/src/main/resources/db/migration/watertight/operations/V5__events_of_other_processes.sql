-- The last version of each aggregate of which a module has received an event from another process, by the topic of the event:
-- what arrives twice, or after a later one, is dropped.
create table events.received (
    module    text        not null,
    topic     text        not null,
    aggregate text        not null,
    version   bigint      not null,
    at        timestamptz not null default clock_timestamp(),
    primary key (module, topic, aggregate)
);

create index received_by_time on events.received (at);
