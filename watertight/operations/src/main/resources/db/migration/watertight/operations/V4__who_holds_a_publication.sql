-- Instances of the application that are alive: each writes the time down every few seconds.
create table events.instance (
    id      uuid        not null primary key,
    seen_at timestamptz not null
);

-- Which instance is at work on a publication, and when a failed one is tried again; never again without a person's
-- decision where there is no such time.
alter table events.event_publication
    add column instance        uuid,
    add column next_attempt_at timestamptz;

update events.event_publication set next_attempt_at = now() where completion_date is null and status = 'FAILED';

-- However many are given up, these stay as small as what is to be done.
create index event_publication_due_idx on events.event_publication (next_attempt_at)
 where completion_date is null and status = 'FAILED' and next_attempt_at is not null;
create index event_publication_under_way_idx on events.event_publication (publication_date)
 where completion_date is null and status <> 'FAILED';
