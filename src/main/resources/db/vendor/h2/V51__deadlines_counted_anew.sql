-- Deadlines can be counted anew for many entries at once. H2 gave the old check a name of its own.
execute immediate (select 'alter table bulk_act drop constraint ' || constraint_name
    from information_schema.check_constraints
    where check_clause like '%''URGE''%' and constraint_schema = schema());
alter table bulk_act add constraint bulk_act_act_check check (act in ('URGE', 'TRANSFER', 'EXTEND', 'RECOUNT'));
