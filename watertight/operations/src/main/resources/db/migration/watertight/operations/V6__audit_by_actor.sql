-- Without it, a name that nobody has would be looked for in all entries.
create index entry_by_actor on audit.entry (actor, id desc);
