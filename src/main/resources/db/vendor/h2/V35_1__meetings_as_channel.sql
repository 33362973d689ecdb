-- A finding may come from a meeting. H2 gave the old check a name of its own.
execute immediate (select 'alter table ledger_entry drop constraint ' || constraint_name
    from information_schema.check_constraints
    where check_clause like '%"CHANNEL"%' and constraint_schema = schema());
alter table ledger_entry add constraint ledger_entry_channel check
    (channel in ('OFFICER', 'HOTLINE', 'VISIT', 'MEETING', 'OTHER'));
