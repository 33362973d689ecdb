-- Deadlines can be counted anew for many entries at once.
alter table bulk_act drop constraint bulk_act_act_check;
alter table bulk_act add constraint bulk_act_act_check check (act in ('URGE', 'TRANSFER', 'EXTEND', 'RECOUNT'));
