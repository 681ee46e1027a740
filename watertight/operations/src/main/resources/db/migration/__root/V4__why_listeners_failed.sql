-- Why a listener failed last: the registry keeps no reason. It goes with the publication.
create table events.failure (
    publication_id uuid        not null primary key references events.event_publication on delete cascade,
    at             timestamptz not null,
    exception      text        not null,
    message        text
);

-- What is outstanding, in the order in which it is shown.
create index event_publication_open_idx on events.event_publication (publication_date, id) where completion_date is null;
