-- Each look at somebody's personal data is logged, too. H2 gave the old check a name of its own.
execute immediate (select 'alter table audit_event drop constraint ' || constraint_name
    from information_schema.table_constraints
    where lower(table_name) = 'audit_event' and constraint_type = 'CHECK' and table_schema = schema());
alter table audit_event add constraint audit_event_kind check
    (kind in ('LOGIN', 'LOGIN_FAILED', 'LOCKED', 'LOGOUT', 'REFUSED', 'EXPORT', 'ACCOUNT', 'PERSONAL'));
