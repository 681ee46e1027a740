-- Without it, the entries of a module that has few, or none, would be looked for in all.
create index entry_by_module on audit.entry (module, id desc);
