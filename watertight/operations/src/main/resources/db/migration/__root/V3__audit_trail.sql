-- Who changed what. The application's logins may add entries and read them, and neither change nor delete any.
create schema audit;

create table audit.entry (
    id       uuid        not null primary key default uuidv7(),
    -- of the change, by which an entry stands or falls with what it tells of
    at       timestamptz not null default now(),
    actor    text        not null,
    module   text        not null,
    action   text        not null,
    -- the key of what was changed
    subject  text,
    -- what was asked for, or what became of the subject, as JSON
    request  text        not null
);

create index entry_by_subject on audit.entry (subject, id desc);
