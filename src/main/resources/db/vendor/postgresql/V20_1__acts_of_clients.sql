-- Other systems act in the ledger, too.
alter table ledger_event drop constraint ledger_event_actor_role_check;
alter table ledger_event add constraint ledger_event_actor_role check
    (actor_role in ('CENTER', 'LEADER', 'DEPARTMENT', 'OFFICER', 'CLIENT', 'SYSTEM'));
