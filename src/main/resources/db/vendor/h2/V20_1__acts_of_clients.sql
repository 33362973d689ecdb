-- Other systems act in the ledger, too. H2 gave the old check a name of its own.
execute immediate (select 'alter table ledger_event drop constraint ' || constraint_name
    from information_schema.table_constraints
    where lower(table_name) = 'ledger_event' and constraint_type = 'CHECK' and table_schema = schema());
alter table ledger_event add constraint ledger_event_actor_role check
    (actor_role in ('CENTER', 'LEADER', 'DEPARTMENT', 'OFFICER', 'CLIENT', 'SYSTEM'));
